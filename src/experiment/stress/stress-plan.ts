import type { Alternative } from "../comparison-plan.ts";
import { contentHash, offsetsKey } from "../job.ts";
import type { Plan } from "../plan.ts";

/** Something that a clinic may have to stand, as a scenario of its own. */
export interface StressCase extends Alternative {
  /** In a sentence: what it does. */
  readonly doc: string;
  /** First and last local date (ISO) of it. */
  readonly from: string;
  readonly to: string;
}

/** A stress that does not apply to a scenario. */
export interface LeftOutStress {
  readonly name: string;
  readonly why: string;
}

/** A plan of staff and policies put under stress, in the same worlds as without. */
export interface StressPlan {
  readonly engine: string;
  readonly seed: number;
  /** Their numbers, one after the other: the same for all; with `looks`, all that may be run. */
  readonly replications: readonly number[];
  /** After so many worlds, ascending, one looks whether all can be told, and ends if so; absent: only when all are run. */
  readonly looks?: readonly number[];
  /** As it is. */
  readonly base: Alternative;
  readonly stresses: readonly StressCase[];
  readonly leftOut: readonly LeftOutStress[];
  /** [days] A stress from whose end the backlog takes longer than this to come back is failed. */
  readonly recoverWithin: number;
}

/** SHA-256 of a stress plan's content, hexadecimal: equal ids have results of the same bytes. */
export function stressId(plan: StressPlan): string {
  const { engine, seed, replications, looks, base, stresses, leftOut, recoverWithin } = plan;
  const alternative = ({ name, scenario, offsets }: Alternative) => [name, scenario, offsetsKey(offsets)];
  return contentHash(
    "clinicsim/stress/1",
    engine,
    seed,
    replications,
    alternative(base),
    stresses.map((stress) => [...alternative(stress), stress.doc, stress.from, stress.to]),
    leftOut.map(({ name, why }) => [name, why]),
    recoverWithin,
    ...(looks === undefined ? [] : [looks]),
  );
}

/** So many times the first worlds are the most, if nobody says how many. */
const MOST = 8;

/** When to look, from `first` worlds on: twice as many each time, `atMost` at last. */
export function looksOf(first: number, atMost = MOST * first): readonly number[] {
  const looks = [first];
  for (let last = first; last < atMost; ) {
    // A last step that adds hardly any is none.
    last = 3 * last >= atMost ? atMost : 2 * last;
    looks.push(last);
  }
  return looks;
}

/** The runs of the base, then of every stress, in their order. */
export function stressRuns({ engine, seed, replications, base, stresses }: StressPlan): readonly Plan[] {
  return [base, ...stresses].map(({ scenario, offsets }) => ({
    engine,
    scenario,
    offsets,
    seed,
    replications,
    keep: "days",
  }));
}
