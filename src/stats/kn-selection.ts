import { pow } from "../random/index.ts";
import { Tally } from "./tally.ts";

/** What a selection promises. */
export interface SelectionRule {
  /** With at least this probability the best is selected, if it leads every other by the indifference zone; above 1 / k. */
  readonly probability: number;
  /** Differences below it are not worth telling apart; in the unit of the values, above 0. */
  readonly indifference: number;
  readonly better: "lower" | "higher";
}

/**
 * Selection of the system with the best mean, fully sequential: replications are added in common blocks to the systems that are still in,
 * and a system leaves as soon as it is surely not the best.
 *
 * Procedure KN for systems that share their random numbers (with c = 1), of normal replications: Kim & Nelson, ACM TOMACS 11 (2001), 251, in
 * Henderson & Nelson, Handbooks in OR & MS 13 (2006), § 17.3.2. Looking only after blocks never adds to the probability of an
 * error. Systems of the same mean to the end: the first of them stays. Throws RangeError unless there are two systems or more, of
 * two replications or more each, as many for all, of finite values.
 */
export class KnSelection {
  readonly #sign: number;
  readonly #indifference: number;
  readonly #sums: number[];
  /** Replications after which two systems must be told apart, by the variance of their difference in the first stage. */
  readonly #lengths: readonly (readonly number[])[];
  #survivors: readonly number[];
  #count: number;

  /** Begins with each system's first replications, and screens them. */
  constructor(first: readonly ArrayLike<number>[], { probability, indifference, better }: SelectionRule) {
    const n = first[0]?.length ?? 0;
    if (first.length < 2 || n < 2 || first.some(({ length }) => length !== n)) {
      throw new RangeError(
        "a selection needs two systems or more, of two replications or more, as many for all",
      );
    }
    checkFinite(first);
    if (!(probability > 1 / first.length && probability < 1)) {
      throw new RangeError(`the probability must lie between 1 / ${first.length} and 1, got ${probability}`);
    }
    if (!(indifference > 0 && indifference < Infinity)) {
      throw new RangeError(`the indifference zone must be positive, got ${indifference}`);
    }
    this.#sign = better === "higher" ? 1 : -1;
    this.#indifference = indifference;
    this.#sums = first.map(() => 0);
    this.#survivors = first.map((_, system) => system);
    this.#count = 0;
    const error = (1 - probability) / (first.length - 1);
    const h2 = (n - 1) * (pow(2 * error, -2 / (n - 1)) - 1);
    const squared = indifference * indifference;
    this.#lengths = first.map((values) =>
      first.map((others) => (h2 * varianceOfDifference(values, others)) / squared),
    );
    this.add(first);
  }

  /** Replications of each survivor so far. */
  get count(): number {
    return this.#count;
  }

  /** Systems that may still be the best, by their place in the list; one at the end. */
  get survivors(): readonly number[] {
    return this.#survivors;
  }

  /** Replications of each survivor after which it is over at the latest. */
  get most(): number {
    const between = this.#survivors.flatMap((i) => this.#survivors.map((l) => this.#lengths[i]![l]!));
    return Math.max(this.#count, Math.ceil(between.reduce((most, each) => Math.max(most, each), 0)));
  }

  /** Takes the next replications of each survivor, in the order of `survivors`, and screens. Throws RangeError as the constructor does. */
  add(block: readonly ArrayLike<number>[]): void {
    const size = block[0]?.length ?? 0;
    if (block.length !== this.#survivors.length || size < 1 || block.some(({ length }) => length !== size)) {
      throw new RangeError("a block needs as many replications of every survivor");
    }
    checkFinite(block);
    this.#survivors.forEach((system, place) => {
      for (let i = 0; i < size; i++) this.#sums[system]! += this.#sign * block[place]![i]!;
    });
    this.#count += size;
    this.#survivors = this.#survivors.filter((system) => !this.#isBeaten(system));
  }

  #isBeaten(system: number): boolean {
    const mean = this.#sums[system]! / this.#count;
    return this.#survivors.some((rival) => {
      const lead = this.#sums[rival]! / this.#count - mean;
      const left = this.#lengths[system]![rival]! - this.#count;
      const allowance = Math.max(0, (this.#indifference / (2 * this.#count)) * left);
      return lead > allowance || (allowance === 0 && lead === 0 && rival < system);
    });
  }
}

function checkFinite(lists: readonly ArrayLike<number>[]): void {
  for (const values of lists) {
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i]!)) {
        throw new RangeError(`a selection needs finite values, got ${values[i]}`);
      }
    }
  }
}

function varianceOfDifference(values: ArrayLike<number>, others: ArrayLike<number>): number {
  const tally = new Tally();
  for (let i = 0; i < values.length; i++) tally.add(values[i]! - others[i]!);
  return tally.variance;
}
