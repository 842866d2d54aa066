import type { ReplicationResult, ResponseDefinition } from "../model/index.ts";
import { brief, decimalsFor } from "../report/index.ts";
import { meanInterval } from "../stats/index.ts";
import type { Sink } from "./streams.ts";

export interface Progress {
  arrived(result: ReplicationResult): void;
  /** So many more are to come than was known. */
  grow(count: number): void;
  /** Takes the bar off the screen. */
  stop(): void;
}

const SILENT: Progress = { arrived() {}, grow() {}, stop() {} };

/** A bar with the time left and a running estimate, on a terminal; nothing anywhere else. */
export async function createProgress(
  sink: Sink,
  total: number,
  definitions: readonly ResponseDefinition[],
): Promise<Progress> {
  if (sink.isTTY !== true || total < 2) return SILENT;
  const { SingleBar } = await import("./single-bar.ts");
  const bar = new SingleBar({
    stream: sink as NodeJS.WritableStream,
    format: "{bar} {value} of {total} · {left} left{estimate}",
    barsize: 24,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
    linewrap: null,
  });
  const shown = definitions.findIndex(({ headline, estimand }) => headline && estimand.type === "quantile");
  const values: number[] = [];
  const begun = performance.now();
  let done = 0;
  let all = total;
  bar.start(total, 0, { left: "…", estimate: "" });
  return {
    arrived({ values: row }) {
      done += 1;
      const value = row[shown];
      if (value !== undefined && Number.isFinite(value)) values.push(value);
      const left = ((performance.now() - begun) / done) * (all - done);
      bar.update(done, { left: duration(left / 1000), estimate: estimateText(definitions[shown], values) });
    },
    grow(count) {
      all += count;
      bar.setTotal(all);
    },
    stop: () => bar.stop(),
  };
}

function estimateText(definition: ResponseDefinition | undefined, values: readonly number[]): string {
  if (definition === undefined || values.length < 2) return "";
  const { estimate, halfWidth } = meanInterval(values);
  const decimals = decimalsFor(halfWidth);
  return ` · ${definition.label}: ${brief(estimate, decimals)} ± ${brief(halfWidth, decimals)} ${definition.unit}`;
}

/** `4 s`, `2 min 5 s`. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole} s` : `${minutes} min ${whole - 60 * minutes} s`;
}
