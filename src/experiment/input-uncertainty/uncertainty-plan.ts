import type { Difference } from "../../scenario/index.ts";
import type { Alternative } from "../comparison-plan.ts";
import type { UncertainInput } from "../inputs/uncertain-input.ts";
import { contentHash, offsetsKey } from "../job.ts";

/** A two-level experiment: draws of what is not known of a scenario, and for each of them some replications of it and its alternatives. */
export interface UncertaintyPlan {
  readonly engine: string;
  readonly seed: number;
  /** How often the inputs are drawn. */
  readonly draws: number;
  /** Replications for each draw, ≥ 2; draw d has those from (d − 1) `inner` + 1 to d `inner`, the same for all alternatives. */
  readonly inner: number;
  /** In the order in which they are drawn. */
  readonly inputs: readonly UncertainInput[];
  /** Paths of those of the ledger that were meant; absent: all that are measured, not decided. */
  readonly only?: readonly string[];
  /** As they are before anything is drawn; the first is what the others are compared to. */
  readonly alternatives: readonly Alternative[];
  /** Names of the responses that decide; of a single scenario none. */
  readonly primary: readonly string[];
  /** By response. */
  readonly smallestDifferences: Readonly<Record<string, Difference>>;
}

/** SHA-256 of the plan's content, hexadecimal: equal ids have results of the same bytes. */
export function uncertaintyId(plan: UncertaintyPlan): string {
  const { engine, seed, draws, inner, inputs, only, alternatives, primary, smallestDifferences } = plan;
  return contentHash(
    "clinicsim/uncertainty/1",
    engine,
    seed,
    draws,
    inner,
    inputs,
    only ?? null,
    alternatives.map(({ name, scenario, offsets }) => [name, scenario, offsetsKey(offsets)]),
    primary,
    Object.entries(smallestDifferences)
      .map(([name, { amount, relative }]) => [name, amount, relative])
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  );
}

/** The replications of a draw. */
export function replicationsOf(draw: number, { inner }: Pick<UncertaintyPlan, "inner">): readonly number[] {
  return Array.from({ length: inner }, (_, j) => (draw - 1) * inner + j + 1);
}
