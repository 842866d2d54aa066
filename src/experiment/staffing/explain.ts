import type { JsonObject } from "../../scenario/index.ts";
import type { Explanation } from "./answer.ts";
import { breakingVolume, volumePatch } from "./breaking-volume.ts";
import { erlangSays } from "./erlang-plan.ts";
import type { ExplainOptions } from "./explaining.ts";
import { extraHours } from "./extra-hours.ts";
import { givenBack } from "./given-back.ts";
import { pointCosts } from "./point-costs.ts";
import type { StaffingProblem } from "./staffing-problem.ts";
import { stepsAway } from "./steps-away.ts";
import { brokenOf, toldDifferences } from "./told.ts";

/** Why the plan is what it is: neighbours, hours, points, volume, each in the same fresh worlds as the plan itself. */
export async function explain(
  problem: StaffingProblem,
  plan: number,
  options: ExplainOptions,
): Promise<Explanation> {
  const { base, observe, worlds, explaining } = options;
  const variant = problem.variants[plan]!;
  const own = await observe(variant, worlds);
  explaining?.("today");
  const today = await observe(base, worlds);
  const fewer = await stepsAway(problem, plan, -1, own, options);
  const more = await stepsAway(problem, plan, 1, own, options);
  const hours = await extraHours(problem, plan, own, options);
  explaining?.("how much more volume the plan can take");
  const half = Math.max(2, Math.floor(worlds / 2));
  const volume = await breakingVolume(async (factor) => {
    const scaled = await options.make({
      ...problem.grid.patch(plan),
      ...(factor === 1 ? {} : volumePatch(variant.scenario.document as unknown as JsonObject, factor)),
    });
    return brokenOf(problem, await observe(scaled, half));
  }, half);
  const given = givenBack(problem, variant, own, today, base);
  const erlang = await erlangSays(problem, plan, half, options);
  return {
    worlds,
    today: { broken: brokenOf(problem, today), rows: toldDifferences(problem, today, own) },
    ...(given === undefined ? {} : { givenBack: given }),
    fewer: fewer.map(({ step }) => step),
    more: more.map(({ step }) => step),
    hours,
    points: pointCosts(problem, own, [...more, ...fewer]),
    volume,
    ...(erlang === undefined ? {} : { erlang }),
  };
}
