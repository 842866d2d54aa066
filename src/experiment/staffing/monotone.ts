import { objectiveDifference } from "./dearer.ts";
import { levelText } from "./plan-grid.ts";
import type { StaffingProblem } from "./staffing-problem.ts";
import type { KnownWorlds } from "./worlds.ts";

/** That a step is called worse though it is not, of all steps together. */
const ERROR = 0.05;

/**
 * Steps from less to more after which a requirement came out clearly worse, in the worlds that both plans have seen: one would expect more
 * people to help. Nothing in the search relies on that they do. In words.
 */
export function notMonotone(
  { grid, plans, standards, requirements }: StaffingProblem,
  searched: KnownWorlds,
): readonly string[] {
  const steps = plans.flatMap((_, plan) =>
    grid.decisions.flatMap((decision, i) => {
      const levels = grid.levels(plan);
      const next = levels[i]! + 1;
      if (!decision.inOrder || decision.levels[next] === undefined) return [];
      const above = grid.at(levels.map((level, k) => (k === i ? next : level)));
      const [own, other] = [searched.of(plan), searched.of(above)];
      return Math.min(own.length, other.length) < 2 ? [] : [{ decision, next, own, other }];
    }),
  );
  const confidence = 1 - (2 * ERROR) / Math.max(1, steps.length * standards.length);
  const kinds = new Map<string, { worse: number; all: number }>();
  for (const { decision, next, own, other } of steps) {
    standards.forEach(({ measure, direction, tolerance }, i) => {
      const { low, high } = objectiveDifference(other, own, measure, confidence);
      const isWorse = direction === "at least" ? high < -tolerance / 2 : low > tolerance / 2;
      const words = `${levelText(decision, next)} instead of ${decision.levels[next - 1]!.text}: ${requirements[i]!.label}`;
      const { worse, all } = kinds.get(words) ?? { worse: 0, all: 0 };
      kinds.set(words, { worse: worse + (isWorse ? 1 : 0), all: all + 1 });
    });
  }
  return [...kinds].flatMap(([words, { worse, all }]) =>
    worse === 0 ? [] : [`${words} was worse in ${worse} of ${all} pairs of plans`],
  );
}
