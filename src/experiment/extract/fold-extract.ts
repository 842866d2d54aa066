import { isoDate } from "../../model/index.ts";
import { answerThreads } from "./answer-threads.ts";
import { DayCounts } from "./day-counts.ts";
import type { Extract, ExtractCounts, ExtractReading, ExtractSample, ExtractTouches } from "./extract.ts";
import { type ExtractClock, FIRST_DAY } from "./extract-clock.ts";
import type { ExtractField, ExtractForm } from "./extract-field.ts";
import type { ExtractRoster } from "./extract-roster.ts";
import type { FaultTally } from "./fault-tally.ts";
import { mainPeriod, type Period } from "./main-period.ts";
import { dropTimesBeforeSent, mergeMessages } from "./merge-messages.ts";
import type { Names } from "./names.ts";
import { type PooledNames, poolNames } from "./pooled-names.ts";
import type { SampledRows, SampledTouches } from "./sampled-rows.ts";
import { type StaffPseudonyms, staffPseudonyms } from "./staff-pseudonyms.ts";

/** Hours of a person of the staff. */
export interface Shift {
  readonly staff: number;
  readonly from: number;
  readonly to: number;
}

/** All that is known when the last row has been read; times are on the clock. */
export interface ReadLog {
  readonly reading: ExtractReading;
  readonly timeZone: string;
  readonly rows: number;
  readonly form: ExtractForm;
  readonly fields: readonly ExtractField[];
  readonly clock: ExtractClock;
  readonly last: number;
  /** Messages outside a period that was asked for were passed over. */
  readonly isPart: boolean;
  readonly specialties: Names;
  readonly topics: Names;
  readonly staff: Names;
  readonly staffRoles: readonly (Int32Array | undefined)[];
  readonly counts: DayCounts;
  readonly sample: SampledRows;
  readonly touches: SampledTouches;
  readonly shifts: readonly Shift[];
  readonly missing: Readonly<Partial<Record<ExtractField, number>>>;
  readonly faults: FaultTally;
}

const PATIENT = 0;
const HOURS = 24;
const AT_ONCE = 20;
const DAYS_PER_WEEK = 7;

/** A log as an extract: rows joined to messages, sorted; names pooled and people numbered. Undefined: there is no message of a patient in it. */
export function foldExtract(log: ReadLog): Extract | undefined {
  const { clock, sample, faults, counts } = log;
  const period = mainPeriod(counts.byDay());
  if (period === undefined) return undefined;
  if (period.leftOut > 0) faults.add("far-from-the-rest", undefined, undefined, period.leftOut);
  const whole = mergeMessages(sample, log.form === "events", faults);
  if (log.form === "events") dropTimesBeforeSent(sample, whole, faults);
  const start = clock.dayStart(period.first);
  const end = clock.dayStart(period.last + 1);
  const inPeriod = whole.filter((row) => isIn(log, row, start, end));
  const { rows, threads, patients } = inOrder(sample, inPeriod);
  answerThreads(sample, rows, threads, faults);
  const { specialties, topics } = pooled(log, rows);
  const staff = staffPseudonyms(
    log.staff.cells.length,
    log.staffRoles,
    log.staff.cells.map((_, person) => counts.repliesOf(person)),
  );
  const names = { specialties: specialties.names, topics: topics.names, staff: staff.names };
  const dense = denseCounts(log, period, rows, patients, { specialties, topics, staff });
  tellGaps(dense, faults);
  if (sample.share === 1) tellCrowds(sample, rows, faults);
  if (sample.spilled > 0) faults.add("one-patient", undefined, undefined, sample.spilled);
  return {
    form: log.form,
    start: isoDate(FIRST_DAY + period.first),
    timeZone: log.timeZone,
    offsets: clock.offsetsFrom(period.first, dense.days),
    end: log.last - start,
    names,
    counts: dense,
    sample: sampleOf(sample, { rows, threads, patients }, start, { specialties, topics, staff }),
    touches: touchesOf(log.touches, start, end, { specialties, topics, staff }),
    ...(log.shifts.length === 0 ? {} : { roster: rosterOf(log.shifts, start, end, staff) }),
    faults: faults.faults(),
    reading: log.reading,
    fields: log.fields,
  };
}

interface Places {
  readonly specialties: PooledNames;
  readonly topics: PooledNames;
  readonly staff: StaffPseudonyms;
}

/** Messages of the sample in order: rows of the store, and along with them the ordinals of thread and patient. */
interface Ordered {
  readonly rows: readonly number[];
  readonly threads: readonly number[];
  readonly patients: readonly number[];
}

function isIn({ sample, form, isPart, faults }: ReadLog, row: number, start: number, end: number): boolean {
  const { columns, share } = sample;
  const sent = columns.sent[row]!;
  if (Number.isNaN(sent)) {
    if (form === "events" && !isPart) {
      const place = { file: columns.file[row]!, row: columns.row[row]! };
      faults.add("event-without-message", place, undefined, 1, share);
    }
    return false;
  }
  return sent >= start && sent < end;
}

function inOrder({ columns }: SampledRows, messages: readonly number[]): Ordered {
  const patientOf = ordinals(messages, (row) => columns.patient[row]!);
  let nameless = 0;
  const threadOf = ordinals(messages, (row) => {
    const thread = columns.thread[row]!;
    if (thread >= 0) return thread;
    nameless -= 1;
    return nameless;
  });
  const order = messages.map((_, i) => i);
  const sent = (i: number) => columns.sent[messages[i]!]!;
  order.sort(
    (a, b) => patientOf[a]! - patientOf[b]! || threadOf[a]! - threadOf[b]! || sent(a) - sent(b) || a - b,
  );
  // Threads count up in the order in which they now stand.
  const threads = ordinals(order, (i) => threadOf[i]!);
  return { rows: order.map((i) => messages[i]!), threads, patients: order.map((i) => patientOf[i]!) };
}

/** Which of the different keys each has, in the order of their first. */
function ordinals(rows: readonly number[], keyOf: (row: number) => number): number[] {
  const known = new Map<number, number>();
  return rows.map((row) => {
    const key = keyOf(row);
    let ordinal = known.get(key);
    if (ordinal === undefined) {
      ordinal = known.size;
      known.set(key, ordinal);
    }
    return ordinal;
  });
}

function pooled(log: ReadLog, rows: readonly number[]): { specialties: PooledNames; topics: PooledNames } {
  const { counts, sample } = log;
  const { columns } = sample;
  const peopleOf = (names: Names, column: Int32Array) => {
    const people = names.cells.map(() => new Set<number>());
    for (const row of rows) {
      const cell = column[row]!;
      if (cell >= 0 && columns.sender[row] === PATIENT) people[cell]!.add(columns.patient[row]!);
    }
    return people.map(({ size }) => size);
  };
  return {
    specialties: poolNames(
      log.specialties.cells,
      peopleOf(log.specialties, columns.specialty),
      counts.bySpecialty(),
      "clinic",
    ),
    topics: poolNames(log.topics.cells, peopleOf(log.topics, columns.topic), counts.ofTopics(), "any"),
  };
}

/** Counts by day from the start. Where all rows are in the sample they are counted in it, messages that several rows tell of once; else lowered by what the sample says of those. */
function denseCounts(
  { clock, counts, sample, missing, rows: allRows, topics: topicNames, form }: ReadLog,
  { first, last }: Period,
  rows: readonly number[],
  patients: readonly number[],
  { specialties, topics, staff }: Places,
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

function tellGaps({ byHour, days }: ExtractCounts, faults: FaultTally): void {
  for (let week = 0; (week + 1) * DAYS_PER_WEEK <= days; week++) {
    const from = week * DAYS_PER_WEEK * HOURS;
    const isEmpty = byHour.every((hours) =>
      hours.subarray(from, from + DAYS_PER_WEEK * HOURS).every((count) => count === 0),
    );
    if (isEmpty) faults.add("week-without-messages");
  }
}

function tellCrowds({ columns }: SampledRows, rows: readonly number[], faults: FaultTally): void {
  const of = rows.filter((row) => columns.sender[row] === PATIENT);
  of.sort((a, b) => columns.sent[a]! - columns.sent[b]!);
  let from = 0;
  of.forEach((row, i) => {
    const next = of[i + 1];
    if (next !== undefined && columns.sent[next] === columns.sent[row]) return;
    if (i + 1 - from >= AT_ONCE) {
      const place = { file: columns.file[of[from]!]!, row: columns.row[of[from]!]! };
      faults.add("many-at-once", place, undefined, i + 1 - from);
    }
    from = i + 1;
  });
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

function sampleOf(
  { columns, share }: SampledRows,
  { rows, threads, patients }: Ordered,
  start: number,
  { specialties, topics, staff }: Places,
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

function touchesOf(
  { columns, count, share }: SampledTouches,
  start: number,
  end: number,
  { specialties, topics, staff }: Places,
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

function rosterOf(
  shifts: readonly Shift[],
  start: number,
  end: number,
  { placeOf }: StaffPseudonyms,
): ExtractRoster {
  const within = shifts
    .filter(({ from, to }) => to > start && from < end)
    .map(({ staff, from, to }) => ({ staff: placeOf[staff]!, from: from - start, to: to - start }))
    .sort((a, b) => a.staff - b.staff || a.from - b.from);
  return {
    staff: Int16Array.from(within, ({ staff }) => staff),
    from: Float64Array.from(within, ({ from }) => from),
    to: Float64Array.from(within, ({ to }) => to),
  };
}
