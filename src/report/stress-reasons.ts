import type { StressResult } from "../experiment/index.ts";
import { fixed, percent } from "./number.ts";
import type { StressSummary } from "./stress-summary.ts";
import { daysText } from "./words.ts";

/** Why a plan does not stand a stress, or may not; nothing where it does. */
export function stressReasons(
  { promises, recovery }: StressResult,
  { recoverWithin, watched }: Pick<StressSummary["report"], "recoverWithin" | "watched">,
): readonly string[] {
  const broken = promises.flatMap(({ promise, share, base, target, verdict }) => {
    if (verdict === "passes") return [];
    const kept = `“${promise}” is kept for ${percent(share.estimate)} of the messages of its first four weeks`;
    return [
      `${kept}, where ${percent(target, 0)} is promised and ${percent(base.estimate)} is kept without it${unsure(verdict)}`,
    ];
  });
  if (recovery.verdict === "passes") return broken;
  const back =
    recovery.estimate === Number.POSITIVE_INFINITY
      ? `the backlog is not back within ${daysText(watched)}`
      : `the backlog is back after ${fixed(recovery.estimate, 0)} days, where ${recoverWithin} are allowed`;
  return [...broken, `${back}${unsure(recovery.verdict)}`];
}

function unsure(verdict: string): string {
  return verdict === "cannot tell" ? " (too few worlds to tell)" : "";
}
