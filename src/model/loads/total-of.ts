import type { DayStretch } from "../window-stretches.ts";

/** Sum over the days of a stretch of something counted by day of the run. */
export function totalOf(byDay: Float64Array, { from, to }: DayStretch): number {
  let sum = 0;
  for (let day = from; day < to; day += 1) sum += byDay[day]!;
  return sum;
}
