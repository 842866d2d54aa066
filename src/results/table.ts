import { invariant } from "../errors.ts";
import { allocate, bounds, type ColumnSpec, type ColumnValues, typeOf } from "./column.ts";

/** A table as plain data: post it with `buffers` as the transfer list, and nothing is copied. */
export interface TransferableTable {
  readonly name: string;
  readonly specs: readonly ColumnSpec[];
  readonly rowCount: number;
  readonly columns: readonly ColumnValues[];
  readonly buffers: readonly ArrayBuffer[];
}

/**
 * Raw data of a run: typed columns that grow by doubling, one number per cell; an append is O(1) per column.
 *
 * NaN in a float64 column means "not yet" or "never"; integer columns refuse it, as they refuse fractions and
 * numbers out of range, which a typed array would fold silently.
 */
export class Table {
  readonly name: string;
  readonly specs: readonly ColumnSpec[];
  readonly #columns: ColumnValues[];
  readonly #least: readonly number[];
  readonly #most: readonly number[];
  readonly #index = new Map<string, number>();
  #rowCount = 0;
  #capacity: number;
  #frozen = false;

  /** An empty table. Throws RangeError on a repeated column name or levels that do not fit their type. */
  constructor(name: string, specs: readonly ColumnSpec[], capacity = 64) {
    this.name = name;
    this.specs = Object.freeze([...specs]);
    specs.forEach((spec, i) => {
      if (this.#index.has(spec.name))
        throw new RangeError(`table ${name} has two columns named ${spec.name}`);
      const tooMany = spec.type === "uint8" && (spec.levels?.length ?? 0) > 256;
      if (spec.levels !== undefined && (spec.type === "float64" || tooMany)) {
        throw new RangeError(`column ${spec.name} of ${name} cannot hold its levels: use int32`);
      }
      this.#index.set(spec.name, i);
    });
    this.#least = specs.map((spec) => bounds(spec)[0]);
    this.#most = specs.map((spec) => bounds(spec)[1]);
    this.#capacity = Math.max(1, capacity);
    this.#columns = specs.map((spec) => allocate(spec.type, this.#capacity));
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Adds a row, one number per column in their order, and returns its index. Throws RangeError on what a column cannot hold. */
  append(...values: readonly number[]): number {
    const columns = this.#columns;
    if (values.length !== columns.length || this.#frozen) this.#refuseRow(values.length);
    for (let i = 0; i < columns.length; i++) this.#check(i, values[i]!);
    const row = this.#rowCount;
    if (row === this.#capacity) this.#grow();
    for (let i = 0; i < columns.length; i++) columns[i]![row] = values[i]!;
    this.#rowCount = row + 1;
    return row;
  }

  /** Writes one cell. Throws RangeError on a cell that is not there or a number its column cannot hold. */
  set(row: number, columnIndex: number, value: number): void {
    if (row >>> 0 !== row || row >= this.#rowCount || this.#frozen) this.#refuseCell(row);
    this.#check(columnIndex, value);
    this.#columns[columnIndex]![row] = value;
  }

  /** Reads one cell. Throws RangeError on a cell that is not there. */
  get(row: number, columnIndex: number): number {
    const value = row < this.#rowCount ? this.#columns[columnIndex]?.[row] : undefined;
    if (value === undefined) throw new RangeError(`table ${this.name} has no cell ${row}, ${columnIndex}`);
    return value;
  }

  /** The index of a column by its name. Throws RangeError naming those there are. */
  columnIndex(name: string): number {
    const index = this.#index.get(name);
    if (index === undefined) {
      const names = this.specs.map((spec) => spec.name).join(", ");
      throw new RangeError(`table ${this.name} has no column ${name}; it has ${names}`);
    }
    return index;
  }

  /** The rows of one column as a view without copy; it goes stale when the table grows. Throws as `columnIndex`. */
  column(name: string): ColumnValues {
    return this.#columns[this.columnIndex(name)]!.subarray(0, this.#rowCount) as ColumnValues;
  }

  /** No more rows or changes: `append` and `set` throw from here on. */
  freeze(): this {
    this.#frozen = true;
    return this;
  }

  /** A copy of the rows, trimmed, to be posted or stored; O(cells). The table itself stays usable. */
  toTransferable(): TransferableTable {
    const columns = this.#columns.map((values) => values.slice(0, this.#rowCount) as ColumnValues);
    return {
      name: this.name,
      specs: this.specs,
      rowCount: this.#rowCount,
      columns,
      buffers: columns.map((values) => values.buffer),
    };
  }

  /** The table that `transferable` came from, frozen, over the same buffers without copy. */
  static fromTransferable({ name, specs, rowCount, columns }: TransferableTable): Table {
    const table = new Table(name, specs, 0);
    invariant(
      columns.length === specs.length,
      `table ${name}: ${columns.length} columns for ${specs.length} specs`,
    );
    columns.forEach((values, i) => {
      const fits = values.length === rowCount && typeOf(values) === specs[i]!.type;
      invariant(fits, `table ${name}: column ${specs[i]!.name} does not match its spec`);
      table.#columns[i] = values;
    });
    table.#rowCount = rowCount;
    table.#capacity = rowCount;
    return table.freeze();
  }

  #check(column: number, value: number): void {
    const least = this.#least[column];
    if (least === undefined) throw new RangeError(`table ${this.name} has no column ${column}`);
    if (least === -Infinity) return;
    if (!(value >= least && value <= this.#most[column]! && value % 1 === 0))
      this.#refuseValue(column, value);
  }

  #grow(): void {
    this.#capacity = this.#capacity * 2;
    this.#columns.forEach((values, i) => {
      const larger = allocate(this.specs[i]!.type, this.#capacity);
      larger.set(values);
      this.#columns[i] = larger;
    });
  }

  #refuseRow(length: number): never {
    if (this.#frozen) throw new RangeError(`table ${this.name} is frozen: no row can be added`);
    throw new RangeError(`table ${this.name} has ${this.#columns.length} columns, got ${length} values`);
  }

  #refuseCell(row: number): never {
    if (this.#frozen) throw new RangeError(`table ${this.name} is frozen: no cell can change`);
    throw new RangeError(`table ${this.name} has ${this.#rowCount} rows, got row ${row}`);
  }

  #refuseValue(column: number, value: number): never {
    const spec = this.specs[column]!;
    const [least, most] = bounds(spec);
    throw new RangeError(
      `column ${spec.name} of ${this.name} takes whole numbers from ${least} to ${most}, got ${value}` +
        (Number.isNaN(value) ? "; use a float64 column for what may be absent" : ""),
    );
  }
}
