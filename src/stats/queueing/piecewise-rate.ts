import { checkRate } from "./domain.ts";

/** A rate that is constant between given times. */
export interface PiecewiseRate {
  /** Where each piece begins [min], ascending; the rate is 0 before the first. */
  readonly starts: readonly number[];
  /** Rate of each piece [1/min], ≥ 0. The last holds for ever, or to the end of the period. */
  readonly rates: readonly number[];
  /** Repeats for ever, past and future, with this period [min], e.g. a week; the first piece must then start at 0. */
  readonly period?: number;
}

/** Throws RangeError unless the pieces describe a rate. */
export function checkPieces({ starts, rates, period }: PiecewiseRate): void {
  if (starts.length === 0 || starts.length !== rates.length) {
    throw new RangeError(`a rate needs as many starts as rates, got ${starts.length} and ${rates.length}`);
  }
  for (const rate of rates) checkRate("a rate", rate);
  starts.forEach((start, i) => {
    if (!Number.isFinite(start) || !(start > (starts[i - 1] ?? -Infinity))) {
      throw new RangeError(`starts must be finite and ascend, got ${start} at index ${i}`);
    }
  });
  if (period === undefined) return;
  checkRate("period", period, true);
  if (starts[0] !== 0 || starts.at(-1)! >= period) {
    throw new RangeError(`a repeating rate must start at 0 and within its period of ${period}`);
  }
}

/** The rate that holds at `time`, and the later time until which it does (Infinity for the last piece). */
export function rateAt(
  { starts, rates, period }: PiecewiseRate,
  time: number,
): { rate: number; until: number } {
  let origin = period === undefined ? 0 : Math.floor(time / period) * period;
  if (period !== undefined && origin + period <= time) origin += period;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (origin + starts[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  const until =
    low < starts.length ? origin + starts[low]! : period === undefined ? Infinity : origin + period;
  return { rate: low === 0 ? 0 : rates[low - 1]!, until };
}
