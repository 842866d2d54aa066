import type { ComparedAlternative, ComparisonRow, Estimate } from "../../experiment/index.ts";
import type { ComparisonSummary } from "../comparison-summary.ts";
import type { PromiseTerms } from "../summary.ts";
import { type Estimated, isWithin, type PlanFacts, ranked } from "./plan-facts.ts";

/** Responses by which ways of working are told apart, beside promises. */
export const COST = "cost_per_week";
export const AFTER_HOURS = "physician_after_hours_min_per_week";
export const WAIT = "first_reply_p90_business_h";

/** What is recommended, what comes next, and all in the order of the rule. */
export interface Choice {
  readonly best: PlanFacts;
  readonly second: PlanFacts | undefined;
  readonly order: readonly PlanFacts[];
  /** Those that the rule by itself puts before the base, and that go after it because they may be no better. */
  readonly passed: readonly PlanFacts[];
  /** Selected by a procedure of its own, not by the rule. */
  readonly selected: boolean;
}

/**
 * What was selected by a procedure of its own, else the first by the rule; see `ranked`. A base that keeps every promise goes before all that are
 * not surely better in anything that decides, or surely cheaper: nobody changes a clinic on what may be luck.
 */
export function choose({ comparison }: ComparisonSummary, promises: readonly PromiseTerms[]): Choice {
  const { base, alternatives, selection } = comparison;
  const [first] = alternatives;
  const plans = [
    factsOf(base, first?.rows ?? [], promises, (row) => row.base),
    ...alternatives.map(({ name, rows }) => factsOf(name, rows, promises, (row) => row.own)),
  ];
  const byRule = ranked(plans, promises);
  const unsure = new Set(
    isWithin(plans[0]!, promises)
      ? alternatives.filter((each) => !isSurelyBetter(each, promises)).map(({ name }) => name)
      : [],
  );
  const before = byRule.slice(
    0,
    byRule.findIndex(({ name }) => name === base),
  );
  const passed = before.filter(({ name }) => unsure.has(name));
  const order = [
    ...before.filter((each) => !passed.includes(each)),
    plans[0]!,
    ...passed,
    ...byRule.slice(before.length + 1),
  ];
  const [found, ...others] = selection?.left ?? [];
  const selected = others.length === 0 ? order.find(({ name }) => name === found) : undefined;
  const best = selected ?? order[0]!;
  const second = order.find((each) => each !== best);
  return { best, second, order, passed, selected: selected !== undefined };
}

/** In a response that decides, or in cost; without promises in waits, which decide then. */
function isSurelyBetter({ rows }: ComparedAlternative, promises: readonly PromiseTerms[]): boolean {
  return rows.some(
    ({ response, primary, conclusion }) =>
      conclusion === "better" &&
      (primary || response === COST || (promises.length === 0 && response === WAIT)),
  );
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
