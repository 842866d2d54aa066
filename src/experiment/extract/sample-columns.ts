import type { ExtractSample, ExtractTouches } from "./extract.ts";
import type { FoldPlaces } from "./fold-places.ts";
import type { OrderedMessages } from "./ordered-messages.ts";
import type { SampledRows, SampledTouches } from "./sampled-rows.ts";

/** Messages of the sample as columns; times from `start` on the clock. */
export function sampleOf(
  { columns, share }: SampledRows,
  { rows, threads, patients }: OrderedMessages,
  start: number,
  { specialties, topics, staff }: FoldPlaces,
): ExtractSample {
  const place = (of: readonly number[], value: number) => (value < 0 ? -1 : of[value]!);
  const time = (column: Float64Array) => columnOf(Float64Array, rows, (row) => column[row]! - start);
  return {
    share,
    patient: Int32Array.from(patients),
    thread: Int32Array.from(threads),
    specialty: columnOf(Int16Array, rows, (row) => specialties.placeOf[columns.specialty[row]!]!),
    topic: columnOf(Int16Array, rows, (row) => place(topics.placeOf, columns.topic[row]!)),
    sender: columnOf(Int8Array, rows, (row) => columns.sender[row]!),
    staff: columnOf(Int16Array, rows, (row) => place(staff.placeOf, columns.staff[row]!)),
    role: columnOf(Int8Array, rows, (row) => columns.role[row]!),
    urgent: columnOf(Int8Array, rows, (row) => columns.urgent[row]!),
    sent: time(columns.sent),
    firstRead: time(columns.read),
    replied: time(columns.replied),
    closed: time(columns.closed),
  };
}

/** What was done within the time of the extract, as columns. */
export function touchesOf(
  { columns, count, share }: SampledTouches,
  start: number,
  end: number,
  { specialties, topics, staff }: FoldPlaces,
): ExtractTouches {
  const rows = Array.from({ length: count }, (_, row) => row).filter(
    (row) => columns.at[row]! >= start && columns.at[row]! < end,
  );
  const placeOf = (row: number) => staff.placeOf[columns.staff[row]!]!;
  rows.sort((a, b) => placeOf(a) - placeOf(b) || columns.at[a]! - columns.at[b]! || a - b);
  return {
    share,
    staff: columnOf(Int16Array, rows, placeOf),
    role: columnOf(Int8Array, rows, (row) => columns.role[row]!),
    specialty: columnOf(Int16Array, rows, (row) => specialties.placeOf[columns.specialty[row]!]!),
    topic: columnOf(Int16Array, rows, (row) =>
      columns.topic[row]! < 0 ? -1 : topics.placeOf[columns.topic[row]!]!,
    ),
    kind: columnOf(Int8Array, rows, (row) => columns.kind[row]!),
    at: columnOf(Float64Array, rows, (row) => columns.at[row]! - start),
    read: columnOf(Float64Array, rows, (row) => columns.read[row]! - start),
  };
}

/** What is told of each row, as `Float64Array.from` would say it, in a fraction of the time. */
function columnOf<T extends { [place: number]: number }>(
  Column: new (length: number) => T,
  rows: readonly number[],
  of: (row: number) => number,
): T {
  const column = new Column(rows.length);
  for (let i = 0; i < rows.length; i++) column[i] = of(rows[i]!);
  return column;
}
