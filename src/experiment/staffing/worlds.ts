import type { Observation } from "./observation.ts";

/** Where plans are tried. Replications of one number are the same world for every plan. */
export interface Worlds {
  /** What the plan's replications `first`, `first` + 1, … say, `count` of them, in that order. */
  observe(plan: number, first: number, count: number): Promise<readonly Observation[]>;
}

/** The first replication of those in which plans are confirmed: far above all that a search comes to. */
export const FRESH = 500_001;

/** Keeps what was observed, and knows how much that was. */
export class KnownWorlds {
  readonly #worlds: Worlds;
  readonly #from: number;
  readonly #known = new Map<number, Observation[]>();

  /** Worlds from replication `from` on. */
  constructor(worlds: Worlds, from: number) {
    this.#worlds = worlds;
    this.#from = from;
  }

  /** The plan's first `count` replications, of which only those are run that have not been. */
  async first(plan: number, count: number): Promise<readonly Observation[]> {
    const known = this.#known.get(plan) ?? [];
    this.#known.set(plan, known);
    if (known.length < count) {
      known.push(...(await this.#worlds.observe(plan, this.#from + known.length, count - known.length)));
    }
    return known.slice(0, count);
  }

  /** All that was observed of a plan. */
  of(plan: number): readonly Observation[] {
    return this.#known.get(plan) ?? [];
  }

  /** Replications run, of all plans. */
  get spent(): number {
    return [...this.#known.values()].reduce((sum, { length }) => sum + length, 0);
  }
}
