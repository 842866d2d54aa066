/** What a column holds, said once beside the numbers. */
export interface ColumnSpec {
  /** Its name in files, with the unit at its end where there is one: `first_reply_min`. */
  readonly name: string;
  readonly unit?: string;
  /** `float64` for measures and times (NaN: not yet); integer columns always hold a value. */
  readonly type: ColumnType;
  readonly doc: string;
  /** The labels of a categorical integer column; the column holds indexes into them. */
  readonly levels?: readonly string[];
}

export type ColumnType = "float64" | "int32" | "uint8";

/** The numbers of one column. */
export type ColumnValues = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** An empty column of a type with room for `capacity` numbers. */
export function allocate(type: ColumnType, capacity: number): ColumnValues {
  if (type === "float64") return new Float64Array(capacity);
  return type === "int32" ? new Int32Array(capacity) : new Uint8Array(capacity);
}

/** The name of the type that `values` has. */
export function typeOf(values: ColumnValues): ColumnType {
  if (values instanceof Float64Array) return "float64";
  return values instanceof Int32Array ? "int32" : "uint8";
}

/** Least and greatest number a column takes; every whole number between them. A float64 column takes any number, NaN too. */
export function bounds({ type, levels }: ColumnSpec): readonly [least: number, most: number] {
  if (type === "float64") return [-Infinity, Infinity];
  if (levels !== undefined) return [0, levels.length - 1];
  return type === "int32" ? [-2147483648, 2147483647] : [0, 255];
}
