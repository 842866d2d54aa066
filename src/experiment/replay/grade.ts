import type { Grade } from "../../scenario/index.ts";
import type { Check } from "./check.ts";

/** A model has a grade if no check is surely off by more than so many tolerances. */
const OFF: Readonly<Record<Exclude<Grade, "D">, number>> = { A: 1, B: 2, C: 4 };
/** And if each headline could have been off by no more than so many without being found out. */
const BLUR: Readonly<Record<Exclude<Grade, "D">, number>> = { A: 2, B: 4, C: Number.POSITIVE_INFINITY };

/** The best grade where a record was seen before, when the scenario was fitted: that it is met again proves little. */
const SEEN: Grade = "B";

export interface Graded {
  readonly grade: Grade;
  /** The checks that are surely off by more than an A allows, the worst first. */
  readonly faults: readonly Check[];
  /** Headlines of which the record tells too little for an A. */
  readonly blurred: readonly Check[];
}

/** The grade of a model by its checks, and by whether it was fitted to what it is judged by. */
export function gradeOf(checks: readonly Check[], isSeen = false): Graded {
  const worst = checks.reduce((most, { off }) => Math.max(most, off), 0);
  const headlines = checks.filter(({ headline }) => headline);
  const blur = headlines.reduce((most, check) => Math.max(most, check.blur), 0);
  const grade = (["A", "B", "C"] as const).find((each) => worst <= OFF[each] && blur <= BLUR[each]) ?? "D";
  return {
    grade: isSeen && grade < SEEN ? SEEN : grade,
    faults: checks.filter(({ off }) => off > OFF.A).toSorted((a, b) => b.off - a.off),
    blurred: headlines.filter((check) => check.blur > BLUR.A),
  };
}
