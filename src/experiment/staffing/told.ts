import { ratioInterval } from "../../stats/index.ts";
import type { Told, ToldDifference } from "./answer.ts";
import { objectiveDifference } from "./dearer.ts";
import { type Observation, ratioOf, termsOf } from "./observation.ts";
import type { StaffingProblem } from "./staffing-problem.ts";
import { type Standard, surplus } from "./standard.ts";

const CONFIDENCE = 0.95;

/** A measure over replications. */
export function toldOf(
  { definitions }: Pick<StaffingProblem, "definitions">,
  observations: readonly Observation[],
  measure: number,
): Told {
  const { numerators, denominators } = termsOf(observations, measure);
  const estimate = ratioOf(observations, measure);
  if (Number.isNaN(estimate) || !numerators.every(Number.isFinite) || observations.length < 2) {
    return { estimate, low: Number.NaN, high: Number.NaN };
  }
  const { estimand, range } = definitions[measure]!;
  const within = estimand.type === "quantile" ? ([0, 1] as const) : range;
  const { low, high } = ratioInterval(numerators, denominators, CONFIDENCE, within);
  return { estimate, low, high };
}

/** Every measure of a variant against the plan's, in the same worlds; divided by `per`. */
export function toldDifferences(
  { definitions, measures }: Pick<StaffingProblem, "definitions" | "measures">,
  own: readonly Observation[],
  plan: readonly Observation[],
  per = 1,
): readonly ToldDifference[] {
  return measures.map(({ response, within }, measure): ToldDifference => {
    const { label, unit } = definitions[measure]!;
    const { estimate, low, high } = objectiveDifference(own, plan, measure, CONFIDENCE);
    return {
      response,
      label: within === undefined ? label : `${label}: share within ${within}`,
      unit: within === undefined ? unit : "share",
      own: ratioOf(own, measure),
      difference: { estimate: estimate / per, low: low / per, high: high / per },
    };
  });
}

/** By how many tolerances the mean is better than the bound; negative: it is missed. NaN where there is nothing to go by. */
export function slackOf(standard: Standard, observations: readonly Observation[]): number {
  const { measure, bound, tolerance } = standard;
  let [sum, units] = [0, 0];
  for (const each of observations) {
    sum += surplus(standard, each, bound);
    units += each[2 * measure + 1]!;
  }
  return units > 0 ? sum / units / tolerance : Number.NaN;
}

/** Places of the requirements that are missed by their means. */
export function brokenOf(
  { standards }: Pick<StaffingProblem, "standards">,
  observations: readonly Observation[],
): readonly number[] {
  return standards.flatMap((standard, i) => (slackOf(standard, observations) < 0 ? [i] : []));
}

/** Place of the requirement with least to spare, or missed by most; those with nothing to go by are left out, and all of them give 0. */
export function tightestOf(slacks: readonly number[]): number {
  let tightest = 0;
  slacks.forEach((slack, i) => {
    if (!Number.isNaN(slack) && !(slack >= slacks[tightest]!)) tightest = i;
  });
  return tightest;
}
