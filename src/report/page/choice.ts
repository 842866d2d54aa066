import type { ComparisonRow, Estimate } from "../../experiment/index.ts";
import type { ComparisonSummary } from "../comparison-summary.ts";
import type { PromiseTerms } from "../summary.ts";
import { type Estimated, type PlanFacts, ranked } from "./plan-facts.ts";

/** Responses by which ways of working are told apart, beside promises. */
export const COST = "cost_per_week";
export const AFTER_HOURS = "physician_after_hours_min_per_week";
export const WAIT = "first_reply_p90_business_h";

/** The name of the way of working that the page recommends. */
export function recommendedOf(summary: ComparisonSummary, promises: readonly PromiseTerms[]): string {
  return choose(summary, promises).best.name;
}

/** What is recommended, what comes next, and all in the order of the rule. */
export interface Choice {
  readonly best: PlanFacts;
  readonly second: PlanFacts | undefined;
  readonly order: readonly PlanFacts[];
  /** Selected by a procedure of its own, not by the rule. */
  readonly selected: boolean;
}

/** What was selected by a procedure of its own, else the first by the rule; see `ranked`. */
export function choose({ comparison }: ComparisonSummary, promises: readonly PromiseTerms[]): Choice {
  const { base, alternatives, selection } = comparison;
  const [first] = alternatives;
  const plans = [
    factsOf(base, first?.rows ?? [], promises, (row) => row.base),
    ...alternatives.map(({ name, rows }) => factsOf(name, rows, promises, (row) => row.own)),
  ];
  const order = ranked(plans, promises);
  const [found, ...others] = selection?.left ?? [];
  const selected = others.length === 0 ? order.find(({ name }) => name === found) : undefined;
  const best = selected ?? order[0]!;
  return { best, second: order.find((each) => each !== best), order, selected: selected !== undefined };
}

function factsOf(
  name: string,
  rows: readonly ComparisonRow[],
  promises: readonly PromiseTerms[],
  side: (row: ComparisonRow) => Estimate,
): PlanFacts {
  const of = (response: string): Estimated => {
    const row = rows.find((each) => each.response === response);
    const { estimate, low, high } =
      row === undefined ? { estimate: Number.NaN, low: Number.NaN, high: Number.NaN } : side(row);
    return { estimate, low, high };
  };
  return {
    name,
    risks: promises.map(({ response }) => of(`${response}_month_risk`)),
    shares: promises.map(({ response }) => of(`${response}_share`)),
    cost: of(COST).estimate,
    afterHours: of(AFTER_HOURS).estimate,
    wait: of(WAIT).estimate,
  };
}
