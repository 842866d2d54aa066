import type { PointCost, StepAway } from "./answer.ts";
import { measureKey } from "./measure.ts";
import type { Observation } from "./observation.ts";
import { pointCost } from "./point-cost.ts";
import type { StaffingProblem } from "./staffing-problem.ts";
import type { Stepped } from "./steps-away.ts";

/** Of each promise, what a point of it costs by each step, the cheapest first. */
export function pointCosts(
  problem: StaffingProblem,
  own: readonly Observation[],
  steps: readonly Stepped[],
): readonly PointCost[] {
  const cost = problem.measures.findIndex((each) => measureKey(each) === "cost_per_week");
  if (cost < 0) return [];
  return problem.requirements.flatMap(({ response, label, direction }, i) => {
    if (direction !== "at least" || !/^promise_.*_share$/.test(response)) return [];
    const share = problem.standards[i]!.measure;
    const found = steps.flatMap(({ step, observations }): PointCost[] => {
      const told = pointCost(observations, own, { cost, share });
      return told === undefined
        ? []
        : [{ promise: label, step: upwards(step, step.rows, response), ...told }];
    });
    return found.sort((a, b) => a.estimate - b.estimate);
  });
}

/** A step from the lower share to the higher one, in words. */
function upwards({ decision, from, to }: StepAway, rows: StepAway["rows"], share: string): string {
  const isUp = (rows.find(({ response }) => response === share)?.difference.estimate ?? 0) > 0;
  return `${decision}: ${isUp ? to : from} instead of ${isUp ? from : to}`;
}
