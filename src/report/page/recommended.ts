import type { ComparisonSummary } from "../comparison-summary.ts";
import type { PromiseTerms, Summary } from "../summary.ts";
import { choose } from "./choice.ts";
import { type Estimated, isWithin, type PlanFacts } from "./plan-facts.ts";
import { factsOfRun } from "./run-page.ts";

/** What a page recommends, or is about. */
export interface Recommended {
  readonly name: string;
  /** Whether promises are made, and it keeps every one of them, by the estimates. */
  readonly keeps: boolean;
  /** A week, in the mean of the worlds; NaN where that is not known. */
  readonly messages: number;
  /** By promise: the risk that a month falls short. */
  readonly risks: readonly Estimated[];
}

/** What the page of a comparison recommends. */
export function recommendedOf(summary: ComparisonSummary, promises: readonly PromiseTerms[]): Recommended {
  const { best } = choose(summary, promises);
  const { alternatives, base } = summary.comparison;
  const row = (alternatives.find(({ name }) => name === best.name) ?? alternatives[0])?.rows.find(
    ({ response }) => response === MESSAGES,
  );
  const { estimate = Number.NaN } = (best.name === base ? row?.base : row?.own) ?? {};
  return { ...toldOf(best, promises), messages: estimate };
}

/** What the page of a run is about. */
export function subjectOf(summary: Summary): Recommended {
  const row = summary.analysis.rows.find(({ response }) => response === MESSAGES);
  return {
    ...toldOf(factsOfRun(summary), summary.promises),
    messages: row?.estimate ?? Number.NaN,
  };
}

const MESSAGES = "messages_per_week";

function toldOf(facts: PlanFacts, promises: readonly PromiseTerms[]) {
  return { name: facts.name, keeps: promises.length > 0 && isWithin(facts, promises), risks: facts.risks };
}
