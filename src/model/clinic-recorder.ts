import { inWindow, overlap, type Table, type Window } from "../results/index.ts";
import { TimeWeighted } from "../stats/index.ts";
import type { Model } from "./compile.ts";
import type { ClinicObserver, MessageRecord, Stretch, WorkRecord } from "./observer.ts";
import { FullTables } from "./recorder/full-tables.ts";
import { MessageTable } from "./recorder/message-table.ts";
import { StaffMinutes } from "./recorder/staff-minutes.ts";
import type { World } from "./world.ts";

/** `responses`: only what responses need; `full`: also every stretch of work, line and duty through time. */
export type Keep = "responses" | "full";

/** Messages in, messages out, messages inside; `sent` is counted from the world and the closings, not from the records. */
export interface Conservation {
  readonly sent: number;
  readonly closed: number;
  readonly open: number;
}

/**
 * Writes down what happens in a run, from outside.
 *
 * Two windows. Patients: a message counts if it was *sent* in [windowStart, windowEnd), whenever it is answered, to the end
 * of the run-out. Minutes: what was worked *within* the window counts, stretches cut at its ends. Nothing is cleared and
 * nothing dropped: messages outside the window and open ones are rows too.
 */
export class ClinicRecorder implements ClinicObserver {
  readonly model: Model;
  readonly world: World;
  readonly staff: StaffMinutes;
  /** Of calls that came in the window: how long until somebody took them up [min]; Infinity for those nobody did. */
  readonly callWaits: number[] = [];

  /** Only there when lines and duty are kept, so that nobody else pays for them. */
  readonly lineChanged?: NonNullable<ClinicObserver["lineChanged"]>;
  readonly dutyChanged?: NonNullable<ClinicObserver["dutyChanged"]>;

  readonly #messages: MessageTable;
  readonly #full: FullTables | undefined;
  readonly #window: Window;
  readonly #open: TimeWeighted;
  #followUps = 0;
  #closed = 0;

  constructor(model: Model, world: World, keep: Keep = "responses") {
    this.model = model;
    this.world = world;
    this.staff = new StaffMinutes(model, world);
    this.#messages = new MessageTable(model);
    this.#window = { start: model.windowStart, end: model.windowEnd };
    this.#open = new TimeWeighted(0, 0, this.#window);
    if (keep === "responses") return;
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
    const { calendar, end } = this.model;
    const replied = !Number.isNaN(record.replied);
    const businessMinutes = replied ? calendar.business.between(record.sent, record.replied) : Number.NaN;
    this.#messages.add(record, inWindow(this.#window, record.sent), businessMinutes);
    if (Number.isNaN(record.closed)) return;
    this.#closed += 1;
    const { followUpDelay } = record.thread.rounds[record.round]!;
    if (Number.isNaN(followUpDelay)) return;
    if (calendar.waking.add(record.closed, followUpDelay) < end) this.#followUps += 1;
  }

  openChanged(time: number, open: number): void {
    this.#open.set(time, open);
  }

  work(record: WorkRecord): void {
    const { specialty, source, at } = record.item;
    const { interrupts } = this.model.clinic.specialties[specialty]!.otherWork[source]!;
    if (interrupts && inWindow(this.#window, at)) {
      this.callWaits.push(Number.isNaN(record.started) ? Number.POSITIVE_INFINITY : record.started - at);
    }
    this.#full?.addWork(record);
  }

  handled(stretch: Stretch): void {
    this.staff.add(stretch);
    this.#full?.addStretch(stretch);
  }

  /** One row per message of the run. */
  get messages(): Table {
    return this.#messages.table;
  }

  conservation(): Conservation {
    const sent = this.world.threads.length + this.#followUps;
    return { sent, closed: this.#closed, open: this.messages.rowCount - this.#closed };
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
    const { work, stretches, lines, duty } = this.#full;
    return [this.messages, work, stretches, lines, duty, this.staff.toTable()];
  }
}
