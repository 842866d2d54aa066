import type { ReplicationResult, ResponseDefinition } from "../model/index.ts";
import { brief, decimalsFor } from "../report/index.ts";
import { meanInterval } from "../stats/index.ts";
import { createBar } from "./bar.ts";
import type { Sink } from "./streams.ts";

export interface Progress {
  arrived(result: ReplicationResult): void;
  /** Takes the bar off the screen. */
  stop(): void;
}

export interface ProgressOptions {
  /** Replications to come, as far as is known; it may change. */
  readonly total: () => number;
  /** Place of the response whose running estimate is shown. */
  readonly shown: number;
  /** What is to stand behind it. */
  readonly note?: () => string;
}

/** A bar with the time left and a running estimate, on a terminal; nothing anywhere else. */
export async function createProgress(
  sink: Sink,
  definitions: readonly ResponseDefinition[],
  { total, shown, note = () => "" }: ProgressOptions,
): Promise<Progress> {
  const bar = await createBar(sink, total());
  const values: number[] = [];
  let done = 0;
  return {
    arrived({ values: row }) {
      done += 1;
      const value = row[shown];
      if (value !== undefined && Number.isFinite(value)) values.push(value);
      bar.update(done, Math.max(total(), done), () => estimateText(definitions[shown], values) + note());
    },
    stop: () => bar.stop(),
  };
}

function estimateText(definition: ResponseDefinition | undefined, values: readonly number[]): string {
  if (definition === undefined || values.length < 2) return "";
  const { estimate, halfWidth } = meanInterval(values);
  const decimals = decimalsFor(halfWidth);
  return `${definition.label}: ${brief(estimate, decimals)} ± ${brief(halfWidth, decimals)} ${definition.unit}`;
}
