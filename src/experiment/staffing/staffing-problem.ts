import { InputError, type Issue } from "../../errors.ts";
import { expectedCost, type ResponseDefinition, responseDefinitions } from "../../model/index.ts";
import type { StaffingTerms } from "../../scenario/index.ts";
import { commonResponses } from "../common-responses.ts";
import { cannotKeepUp } from "./cannot-keep-up.ts";
import { type Measure, measureKey } from "./measure.ts";
import type { PlanGrid } from "./plan-grid.ts";
import { type Requirement, requirementsOf } from "./requirement.ts";
import type { SearchedPlan } from "./search.ts";
import type { Standard } from "./standard.ts";
import type { Variant } from "./variant.ts";

/** What is to be decided, ready to be searched. */
export interface StaffingProblem {
  readonly grid: PlanGrid;
  /** By plan. */
  readonly variants: readonly Variant[];
  readonly plans: readonly SearchedPlan[];
  readonly requirements: readonly Requirement[];
  /** By requirement. */
  readonly standards: readonly Standard[];
  readonly measures: readonly Measure[];
  /** Definitions of the measures' responses. */
  readonly definitions: readonly ResponseDefinition[];
  /** Of what is minimised: the measure, and from when on a difference matters. One or two. */
  readonly objectives: readonly Objective[];
  readonly confidence: number;
}

interface Objective {
  readonly measure: number;
  readonly matters: number;
}

/** Responses that explain a plan, where there are any. */
const TOLD = [
  "cost_per_week",
  "physician_after_hours_min_per_week",
  "physician_after_hours_worst_min_per_week",
  "physician_message_min_per_day",
];
/** Of what is minimised, if nothing is said: no difference below this share of the least that is expected matters. */
const MATTERS = 0.01;

/** Throws InputError for what the plans do not all have, for bounds that nothing can be shown to keep, and where there is nothing to keep. */
export function staffingProblem(
  grid: PlanGrid,
  variants: readonly Variant[],
  base: Variant,
  terms: StaffingTerms,
): StaffingProblem {
  const all = [base, ...variants];
  const { common } = commonResponses(all.map(({ model }) => responseDefinitions(model)));
  const definitions = common.map(({ definition }) => definition);
  check(terms, definitions);
  const requirements = requirementsOf(terms, definitions);
  const measures: Measure[] = [];
  const measureOf = (measure: Measure): number => {
    const known = measures.findIndex((each) => measureKey(each) === measureKey(measure));
    return known >= 0 ? known : measures.push(measure) - 1;
  };
  const costs = variants.map(({ scenario, model }) => expectedCost(model, scenario.loads));
  const isCost = terms.minimise[0] === "cost_per_week";
  const least = costs.reduce((lowest, { all: cost }) => Math.min(lowest, cost), Infinity);
  const objectives = terms.minimise.map((response): Objective => {
    const told = terms.tolerances[response];
    const { unit } = definitions.find(({ name }) => name === response)!;
    const usual = response === "cost_per_week" ? MATTERS * least : unit === "share" ? MATTERS : 1;
    const matters =
      told === undefined
        ? usual
        : told.relative
          ? told.amount * (response === "cost_per_week" ? least : 1)
          : told.amount;
    return { measure: measureOf({ response }), matters };
  });
  const standards = requirements.map((requirement): Standard => {
    const { response, direction, value, tolerance, unit } = requirement;
    const { estimand } = definitions.find(({ name }) => name === response)!;
    if (estimand.type === "quantile") {
      return {
        measure: measureOf({ response, within: value }),
        direction: direction === "at most" ? "at least" : "at most",
        bound: estimand.p,
        tolerance,
        isShare: true,
      };
    }
    const isShare = unit === "share" && estimand.type === "ratio";
    return { measure: measureOf({ response }), direction, bound: value, tolerance, isShare };
  });
  for (const response of TOLD) {
    if (definitions.some(({ name }) => name === response)) measureOf({ response });
  }
  const budget = requirements.find(
    ({ response, direction }) => response === "cost_per_week" && direction === "at most",
  );
  return {
    grid,
    variants,
    requirements,
    standards,
    measures,
    definitions: measures.map(({ response }) => definitions.find(({ name }) => name === response)!),
    objectives,
    confidence: terms.confidence,
    plans: variants.map((variant, plan): SearchedPlan => {
      const { posts, all: expected } = costs[plan]!;
      const overBudget =
        budget !== undefined && posts > budget.value
          ? "its posts alone cost more than the budget"
          : undefined;
      const pruned = overBudget ?? cannotKeepUp(variant, requirements);
      return {
        name: grid.name(plan),
        expected: isCost ? expected : 0,
        lowest: isCost ? posts : -Infinity,
        hours: variant.scenario.loads.teams.reduce((sum, { hours }) => sum + hours / 60, 0),
        ...(pruned === undefined ? {} : { pruned }),
      };
    }),
  };
}

function check(
  { bounds, minimise, tolerances }: StaffingTerms,
  definitions: readonly ResponseDefinition[],
): void {
  const issues: Issue[] = [];
  const refuse = (path: string, message: string, hint: string) =>
    void issues.push({ code: "cannot-be-decided", path, message, hint, severity: "error" });
  const known = (name: string) => definitions.find((each) => each.name === name);
  if (bounds.length === 0) {
    const hint = 'make a promise, or give a bound: --keep "physician_after_hours_min_per_week <= 30 min"';
    refuse("staffing.keep", "there is no promise and nothing else to keep", hint);
  }
  for (const { response, direction, value } of bounds) {
    const definition = known(response);
    if (definition === undefined) {
      const hint = "decide less, or bound a response that every plan has";
      refuse("staffing.keep", `not every plan has ${response}, or has it alike`, hint);
      continue;
    }
    const [least, most] = definition.range;
    const end = direction === "at most" ? least : most;
    if (definition.estimand.type !== "quantile" && (direction === "at most" ? value <= end : value >= end)) {
      const hint = definition.unit === "share" ? "allow one in a hundred" : "allow a little";
      refuse(
        "staffing.keep",
        `no number of replications can show that ${response} is ${direction} ${value}`,
        hint,
      );
    }
  }
  minimise.forEach((response, i) => {
    const definition = known(response);
    const path = `staffing.minimise.${i}`;
    if (definition === undefined) {
      refuse(
        path,
        `not every plan has ${response}, or has it alike`,
        "minimise another response, with --minimise",
      );
    } else if (definition.estimand.type === "quantile") {
      refuse(
        path,
        `${response} is a quantile, which sticks to the hours of work`,
        "bound it with --keep, and minimise a mean",
      );
    } else if (definition.better === "higher") {
      const value = definition.unit === "share" ? "90 %" : "1";
      refuse(
        path,
        `of ${response} the higher is the better: the plan with least of it would be the worst`,
        `bound it with --keep "${response} >= ${value}", and minimise the cost or what is better lower`,
      );
    } else if (tolerances[response]?.relative === true && response !== "cost_per_week") {
      refuse(
        `staffing.tolerance.${response}`,
        "what is minimised needs a tolerance in its own unit",
        'for example "1 min"',
      );
    }
  });
  if (issues.length > 0) throw new InputError(issues);
}
