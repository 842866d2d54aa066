/** Most that a column of names may have: beyond, it is no column of names. */
const MOST_NAMES = 500;

/** Ordinals of the different cells of a column, in the order of their first; never more than so many. */
export class Names {
  readonly #ordinals = new Map<string, number>();
  readonly #most: number;

  constructor(most = MOST_NAMES) {
    this.#most = most;
  }

  /** −1: there are too many. */
  of(cell: string): number {
    const known = this.#ordinals.get(cell);
    if (known !== undefined) return known;
    if (this.#ordinals.size >= this.#most) return -1;
    const ordinal = this.#ordinals.size;
    this.#ordinals.set(cell, ordinal);
    return ordinal;
  }

  /** The ordinal of having none. */
  none(): number {
    return this.of("");
  }

  get cells(): readonly string[] {
    return [...this.#ordinals.keys()];
  }
}
