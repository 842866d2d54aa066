import { inWindow, overlap, type Table, type Window } from "../results/index.ts";
import { TimeWeighted } from "../stats/index.ts";
import { callerOf } from "./call-ids.ts";
import type { Model } from "./compile.ts";
import type { ClinicObserver, MessageRecord, Stretch, VisitRecord, Wait, WorkRecord } from "./observer.ts";
import { Books, type Conservation } from "./recorder/books.ts";
import { FullTables } from "./recorder/full-tables.ts";
import { LineClocks } from "./recorder/line-clocks.ts";
import { MessageLog } from "./recorder/message-log.ts";
import { MessageNumbers } from "./recorder/message-numbers.ts";
import { messageTable } from "./recorder/message-table.ts";
import { MessageWork } from "./recorder/message-work.ts";
import { StaffClocks } from "./recorder/staff-clocks.ts";
import { StaffMinutes } from "./recorder/staff-minutes.ts";
import { WaitLabels } from "./recorder/wait-labels.ts";
import { Roster } from "./roster.ts";
import type { World } from "./world.ts";

/**
 * `values`: the values of responses, without the single waits behind them; `replies`: these, and what became of every message of patients' own; `responses`: all that responses and their intervals need; `days`:
 * also the run by day; `full`: also every stretch of work, visit, line and duty through time.
 */
export type Keep = "values" | "replies" | "responses" | "days" | "full";

/**
 * Writes down what happens in a run, from outside.
 *
 * Two windows. Patients: a message counts if it was *sent* in [windowStart, windowEnd), whenever it is answered, to the end
 * of the run-out; a call and a visit, if it came or was booked in it. Minutes: what was worked *within* the window counts, stretches cut at
 * its ends. Nothing is cleared and nothing dropped: messages outside the window, open ones and those turned away are rows too.
 */
export class ClinicRecorder implements ClinicObserver {
  readonly model: Model;
  readonly world: World;
  readonly roster: Roster;
  readonly numbers: MessageNumbers;
  readonly log: MessageLog;
  readonly labels: WaitLabels;
  readonly staff: StaffMinutes;
  readonly clocks: StaffClocks;
  readonly messageWork: MessageWork;
  /** Of calls that came in the window: how long until somebody took them up [min]; Infinity for those nobody did. */
  readonly callWaits: number[] = [];
  /** Visits booked in the window. */
  readonly visits: VisitRecord[] = [];

  /** Only there when lines and duty are kept, so that nobody else pays for them. */
  readonly lineChanged?: NonNullable<ClinicObserver["lineChanged"]>;
  readonly dutyChanged?: NonNullable<ClinicObserver["dutyChanged"]>;

  readonly #books: Books;
  readonly #full: FullTables | undefined;
  readonly #window: Window;
  readonly #open: TimeWeighted;
  #callsOfWaiting = 0;

  constructor(model: Model, world: World, keep: Keep = "responses") {
    this.model = model;
    this.world = world;
    this.roster = new Roster(model, world);
    this.numbers = new MessageNumbers(world);
    const clocks = new StaffClocks(model, this.roster);
    this.clocks = clocks;
    this.staff = new StaffMinutes(model, clocks);
    this.messageWork = new MessageWork(model, world, this.numbers, clocks);
    this.log = new MessageLog(model);
    this.labels = new WaitLabels(model, this.numbers, new LineClocks(model, this.roster, clocks));
    this.#books = new Books(model, world);
    this.#window = { start: model.windowStart, end: model.windowEnd };
    this.#open = new TimeWeighted(0, 0, this.#window);
    if (keep !== "full") return;
    const full = new FullTables(model);
    this.#full = full;
    this.lineChanged = (time, team, person, length) => {
      full.lines.append(time, team, person, length);
    };
    this.dutyChanged = (time, team, onDuty) => {
      full.duty.append(time, team, onDuty);
    };
  }

  message(record: MessageRecord): void {
    this.log.add(record);
    this.#books.message(record);
  }

  openChanged(time: number, open: number): void {
    this.#open.set(time, open);
    this.#books.openChanged(open);
  }

  work(record: WorkRecord): void {
    const { id, specialty, source, at } = record.item;
    const { interrupts } = this.model.clinic.specialties[specialty]!.otherWork[source]!;
    if (interrupts && inWindow(this.#window, at)) {
      this.callWaits.push(Number.isNaN(record.started) ? Number.POSITIVE_INFINITY : record.started - at);
      if (callerOf(id, this.world.work.length) === "waits") this.#callsOfWaiting += 1;
    }
    this.#books.work(record);
    this.#full?.addWork(record);
  }

  visit(record: VisitRecord): void {
    if (inWindow(this.#window, record.booked)) this.visits.push(record);
    this.#books.visit();
    this.#full?.addVisit(record);
  }

  handled(stretch: Stretch): void {
    this.staff.add(stretch);
    this.messageWork.handled(stretch);
    this.labels.handled(stretch);
    this.#full?.addStretch(stretch);
  }

  waited(wait: Wait): void {
    this.labels.waited(wait);
  }

  interrupted(time: number, team: number): void {
    this.messageWork.interrupted(time, team);
  }

  /** One row per message of the run, written out anew. */
  get messages(): Table {
    return messageTable(this.model, this.world, this.log, this.labels);
  }

  /** Calls that came in the window of patients who wait for a reply. */
  get callsOfWaiting(): number {
    return this.#callsOfWaiting;
  }

  conservation(): Conservation {
    return this.#books.conservation();
  }

  /** Number of open messages, added up over the window [min]: by the order of events, whatever the records of messages say. */
  openMinutes(): number {
    return this.#open.integral(this.model.end);
  }

  /** Minutes that a message is open within the window [min]; `closed` NaN: to the end of the run. */
  openInWindow(sent: number, closed: number): number {
    return overlap(this.#window, sent, Number.isNaN(closed) ? this.model.end : closed);
  }

  /** All tables that were kept. */
  tables(): readonly Table[] {
    if (this.#full === undefined) return [this.messages];
    const { work, visits, stretches, lines, duty } = this.#full;
    return [this.messages, work, visits, stretches, lines, duty, this.staff.toTable()];
  }
}
