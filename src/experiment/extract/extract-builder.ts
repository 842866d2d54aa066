import { keyedUniformAt } from "../../random/index.ts";
import { EVENTS, isNothing, plainCell } from "./cell-words.ts";
import { DayCounts } from "./day-counts.ts";
import type { Extract, ExtractReading } from "./extract.ts";
import type { ExtractClock } from "./extract-clock.ts";
import type { FaultPlace } from "./extract-fault.ts";
import { EXTRACT_FIELDS, type ExtractField, type ExtractForm } from "./extract-field.ts";
import { type FaultCode, FaultTally } from "./fault-tally.ts";
import { foldExtract } from "./fold-extract.ts";
import type { Identities } from "./identities.ts";
import type { ColumnMap } from "./map-columns.ts";
import { MissingCells } from "./missing-cells.ts";
import { Names } from "./names.ts";
import { RowTimes } from "./row-times.ts";
import { RowWords } from "./row-words.ts";
import { type KeptRow, SampledRows, SampledTouches } from "./sampled-rows.ts";
import { SecondFiles, threadKey } from "./second-files.ts";
import { StaffMembers } from "./staff-members.ts";
import type { TimeFormat } from "./time-format.ts";

export interface ExtractTerms {
  readonly map: ColumnMap;
  readonly formats: ReadonlyMap<ExtractField, TimeFormat>;
  readonly clock: ExtractClock;
  readonly timeZone: string;
  readonly identities: Identities;
  /** [min on the clock] Nothing later is believed. */
  readonly now: number;
  /** [min on the clock] Messages sent in [from, to) count; what happens after is not known. */
  readonly from: number;
  readonly to: number;
  /** Messages held at most. */
  readonly keepAtMost: number;
}

/** Rows of one message as a sample holds several of an event log. */
const EVENTS_PER_MESSAGE = 3;
const TOUCHES_PER_MESSAGE = 2;
/** Different cells that threads have at least, in a log of any size. */
const FEWEST_THREADS = 50;
const NUMBER = /^\d+$/;
const STAFF_DAY = { hi: 0x73746166, lo: 0x66646179 };

const SENT = EVENTS.indexOf("sent");
const READ = EVENTS.indexOf("read");
const REPLIED = EVENTS.indexOf("replied");
const CLOSED = EVENTS.indexOf("closed");
const PATIENT = 0;
const STAFF = 1;

/** Takes the rows of a log, one after the other, in any order; holds counts and a sample, and gives the extract. */
export class ExtractBuilder {
  rows = 0;
  /** Of these, left out for want of a time that can be read and believed. */
  rowsWithoutTime = 0;
  readonly faults = new FaultTally();
  /** What second files tell. */
  readonly beside: SecondFiles;
  readonly #terms: ExtractTerms;
  readonly #form: ExtractForm;
  readonly #column: Readonly<Record<ExtractField, number>>;
  readonly #missing = new MissingCells();
  readonly #times: RowTimes;
  readonly #words: RowWords;
  readonly #staff = new StaffMembers();
  readonly #threadCells = new Names(FEWEST_THREADS);
  readonly #counts = new DayCounts();
  readonly #sample: SampledRows;
  readonly #touches: SampledTouches;
  #last = Number.NEGATIVE_INFINITY;

  constructor(terms: ExtractTerms) {
    this.#terms = terms;
    const { columns, form } = terms.map;
    this.#form = form;
    const place = (field: ExtractField) => columns.get(field) ?? -1;
    this.#column = Object.fromEntries(EXTRACT_FIELDS.map((field) => [field, place(field)])) as Record<
      ExtractField,
      number
    >;
    this.#times = new RowTimes(terms, this.#column, this.faults, this.#missing);
    this.#words = new RowWords(this.#column, this.#staff, this.faults, this.#missing);
    this.beside = new SecondFiles(terms.identities, this.#staff, this.#column.patient_id >= 0);
    const most = terms.keepAtMost * (form === "events" ? EVENTS_PER_MESSAGE : 1);
    this.#sample = new SampledRows(most);
    this.#touches = new SampledTouches(terms.keepAtMost * TOUCHES_PER_MESSAGE);
  }

  /** Times of sending that do not say by themselves what the local clock showed: without an offset, or with that of UTC. */
  get withoutOffset(): number {
    return this.#times.withoutOffset;
  }

  /** Whether all threads go by a few cells that are no numbers: topics, say. Numbers may count the threads of each patient. */
  get hasNamesForThreads(): boolean {
    const { cells } = this.#threadCells;
    return cells.length > 0 && cells.length < FEWEST_THREADS && cells.some((cell) => !NUMBER.test(cell));
  }

  /** Cells of a field that are empty or could not be read. */
  missing(field: ExtractField): number {
    return this.#missing.counts[field] ?? 0;
  }

  /** One row of a file, whose columns are those of the map. */
  row(cells: readonly string[], place: FaultPlace): void {
    this.rows += 1;
    if (this.#form === "events") this.#event(cells, place);
    else this.#message(cells, place);
  }

  /** A row that cannot be read. */
  skip(fault: FaultCode, place: FaultPlace): void {
    this.rows += 1;
    this.faults.add(fault, place);
  }

  #message(cells: readonly string[], place: FaultPlace): void {
    const sent = this.#times.of("sent", cells, place);
    const sender = this.#words.sender(cells, place);
    if (sender < 0) return;
    if (Number.isNaN(sent)) {
      this.#withoutTime("sent", cells, place);
      return;
    }
    if (!this.#counted(sent)) return;
    if (sender === 2) this.faults.add("automated-mail", place);
    const specialty = this.#words.specialty(cells, place);
    const topic = this.#words.topic(cells, place);
    const urgent = this.#words.urgent(cells, place);
    const read = this.#times.after("first_read", sent, cells, place);
    const replied = this.#times.after("replied", sent, cells, place);
    const closed = this.#times.after("closed", sent, cells, place);
    if (closed < replied) this.faults.add("closed-before-replied", place);
    if (read > replied) this.faults.add("read-after-reply", place);
    const role = this.#words.role(cells, place);
    const staff = this.#words.person(cells, role, place);
    this.#toldOf(sent);
    this.#toldOf(read);
    this.#toldOf(replied);
    this.#toldOf(closed);
    if (sender === PATIENT) this.#counts.message(this.#terms.clock, sent, specialty, topic);
    this.#keep(cells, place, { specialty, topic, sender, staff, role, urgent, sent, read, replied, closed });
    if (sender === STAFF) this.#touch(staff, role, specialty, topic, REPLIED, sent, Number.NaN);
    else if (sender === PATIENT) {
      const done = Number.isNaN(replied) ? CLOSED : REPLIED;
      const at = Number.isNaN(replied) ? closed : replied;
      if (!Number.isNaN(at)) this.#touch(staff, role, specialty, topic, done, at, read);
    }
  }

  #event(cells: readonly string[], place: FaultPlace): void {
    const at = this.#times.of("at", cells, place);
    const event = this.#words.event(cells);
    if (event < 0) {
      this.faults.add("unknown-event", place);
      return;
    }
    if (Number.isNaN(at)) {
      this.#withoutTime("at", cells, place);
      return;
    }
    const sender = event === SENT ? this.#words.sender(cells, place) : PATIENT;
    if (sender < 0 || at >= this.#terms.to) return;
    if (event === SENT && !this.#counted(at)) return;
    if (sender === 2) this.faults.add("automated-mail", place);
    const specialty = this.#words.specialty(cells, place);
    const topic = this.#words.topic(cells, place);
    const urgent = this.#words.urgent(cells, place);
    const role = event === SENT && sender === PATIENT ? -1 : this.#words.role(cells, place);
    const staff = event === SENT && sender === PATIENT ? -1 : this.#words.person(cells, role, place);
    const when = (kind: number) => (event === kind ? at : Number.NaN);
    this.#toldOf(at);
    if (event === SENT && sender === PATIENT) this.#counts.message(this.#terms.clock, at, specialty, topic);
    this.#keep(cells, place, {
      specialty,
      topic,
      sender,
      // Who read or forwarded it is in the touches; here is who replied or closed it.
      staff: event === REPLIED || event === CLOSED || sender === STAFF ? staff : -1,
      role: event === REPLIED || event === CLOSED || sender === STAFF ? role : -1,
      urgent,
      sent: when(SENT),
      read: when(READ),
      replied: when(REPLIED),
      closed: when(CLOSED),
    });
    if (event !== SENT) this.#touch(staff, role, specialty, topic, event, at, Number.NaN);
    else if (sender === STAFF) this.#touch(staff, role, specialty, topic, REPLIED, at, Number.NaN);
  }

  /** Cells that hold something are among the faults of times. */
  #withoutTime(field: "sent" | "at", cells: readonly string[], place: FaultPlace): void {
    this.rowsWithoutTime += 1;
    if (isNothing(plainCell(cells[this.#column[field]]!))) this.faults.add("missing-sent", place);
  }

  #counted(sent: number): boolean {
    return sent >= this.#terms.from && sent < this.#terms.to;
  }

  /** NaN: not told of. */
  #toldOf(time: number): void {
    if (time > this.#last) this.#last = time;
  }

  #touch(
    staff: number,
    role: number,
    specialty: number,
    topic: number,
    event: number,
    at: number,
    read: number,
  ): void {
    if (staff < 0) return;
    const { clock } = this.#terms;
    const day = clock.dayOf(at);
    if (event === REPLIED || event === CLOSED) this.#counts.reply(staff, day, clock.hourOf(at));
    this.#touches.put(keyedUniformAt(STAFF_DAY.hi, STAFF_DAY.lo, staff, day), {
      staff,
      role,
      specialty,
      topic,
      kind: event - 1,
      at,
      read,
    });
  }

  #keep(cells: readonly string[], place: FaultPlace, row: KeptRow): void {
    const { identities } = this.#terms;
    const patient = this.#words.identifier("patient_id", cells, place);
    const message = this.#words.identifier("message_id", cells, place);
    const named = this.#words.identifier("thread_id", cells, place);
    const thread = named === "" && this.#terms.map.threadsByFirst ? message : named;
    if (thread !== "") this.#threadCells.of(thread);
    const unit = patient || thread || message || `row ${place.file} ${place.row}`;
    const draw = identities.draw(unit);
    if (!this.#sample.keeps(draw)) return;
    this.#sample.put(draw, row, {
      patient: identities.person(unit),
      thread: thread === "" ? -1 : identities.number(threadKey(unit, thread)),
      message: message === "" ? -1 : identities.number(`message ${message}`),
      order: this.rows,
      file: place.file,
      row: place.row,
    });
  }

  /** What has been read, as an extract; the builder is done with. Undefined: there is no message of a patient. */
  extract(reading: ExtractReading): Extract | undefined {
    this.#times.finish();
    return foldExtract({
      reading,
      timeZone: this.#terms.timeZone,
      isPart: this.#terms.from > Number.NEGATIVE_INFINITY || this.#terms.to < Number.POSITIVE_INFINITY,
      rows: this.rows,
      form: this.#form,
      fields: [...this.#terms.map.columns.keys()],
      clock: this.#terms.clock,
      last: Math.min(this.#last, this.#terms.to),
      specialties: this.#words.specialties,
      topics: this.#words.topics,
      staff: this.#staff,
      counts: this.#counts,
      sample: this.#sample,
      touches: this.#touches,
      beside: this.beside,
      missing: this.#missing.counts,
      faults: this.faults,
    });
  }
}
