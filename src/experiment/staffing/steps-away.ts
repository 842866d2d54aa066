import type { StepAway } from "./answer.ts";
import type { ExplainOptions } from "./explaining.ts";
import type { Observation } from "./observation.ts";
import { levelText } from "./plan-grid.ts";
import type { StaffingProblem } from "./staffing-problem.ts";
import { brokenOf, toldDifferences } from "./told.ts";

/** A step from the plan, with what was seen of it. */
export interface Stepped {
  readonly step: StepAway;
  readonly observations: readonly Observation[];
}

/** The plan with each decision that is in order one step less (−1) or more (1), in the same worlds; steps that there are not are left out. */
export async function stepsAway(
  problem: StaffingProblem,
  plan: number,
  by: -1 | 1,
  own: readonly Observation[],
  { observe, worlds, explaining }: ExplainOptions,
): Promise<readonly Stepped[]> {
  const { grid, variants } = problem;
  const levels = grid.levels(plan);
  const steps: Stepped[] = [];
  for (const [i, decision] of grid.decisions.entries()) {
    const to = levels[i]! + by;
    if (!decision.inOrder || decision.levels[to] === undefined) continue;
    const text = levelText(decision, to);
    explaining?.(`${by < 0 ? "one fewer" : "one more"}: ${text}`);
    const other = grid.at(levels.map((level, k) => (k === i ? to : level)));
    const observations = await observe(variants[other]!, worlds);
    steps.push({
      observations,
      step: {
        decision: decision.name,
        from: decision.levels[levels[i]!]!.text,
        to: decision.levels[to]!.text,
        broken: brokenOf(problem, observations),
        rows: toldDifferences(problem, observations, own),
      },
    });
  }
  return steps;
}
