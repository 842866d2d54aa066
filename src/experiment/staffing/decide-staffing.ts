import type { ChosenPlan, Infeasible, KeptRequirement, NoPlan, PlanRow, StaffingAnswer } from "./answer.ts";
import { objectiveDifference } from "./dearer.ts";
import { equalAllocation } from "./equal-allocation.ts";
import { explain } from "./explain.ts";
import type { ExplainOptions } from "./explaining.ts";
import { notMonotone } from "./monotone.ts";
import { type Observation, ratioOf } from "./observation.ts";
import { type SearchOptions, type SearchResult, searchPlans } from "./search.ts";
import type { StaffingProblem } from "./staffing-problem.ts";
import { slackOf, tightestOf, toldOf } from "./told.ts";
import { tradeOff } from "./trade-off.ts";
import type { Variant } from "./variant.ts";
import { FRESH } from "./worlds.ts";

export interface DecideOptions extends SearchOptions, Omit<ExplainOptions, "observe"> {
  /** Simulates a variant's replications `first` … `first` + `count` − 1. */
  readonly simulate: (variant: Variant, first: number, count: number) => Promise<readonly Observation[]>;
  /** Replications of a plan at most, in the search and again to confirm it. */
  readonly atMost: number;
}

/** Finds the plan that is cheapest among those that keep everything, and says why. Rejects as the simulation does. */
export async function decideStaffing(
  problem: StaffingProblem,
  { simulate, atMost, trying, ...explaining }: DecideOptions,
): Promise<StaffingAnswer> {
  const { variants, standards, definitions, objectives, confidence } = problem;
  const [objective] = objectives;
  const result = await searchPlans(
    {
      plans: problem.plans,
      standards,
      ranges: standards.map(({ measure }) => {
        const { estimand, range } = definitions[measure]!;
        return estimand.type === "quantile" ? ([0, 1] as const) : range;
      }),
      objective: objective!.measure,
      matters: objective!.matters,
      confidence,
      atMost,
      exhaustive: objectives.length > 1,
    },
    { observe: (plan, first, count) => simulate(variants[plan]!, first, count) },
    trying === undefined ? {} : { trying },
  );
  const { chosen, searched, fresh } = result;
  let explained = 0;
  const observe = async (variant: Variant, count: number) => {
    const known = chosen !== undefined && variant === variants[chosen] ? fresh.of(chosen) : [];
    if (known.length >= count) return known.slice(0, count);
    explained += count;
    return simulate(variant, FRESH, count);
  };
  const explanation =
    chosen === undefined ? undefined : await explain(problem, chosen, { ...explaining, observe });
  const typical = chosen ?? nearestOf(problem, result);
  return {
    ...wordsOf(problem),
    plans: problem.plans.map((_, plan) => rowOf(problem, result, plan)),
    ...(chosen === undefined ? {} : { chosen: chosenPlan(problem, chosen, fresh.of(chosen)) }),
    ...(chosen === undefined || result.runnerUp === undefined
      ? {}
      : {
          runnerUp: {
            plan: result.runnerUp,
            objective: objectiveDifference(
              searched.of(result.runnerUp),
              searched.of(chosen),
              objective!.measure,
              0.95,
            ),
          },
        }),
    ties: result.ties,
    tieBreaks: result.tieBreaks,
    ...(chosen !== undefined ? {} : { noPlan: noPlanOf(result), ...infeasibleOf(problem, result) }),
    failed: result.confirmations
      .filter(({ passed }) => !passed)
      .map(({ plan, replications, isCapped, standards: found }) => ({
        name: problem.plans[plan]!.name,
        worlds: replications,
        isCapped,
        missed: found.flatMap(({ passed }, i) => (passed ? [] : [i])),
      })),
    notMonotone: notMonotone(problem, searched),
    ...(objectives.length > 1 ? { tradeOff: tradeOff(problem, result) } : {}),
    spent: {
      search: searched.spent,
      confirmation: fresh.spent,
      explanation: explained,
      equal:
        typical === undefined || searched.of(typical).length < 2
          ? Number.NaN
          : equalAllocation(
              problem.plans.length,
              standards,
              chosen === undefined ? searched.of(typical) : fresh.of(typical),
              confidence,
            ),
    },
    ...(explanation === undefined ? {} : { explanation }),
  };
}

function wordsOf({ grid, requirements, standards, objectives, definitions, confidence }: StaffingProblem) {
  return {
    confidence,
    decisions: grid.decisions.map(({ name, levels, inOrder }) => ({
      name,
      levels: levels.map(({ text }) => text),
      inOrder,
    })),
    objectives: objectives.map(({ measure, matters }) => {
      const { name, label, unit } = definitions[measure]!;
      return { response: name, label, unit, matters };
    }),
    requirements: requirements.map(({ response, label, unit, direction, value, tolerance }, i) => {
      const { measure, bound } = standards[i]!;
      const isQuantile = definitions[measure]!.estimand.type === "quantile";
      return {
        response,
        label,
        unit,
        direction,
        bound: value,
        tolerance,
        ...(isQuantile ? { share: bound } : {}),
        measure,
      };
    }),
  };
}

function levelsOf({ grid }: StaffingProblem, plan: number): readonly string[] {
  return grid.levels(plan).map((level, i) => grid.decisions[i]!.levels[level]!.text);
}

function rowOf(problem: StaffingProblem, { states, searched }: SearchResult, plan: number): PlanRow {
  const { name, expected, hours, pruned } = problem.plans[plan]!;
  const { state, forced, verdicts, replications } = states[plan]!;
  const seen = searched.of(plan);
  return {
    name,
    levels: levelsOf(problem, plan),
    state,
    ...(pruned === undefined ? {} : { why: pruned }),
    forced,
    expected,
    hours,
    replications,
    objective: ratioOf(seen, problem.objectives[0]!.measure),
    requirements: problem.standards.map(({ measure }, i) => ({
      estimate: ratioOf(seen, measure),
      verdict: verdicts[i] ?? "open",
    })),
  };
}

function chosenPlan(problem: StaffingProblem, plan: number, fresh: readonly Observation[]): ChosenPlan {
  const { grid, plans, requirements, standards, objectives } = problem;
  const kept = requirements.map((requirement, i): KeptRequirement => {
    const { response, label, unit, direction, value, tolerance } = requirement;
    const standard = standards[i]!;
    const isQuantile = problem.definitions[standard.measure]!.estimand.type === "quantile";
    return {
      response,
      label,
      unit,
      direction,
      bound: value,
      tolerance,
      ...toldOf(problem, fresh, standard.measure),
      ...(isQuantile ? { share: standard.bound } : {}),
      slack: slackOf(standard, fresh),
    };
  });
  return {
    name: plans[plan]!.name,
    levels: levelsOf(problem, plan),
    patch: grid.patch(plan),
    objective: toldOf(problem, fresh, objectives[0]!.measure),
    hours: plans[plan]!.hours,
    kept,
    binding: tightestOf(kept.map(({ slack }) => slack)),
    faultless: faultlessOf(problem, fresh),
    confirmedIn: fresh.length,
  };
}

/** Of some worlds, those in which no month falls short of any promise. */
function faultlessOf({ requirements, standards }: StaffingProblem, fresh: readonly Observation[]): number {
  const risks = standards.filter((_, i) => requirements[i]!.response.endsWith("_month_risk"));
  if (risks.length === 0) return Number.NaN;
  return fresh.filter((each) => risks.every(({ measure }) => each[2 * measure] === 0)).length / fresh.length;
}

/** The plan whose worst requirement is least missed, of those that were simulated. */
function nearestOf({ standards }: StaffingProblem, { searched, states }: SearchResult): number | undefined {
  let nearest: number | undefined;
  let best = -Infinity;
  states.forEach((_, plan) => {
    const seen = searched.of(plan);
    if (seen.length === 0) return;
    const worst = Math.min(
      ...standards.map((standard) => slackOf(standard, seen)).filter((x) => !Number.isNaN(x)),
    );
    if (worst > best) [nearest, best] = [plan, worst];
  });
  return nearest;
}

function noPlanOf({ states }: SearchResult): NoPlan {
  return states.some(({ state, forced }) => state === "not confirmed" || forced)
    ? "cannot tell"
    : "none will do";
}

function infeasibleOf(problem: StaffingProblem, result: SearchResult): { infeasible?: Infeasible } {
  const { standards, plans } = problem;
  const nearest = nearestOf(problem, result);
  if (nearest === undefined) return {};
  const seen = result.searched.of(nearest);
  const worst = tightestOf(standards.map((standard) => slackOf(standard, seen)));
  return {
    infeasible: {
      binding: worst,
      missed: standards.map(
        (_, i) => result.states.filter(({ verdicts }) => verdicts[i] === "missed").length,
      ),
      nearest: plans[nearest]!.name,
      value: ratioOf(seen, standards[worst]!.measure),
      unit: problem.definitions[standards[worst]!.measure]!.unit,
    },
  };
}
