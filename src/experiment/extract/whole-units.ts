import type { ColumnValues } from "../../results/index.ts";

const FIRST_CAPACITY = 1024;
/** What is kept of the most, when there are more: so that they are not sorted out for every row. */
const KEPT_SHARE = 0.75;

type Column<T> = new (length: number) => T;

/** What a row store holds: a typed array for each name. */
export type Columns = Readonly<Record<string, Column<ColumnValues>>>;

/**
 * Rows of a sample of whole units (patients, days of somebody), bounded: a unit is in it if its draw, in [0, 1), is below `share`, which falls when the
 * rows become too many. Draws must be independent of what is sampled; then the sample is, too. E. Cohen, H. Kaplan, "Summarizing data using bottom-k
 * sketches", PODC 2007.
 */
export class WholeUnits<C extends Columns> {
  /** Of units that are kept, 0 … 1. */
  share = 1;
  count = 0;
  /** Rows left out because one unit alone fills the sample. */
  spilled = 0;
  /** One entry per row; only the first `count` hold anything. */
  readonly columns: { [Name in keyof C]: InstanceType<C[Name]> };
  #draws = new Float64Array(FIRST_CAPACITY);
  readonly #types: C;
  readonly #most: number;

  constructor(types: C, most: number) {
    this.#types = types;
    this.#most = most;
    this.columns = this.#each((name) => new types[name]!(FIRST_CAPACITY));
  }

  /** Whether a row of a unit with this draw is kept. */
  keeps(draw: number): boolean {
    if (draw >= this.share) return false;
    if (this.count < this.#most) return true;
    this.#fewer();
    if (this.count >= this.#most) this.spilled += 1;
    return draw < this.share && this.count < this.#most;
  }

  /** Place of a new row, to be filled; first look whether it is kept. */
  add(draw: number): number {
    if (this.count === this.#draws.length) this.#grow();
    this.#draws[this.count] = draw;
    this.count += 1;
    return this.count - 1;
  }

  #fewer(): void {
    const inOrder = this.#draws.slice(0, this.count).sort();
    const limit = inOrder[Math.floor(KEPT_SHARE * this.#most)]!;
    const first = inOrder[0]!;
    if (first === inOrder[this.count - 1]) return; // one unit fills it all
    this.share = limit > first ? limit : inOrder.find((draw) => draw > first)!;
    let kept = 0;
    const columns = Object.values(this.columns) as ColumnValues[];
    for (let row = 0; row < this.count; row++) {
      if (!(this.#draws[row]! < this.share)) continue;
      this.#draws[kept] = this.#draws[row]!;
      for (const column of columns) column[kept] = column[row]!;
      kept += 1;
    }
    this.count = kept;
  }

  #grow(): void {
    const longer = <T extends ColumnValues>(column: T): T => {
      const copy = new (column.constructor as Column<T>)(2 * column.length);
      copy.set(column);
      return copy;
    };
    this.#draws = longer(this.#draws);
    const grown = this.#each((name) => longer(this.columns[name]));
    Object.assign(this.columns, grown);
  }

  #each(make: (name: keyof C & string) => ColumnValues): { [Name in keyof C]: InstanceType<C[Name]> } {
    return Object.fromEntries(Object.keys(this.#types).map((name) => [name, make(name)])) as {
      [Name in keyof C]: InstanceType<C[Name]>;
    };
  }
}
