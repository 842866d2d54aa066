import type { StressResult } from "../experiment/index.ts";
import { fixed, percent } from "./number.ts";
import { changeText, givenText } from "./staffing-values.ts";
import type { StressSummary } from "./stress-summary.ts";
import { daysText } from "./words.ts";

/** Why a plan does not stand a stress, or may not; nothing where it does. */
export function stressReasons(
  { promises, recovery }: StressResult,
  { recoverWithin, watched }: Pick<StressSummary["report"], "recoverWithin" | "watched">,
): readonly string[] {
  const broken = promises.flatMap(({ promise, days, share, base, change, target, verdict, needs }) => {
    if (verdict === "passes") return [];
    const kept = `“${promise}”: ${percent(share.estimate)} kept in its ${days === 28 ? "four" : fixed(days / 7, 0)} weeks`;
    const more = needs === undefined ? "" : `, some ${fixed(needs, 0)} would do`;
    const unsure = verdict === "cannot tell" ? `; too few worlds to tell${more}` : "";
    return [
      `${kept}, ${percent(base.estimate)} without it (${changeText(change, "share")}), ${givenText(target, "share")} promised${unsure}`,
    ];
  });
  if (recovery.verdict === "passes") return broken;
  const back =
    recovery.estimate === Number.POSITIVE_INFINITY
      ? `the backlog is not back within ${daysText(watched)}`
      : `the backlog is back after ${fixed(recovery.estimate, 0)} days, ${recoverWithin} are allowed`;
  return [...broken, `${back}${recovery.verdict === "cannot tell" ? "; too few worlds to tell" : ""}`];
}
