import { DayCounts } from "./day-counts.ts";
import type { ExtractCounts } from "./extract.ts";
import type { FoldPlaces } from "./fold-places.ts";
import type { Period } from "./main-period.ts";
import type { ReadLog } from "./read-log.ts";

const PATIENT = 0;
const HOURS = 24;

/** Counts by day from the start. Where all rows are in the sample they are counted in it, messages that several rows tell of once; else lowered by what the sample says of those. */
export function denseCounts(
  { clock, counts, sample, missing, rows: allRows, topics: topicNames, form }: ReadLog,
  { first, last }: Period,
  rows: readonly number[],
  patients: readonly number[],
  { specialties, topics, staff }: FoldPlaces,
): ExtractCounts {
  const days = last - first + 1;
  const { columns, share, count } = sample;
  const byHour = specialties.names.map(() => new Float64Array(days * HOURS));
  const byTopic = specialties.names.map(() => new Float64Array(days * topics.names.length));
  let messages = 0;
  if (share === 1) {
    for (const row of rows) {
      if (columns.sender[row] !== PATIENT) continue;
      const sent = columns.sent[row]!;
      const specialty = specialties.placeOf[columns.specialty[row]!]!;
      const day = clock.dayOf(sent) - first;
      byHour[specialty]![day * HOURS + clock.hourOf(sent)]! += 1;
      const topic = columns.topic[row]!;
      if (topic >= 0) byTopic[specialty]![day * topics.names.length + topics.placeOf[topic]!]! += 1;
      messages += 1;
    }
  } else {
    const told = countWhere(count, (row) => columns.sender[row] === PATIENT && columns.sent[row]! >= 0);
    const once = rows.reduce((sum, row) => sum + (columns.sender[row] === PATIENT ? 1 : 0), 0);
    const weight = form === "messages" && once < told ? once / told : 1;
    counts.byHour.forEach((of, cell) => {
      for (const [day, hours] of of ?? []) {
        if (day < first || day > last) continue;
        hours.forEach((number, hour) => {
          byHour[specialties.placeOf[cell]!]![(day - first) * HOURS + hour]! += weight * number;
          messages += weight * number;
        });
      }
    });
    counts.byTopic.forEach((of, cell) => {
      for (const [place, number] of of ?? []) {
        const { day, topic } = DayCounts.place(place);
        if (day < first || day > last) continue;
        const at = (day - first) * topics.names.length + topics.placeOf[topic]!;
        byTopic[specialties.placeOf[cell]!]![at]! += weight * number;
      }
    });
  }
  const staffByHour = staff.names.map(() => new Float64Array(days * HOURS));
  counts.staffByHour.forEach((of, person) => {
    for (const [day, hours] of of ?? []) {
      if (day < first || day > last) continue;
      staffByHour[staff.placeOf[person]!]!.set(hours, (day - first) * HOURS);
    }
  });
  const writers = new Set(patients.filter((_, i) => columns.sender[rows[i]!] === PATIENT)).size;
  return {
    days,
    rows: allRows,
    messages: Math.round(messages),
    patients: Math.round(writers / share),
    byHour,
    byTopic: topicNames.cells.length === 0 ? byTopic.map(() => new Float64Array(0)) : byTopic,
    staffByHour,
    missing,
  };
}

function countWhere(count: number, holds: (row: number) => boolean): number {
  let found = 0;
  for (let row = 0; row < count; row++) if (holds(row)) found += 1;
  return found;
}
