import { endianness } from "node:os";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/**
 * Plain data with typed columns as bytes, and back to the last bit: two lengths, a JSON text, then the columns, deflated. Columns are
 * written byte plane by byte plane, lowest first, on every machine: sorted numbers share their high bytes, which then nearly vanish.
 *
 * In the text, `{"~": …}` stands for what JSON does not have: a column, or a number that is not finite or is −0.
 */
const MARK = "~";
const HEAD_BYTES = 8;
const DEEPEST = 24;
const COLUMNS = { f64: Float64Array, i32: Int32Array, u8: Uint8Array } as const;
type ColumnKind = keyof typeof COLUMNS;
type Column = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;
const SPECIAL: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-0": -0,
};
const IS_LITTLE = endianness() === "LE";

/** Bytes of `value`: numbers, texts, booleans, null, lists, objects and typed columns of them; `undefined` in objects is left out. */
export function pack(value: unknown): Uint8Array<ArrayBuffer> {
  const columns: Uint8Array[] = [];
  const text = Buffer.from(JSON.stringify(replaced(value, columns)));
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(text.length, 0);
  head.writeUInt32LE(
    columns.reduce((sum, { length }) => sum + length, 0),
    4,
  );
  return new Uint8Array(deflateRawSync(Buffer.concat([head, text, ...columns])));
}

/** What `pack` was given. Throws on bytes that it did not write, and on more than `most` bytes of content. */
export function unpackBytes(bytes: Uint8Array, most: number): unknown {
  const all = inflateRawSync(bytes, { maxOutputLength: most });
  if (all.length < HEAD_BYTES) throw new RangeError("too short");
  const [textLength, columnsLength] = [all.readUInt32LE(0), all.readUInt32LE(4)];
  if (HEAD_BYTES + textLength + columnsLength !== all.length) throw new RangeError("of another length");
  const reader = { bytes: all, at: HEAD_BYTES + textLength };
  const value = restored(JSON.parse(all.toString("utf8", HEAD_BYTES, reader.at)), reader, 0);
  if (reader.at !== all.length) throw new RangeError("with columns that nobody names");
  return value;
}

function replaced(value: unknown, columns: Uint8Array[]): unknown {
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { [MARK]: Object.is(value, -0) ? "-0" : String(value) };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, columns));
  const kind = kindOf(value);
  if (kind !== undefined) {
    const column = value as Column;
    columns.push(planes(column));
    return { [MARK]: kind, length: column.length };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, columns)]));
}

function kindOf(value: object): ColumnKind | undefined {
  return (Object.keys(COLUMNS) as ColumnKind[]).find((kind) => value instanceof COLUMNS[kind]);
}

function restored(value: unknown, reader: { bytes: Buffer; at: number }, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) throw new RangeError("too deep");
  if (Array.isArray(value)) return value.map((item) => restored(item, reader, depth + 1));
  const { [MARK]: mark, length } = value as { [MARK]?: unknown; length?: unknown };
  if (mark === undefined)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, restored(item, reader, depth + 1)]),
    );
  if (typeof mark === "string" && Object.hasOwn(SPECIAL, mark)) return SPECIAL[mark];
  if (typeof mark !== "string" || !Object.hasOwn(COLUMNS, mark)) throw new RangeError("with an unknown mark");
  const type = COLUMNS[mark as ColumnKind];
  const size = Number(length) * type.BYTES_PER_ELEMENT;
  if (!Number.isSafeInteger(length) || size < 0 || reader.at + size > reader.bytes.length)
    throw new RangeError("with a column beyond its end");
  const column = new type(Number(length));
  fromPlanes(reader.bytes.subarray(reader.at, reader.at + size), column);
  reader.at += size;
  return column;
}

/** The lowest byte of every number, then the next of every number, and so on. */
function planes(column: Column): Uint8Array {
  const { length, BYTES_PER_ELEMENT: width } = column;
  const from = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  const into = new Uint8Array(from.length);
  for (let plane = 0; plane < width; plane++) {
    const offset = IS_LITTLE ? plane : width - 1 - plane;
    for (let i = 0; i < length; i++) into[plane * length + i] = from[i * width + offset]!;
  }
  return into;
}

function fromPlanes(from: Uint8Array, column: Column): void {
  const { length, BYTES_PER_ELEMENT: width } = column;
  const into = new Uint8Array(column.buffer);
  for (let plane = 0; plane < width; plane++) {
    const offset = IS_LITTLE ? plane : width - 1 - plane;
    for (let i = 0; i < length; i++) into[i * width + offset] = from[plane * length + i]!;
  }
}
