import type { Sink } from "./streams.ts";

/** A line on a terminal that shows how far something is. */
export interface Bar {
  /** So much of the whole is done; the time left is told from it. */
  update(done: number, total: number, note: () => string): void;
  /** Takes the line off the screen. */
  stop(): void;
}

const SILENT: Bar = { update() {}, stop() {} };

/** A bar with the time left and a note, on a terminal; nothing anywhere else. */
export async function createBar(sink: Sink, total: number): Promise<Bar> {
  if (sink.isTTY !== true || total < 2) return SILENT;
  const { SingleBar } = await import("./single-bar.ts");
  const bar = new SingleBar({
    stream: sink as NodeJS.WritableStream,
    format: "{bar} {value} of {total} · {left} left · {note}",
    barsize: 24,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
    linewrap: null,
  });
  const begun = performance.now();
  bar.start(total, 0, { left: "…", note: "" });
  return {
    update: (done, whole, note) => {
      const left = ((performance.now() - begun) / done) * (whole - done);
      bar.setTotal(whole);
      bar.update(done, { left: done > 0 ? duration(left / 1000) : "…", note: note() });
    },
    stop: () => bar.stop(),
  };
}

/** `4 s`, `2 min 5 s`, `3 h 20 min`. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes === 0) return `${whole} s`;
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min ${whole - 60 * minutes} s` : `${hours} h ${minutes - 60 * hours} min`;
}
