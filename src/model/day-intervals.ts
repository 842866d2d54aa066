import type { DayInterval } from "./clinic.ts";

/** What is left of `hours` outside `taken`; both sorted, `taken` may overlap itself. Sorted, nothing empty. */
export function withoutIntervals(
  hours: readonly DayInterval[],
  taken: readonly DayInterval[],
): readonly DayInterval[] {
  let left = hours;
  for (const { from, to } of taken) {
    left = left.flatMap((hour) => {
      const before = { from: hour.from, to: Math.min(hour.to, from) };
      const after = { from: Math.max(hour.from, to), to: hour.to };
      return [before, after].filter((part) => part.from < part.to);
    });
  }
  return left;
}
