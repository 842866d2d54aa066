import type { DayInterval } from "../../model/index.ts";

/** All minutes in any of `intervals`: sorted, disjoint, not touching. */
export function union(intervals: readonly DayInterval[]): readonly DayInterval[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** The minutes of `intervals` that are in none of `less`. */
export function subtract(
  intervals: readonly DayInterval[],
  less: readonly DayInterval[],
): readonly DayInterval[] {
  let left = union(intervals);
  for (const cut of less) {
    left = left.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, cut.from) },
        { from: Math.max(from, cut.to), to },
      ].filter((piece) => piece.from < piece.to),
    );
  }
  return left;
}

/** Minutes in both. */
export function intersect(a: readonly DayInterval[], b: readonly DayInterval[]): readonly DayInterval[] {
  return union(
    a.flatMap((x) =>
      b
        .map((y) => ({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) }))
        .filter((both) => both.from < both.to),
    ),
  );
}
