import type { Delays } from "./delays.ts";

/** The share that has come by each time at which one came, whatever law there may be. */
export interface CameBy {
  readonly at: Float64Array;
  readonly share: Float64Array;
  /** How many were still watched just before. */
  readonly atRisk: Float64Array;
}

/**
 * One less the survival of Kaplan and Meier (1958): those that were watched in vain count for as long as they were watched. One
 * that is watched until the moment at which another comes was there when it came.
 */
export function cameBy({ came, watched }: Delays): CameBy {
  const events = Float64Array.from(came).sort();
  const ends = Float64Array.from(watched).sort();
  const at: number[] = [];
  const share: number[] = [];
  const atRisk: number[] = [];
  let survival = 1;
  let ended = 0;
  for (let i = 0; i < events.length; ) {
    const time = events[i]!;
    let next = i;
    while (next < events.length && events[next] === time) next += 1;
    while (ended < ends.length && ends[ended]! < time) ended += 1;
    const risk = events.length - i + (ends.length - ended);
    survival *= 1 - (next - i) / risk;
    at.push(time);
    share.push(1 - survival);
    atRisk.push(risk);
    i = next;
  }
  return { at: Float64Array.from(at), share: Float64Array.from(share), atRisk: Float64Array.from(atRisk) };
}

/** The largest difference between two accounts of what share has come by when: Kolmogorov's and Smirnov's distance, where the law is continuous. */
export function largestDifference({ at, share }: CameBy, law: (time: number) => number): number {
  let largest = 0;
  let before = 0;
  for (let i = 0; i < at.length; i += 1) {
    const expected = law(at[i]!);
    largest = Math.max(largest, Math.abs(expected - before), Math.abs(expected - share[i]!));
    before = share[i]!;
  }
  return largest;
}
