import { createStream, type Stream } from "../../../src/random/index.ts";
import { type Interval, regularizedBeta } from "../../../src/stats/index.ts";

/** Experiments of which each cell of a table is the share whose interval covers. */
export const MACRO_REPLICATIONS = 4000;

type Ends = Pick<Interval, "low" | "high">;

/**
 * How many of 4,000 experiments give an interval that covers the truth, by number of replications. One experiment serves all
 * numbers: fewer replications are the first of it.
 */
export function covered<T>(
  name: string,
  truth: number,
  counts: readonly number[],
  draw: (s: Stream) => T,
  intervalOf: (replications: readonly T[], count: number) => Ends,
): readonly number[] {
  const hits = counts.map(() => 0);
  for (let experiment = 0; experiment < MACRO_REPLICATIONS; experiment++) {
    const s = createStream(2030, experiment, name);
    const replications = Array.from({ length: Math.max(...counts) }, () => draw(s));
    counts.forEach((count, i) => {
      if (covers(intervalOf(replications.slice(0, count), count), truth)) hits[i]! += 1;
    });
  }
  return hits;
}

export function covers({ low, high }: Ends, truth: number): boolean {
  return low <= truth && truth <= high;
}

/** Two-sided probability of a count as far from what is expected, or farther, if each covers with probability `p`. */
export function pValue(hits: number, p: number, n = MACRO_REPLICATIONS): number {
  const atMost = hits >= n ? 1 : 1 - regularizedBeta(p, hits + 1, n - hits);
  const atLeast = hits <= 0 ? 1 : regularizedBeta(p, hits, n - hits + 1);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

export function percent(hits: number): string {
  return `${((100 * hits) / MACRO_REPLICATIONS).toFixed(1)} %`;
}
