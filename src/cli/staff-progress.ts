import type { StaffingProblem } from "../experiment/index.ts";
import type { Sink } from "./streams.ts";

/** What is being tried, on a terminal; nothing anywhere else. */
export interface StaffProgress {
  readonly arrived: (count: number) => void;
  readonly trying: (plan: number, stage: "search" | "cost" | "confirm") => void;
  readonly explaining: (what: string) => void;
  /** Replications so far. */
  count(): number;
  stop(): void;
}

const STAGES = { search: "trying", cost: "comparing the cost of", confirm: "confirming in fresh worlds" };
/** Erases the line. */
const CLEAR = "\r\u001b[2K";
const NARROW = 80;

/** A line with the plan that is being tried, how many have been, and the time so far; how many it will be, nobody knows before. */
export function createStaffProgress(sink: Sink, { plans }: StaffingProblem): StaffProgress {
  const shows = sink.isTTY === true;
  const begun = performance.now();
  const seen = new Set<number>();
  let count = 0;
  let note = "";
  let drawn = 0;
  const draw = () => {
    const now = performance.now();
    if (!shows || now - drawn < 100) return;
    drawn = now;
    const seconds = Math.round((now - begun) / 1000);
    const time = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const text = `${count} replications · ${time} · ${note}`;
    sink.write(`${CLEAR}${text.slice(0, (sink.columns ?? NARROW) - 1)}`);
  };
  return {
    count: () => count,
    arrived: (more) => {
      count += more;
      draw();
    },
    trying: (plan, stage) => {
      seen.add(plan);
      note = `plan ${seen.size} of ${plans.length} at most: ${STAGES[stage]} ${plans[plan]!.name}`;
      draw();
    },
    explaining: (what) => {
      note = `explaining: ${what}`;
      draw();
    },
    stop: () => {
      if (shows) sink.write(CLEAR);
    },
  };
}
