import { isoDate } from "../../model/index.ts";
import { alikeRows } from "./alike-names.ts";
import { answerThreads } from "./answer-threads.ts";
import { denseCounts } from "./dense-counts.ts";
import type { Extract, ExtractCounts } from "./extract.ts";
import { FIRST_DAY } from "./extract-clock.ts";
import type { FaultTally } from "./fault-tally.ts";
import { mainPeriod } from "./main-period.ts";
import { dropTimesBeforeSent, mergeMessages } from "./merge-messages.ts";
import type { Names } from "./names.ts";
import { inOrder } from "./ordered-messages.ts";
import { type PooledNames, poolNames } from "./pooled-names.ts";
import type { ReadLog } from "./read-log.ts";
import { sampleOf, touchesOf } from "./sample-columns.ts";
import type { SampledRows } from "./sampled-rows.ts";
import { staffPseudonyms } from "./staff-pseudonyms.ts";

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
  tellAlike(log, specialties, topics);
  const staff = staffPseudonyms(
    log.staff.count,
    log.staff.roles,
    Array.from({ length: log.staff.count }, (_, person) => counts.repliesOf(person)),
  );
  const names = { specialties: specialties.names, topics: topics.names, staff: staff.names };
  const dense = denseCounts(log, period, rows, patients, { specialties, topics, staff });
  tellGaps(dense, faults);
  if (sample.share === 1) tellCrowds(sample, rows, faults);
  const { elsewhere, ...beside } = log.beside.goingWith({
    start,
    end,
    specialtyOf: specialtyFinder(log, specialties),
    staff: staff.placeOf,
    threads: new Map(rows.map((row, i) => [sample.columns.thread[row]!, threads[i]!])),
  });
  if (elsewhere > 0) faults.add("specialty-without-messages", undefined, undefined, elsewhere);
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
    ...beside,
    faults: faults.faults(),
    reading: log.reading,
    fields: log.fields,
  };
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

function tellAlike(log: ReadLog, specialties: PooledNames, topics: PooledNames): void {
  const { counts, faults } = log;
  const kinds = [
    { field: "specialty", names: log.specialties, messages: counts.bySpecialty(), pooledTo: specialties },
    { field: "topic", names: log.topics, messages: counts.ofTopics(), pooledTo: topics },
  ] as const;
  for (const { field, names, messages, pooledTo } of kinds) {
    const rows = alikeRows(names.cells, messages, pooledTo.placeOf);
    if (rows > 0) faults.add("names-alike", undefined, field, rows);
  }
}

/** Finds the place of a specialty by what a cell of another file says: by its name, whatever its case; where the log has one specialty and no names, everything is of that. */
function specialtyFinder(
  { specialties: cells, counts }: ReadLog,
  { names, placeOf }: PooledNames,
): (cell: string) => number {
  const messages = counts.bySpecialty();
  const places = new Map<string, number>();
  cells.cells.forEach((cell, i) => {
    if ((messages[i] ?? 0) > 0) places.set(plainName(cell), placeOf[i]!);
  });
  const isNameless = places.size === 1 && places.has("");
  return (cell) => {
    if (isNameless || (cell === "" && names.length === 1)) return 0;
    return places.get(plainName(cell)) ?? -1;
  };
}

function plainName(cell: string): string {
  return cell.trim().toLowerCase();
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
