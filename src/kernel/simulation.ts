import { type EventAction, EventCalendar, type EventHandle } from "./event-calendar.ts";
import { PRIORITY, PRIORITY_LIMIT } from "./priority.ts";

/** Called before each event happens, in the order in which events happen. `sequence` counts scheduled events from 0. */
export type TraceHook = (
  time: number,
  priority: number,
  sequence: number,
  action: EventAction,
  subject: number,
) => void;

export interface SimulationOptions {
  /** Where the clock begins; 0 unless told. */
  readonly start?: number;
  /** Sees every event that happens; `EventLog` offers one. */
  readonly trace?: TraceHook;
}

/**
 * The simulation clock and its event calendar.
 *
 * 1. Make one, schedule the first events.
 * 2. `run(until)` takes the first event, sets the clock to its time, performs its action, and so on.
 * 3. Actions schedule and cancel further events.
 *
 * Events happen in the order (time, priority, sequence), see `PRIORITY`. The unit of time is the model's own; the clock
 * never goes back. An action that throws ends the run; the clock stays at the time of that event.
 */
export class Simulation {
  private readonly calendar = new EventCalendar();
  private readonly trace: TraceHook | undefined;
  // A double from the first, so that no machine code is built for whole numbers only.
  private clock = Number.NaN;
  private executed = 0;
  private running = false;
  private halted = false;

  /** Throws a RangeError unless `start` is finite. */
  constructor(options: SimulationOptions = {}) {
    const { start = 0, trace } = options;
    if (!Number.isFinite(start))
      throw new RangeError(`the clock cannot start at ${start}: give a finite time`);
    this.clock = start;
    this.trace = trace;
  }

  /** The time on the clock. */
  get now(): number {
    return this.clock;
  }

  /** Number of events that are still to come. */
  get pendingCount(): number {
    return this.calendar.pendingCount;
  }

  /** Number of events that have happened. */
  get executedCount(): number {
    return this.executed;
  }

  /**
   * Schedules `action(subject)` for the given time. `time` ≥ now, finite; `subject` an int32, 0 unless told; `priority`
   * an integer within ±500, `PRIORITY.normal` unless told. O(log n). Throws a RangeError on a time in the past, NaN or
   * ±Infinity, and on a priority out of bounds.
   */
  scheduleAt(
    time: number,
    action: EventAction,
    subject = 0,
    priority: number = PRIORITY.normal,
  ): EventHandle {
    if (!(time >= this.clock && time < Number.POSITIVE_INFINITY)) refuseTime(time, this.clock);
    if (!(Math.abs(priority) <= PRIORITY_LIMIT && Number.isInteger(priority))) refusePriority(priority);
    return this.calendar.add(time, priority, action, subject);
  }

  /** Schedules `action(subject)` for `delay` ≥ 0 from now; otherwise as `scheduleAt`. */
  schedule(delay: number, action: EventAction, subject = 0, priority: number = PRIORITY.normal): EventHandle {
    return this.scheduleAt(this.clock + delay, action, subject, priority);
  }

  /** Cancels an event; false when it has already happened or been cancelled. Amortised O(1). */
  cancel(handle: EventHandle): boolean {
    return this.calendar.cancel(handle);
  }

  /** Whether the event has neither happened nor been cancelled. */
  isPending(handle: EventHandle): boolean {
    return this.calendar.isPending(handle);
  }

  /** Lets the next event happen; false when there is none. Throws when called from within an event. */
  step(): boolean {
    this.begin();
    try {
      return this.next(Number.POSITIVE_INFINITY);
    } finally {
      this.running = false;
    }
  }

  /**
   * Lets all events up to and including time `until` happen; without it, until none is left. The clock then stands at
   * `until` if that is finite, unless `stop` was called. Throws a RangeError when `until` is before now or NaN, and an
   * Error when called from within an event.
   */
  run(until: number = Number.POSITIVE_INFINITY): void {
    if (!(until >= this.clock)) {
      throw new RangeError(`cannot run until ${until}: the clock is already at ${this.clock}`);
    }
    this.begin();
    try {
      while (!this.halted && this.next(until));
    } finally {
      this.running = false;
    }
    if (!this.halted && until < Number.POSITIVE_INFINITY) this.clock = until;
  }

  /** Ends the current run after the current event; pending events stay, and a later `run` goes on. */
  stop(): void {
    this.halted = true;
  }

  private begin(): void {
    if (this.running) throw new Error("the simulation is already running: schedule an event instead");
    this.running = true;
    this.halted = false;
  }

  private next(until: number): boolean {
    const calendar = this.calendar;
    const slot = calendar.take(until);
    if (slot < 0) return false;
    const time = calendar.time;
    const action = calendar.actionOf(slot);
    const subject = calendar.subjectOf(slot);
    this.clock = time;
    this.executed += 1;
    if (this.trace !== undefined) {
      this.trace(time, calendar.priorityOf(slot), calendar.sequenceOf(slot), action, subject);
    }
    action(subject);
    return true;
  }
}

function refuseTime(time: number, now: number): never {
  throw new RangeError(
    Number.isFinite(time)
      ? `cannot schedule at ${time}: that is before now (${now})`
      : `cannot schedule at ${time}: give a finite time, not before now (${now})`,
  );
}

function refusePriority(priority: number): never {
  throw new RangeError(`priority ${priority} is not an integer from -${PRIORITY_LIMIT} to ${PRIORITY_LIMIT}`);
}
