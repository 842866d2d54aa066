import type { Difference } from "../scenario/index.ts";
import { contentHash, type Offsets, offsetsKey } from "./job.ts";
import type { Plan } from "./plan.ts";

/** One of the ways to run a clinic that are compared. */
export interface Alternative {
  readonly name: string;
  /** Canonical text of its scenario, defaults filled in. */
  readonly scenario: string;
  readonly offsets: Offsets;
}

/** What the best is to be selected by, and how surely. */
export interface SelectionTerms {
  readonly response: string;
  /** Differences below it are not worth telling apart; in the unit of the response. */
  readonly indifference: number;
  /** With which the best is selected, if it leads by the indifference zone. */
  readonly probability: number;
  /** Replications of an alternative at most. */
  readonly atMost: number;
}

/** Alternatives that are run in the same worlds, and what they are compared by. */
export interface ComparisonPlan {
  readonly engine: string;
  readonly seed: number;
  /** Their numbers, ascending, from 1: the same for all. */
  readonly replications: readonly number[];
  /** The first is what the others are compared to. */
  readonly alternatives: readonly Alternative[];
  /** Names of the responses that decide. */
  readonly primary: readonly string[];
  /** By response. */
  readonly smallestDifferences: Readonly<Record<string, Difference>>;
  readonly selection?: SelectionTerms;
}

/** SHA-256 of a comparison's content, hexadecimal: equal ids have results of the same bytes. */
export function comparisonId(plan: ComparisonPlan): string {
  const { engine, seed, replications, alternatives, primary, smallestDifferences, selection } = plan;
  return contentHash(
    "clinicsim/comparison/1",
    engine,
    seed,
    replications,
    alternatives.map(({ name, scenario, offsets }) => [name, scenario, offsetsKey(offsets)]),
    primary,
    Object.entries(smallestDifferences)
      .map(([name, { amount, relative }]) => [name, amount, relative])
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
    selection === undefined
      ? []
      : [selection.response, selection.indifference, selection.probability, selection.atMost],
  );
}

/** The runs of every alternative, in their order. */
export function plansOf({ engine, seed, replications, alternatives }: ComparisonPlan): readonly Plan[] {
  return alternatives.map(({ scenario, offsets }) => ({
    engine,
    scenario,
    offsets,
    seed,
    replications,
    keep: "responses",
  }));
}
