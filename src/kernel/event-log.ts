import type { EventAction } from "./event-calendar.ts";
import type { TraceHook } from "./simulation.ts";

/** One event that happened. */
export interface EventRow {
  readonly time: number;
  readonly priority: number;
  /** How many events had been scheduled before it. */
  readonly sequence: number;
  /** The name of the action's function; empty when it has none. */
  readonly action: string;
  readonly subject: number;
}

/**
 * A log of every event of a run, by which two runs can be compared event by event.
 *
 * Give `log.trace` to `new Simulation({ trace: log.trace })`. About 40 bytes an event.
 */
export class EventLog {
  private readonly times: number[] = [];
  private readonly priorities: number[] = [];
  private readonly sequences: number[] = [];
  private readonly subjects: number[] = [];
  private readonly actions: EventAction[] = [];

  /** The hook that writes this log. */
  readonly trace: TraceHook = (time, priority, sequence, action, subject) => {
    this.times.push(time);
    this.priorities.push(priority);
    this.sequences.push(sequence);
    this.actions.push(action);
    this.subjects.push(subject);
  };

  get length(): number {
    return this.times.length;
  }

  /** The event that happened as number `index`, from 0; throws a RangeError beyond the log. */
  row(index: number): EventRow {
    const time = this.times[index];
    if (time === undefined) throw new RangeError(`the log has no event ${index}: it has ${this.length}`);
    return {
      time,
      priority: this.priorities[index]!,
      sequence: this.sequences[index]!,
      action: this.actions[index]!.name,
      subject: this.subjects[index]!,
    };
  }

  /** The index of the first event in which the two logs differ; −1 when they are the same. O(n). */
  firstDifference(other: EventLog): number {
    const shared = Math.min(this.length, other.length);
    for (let i = 0; i < shared; i++) {
      if (
        this.times[i] !== other.times[i] ||
        this.priorities[i] !== other.priorities[i] ||
        this.sequences[i] !== other.sequences[i] ||
        this.subjects[i] !== other.subjects[i] ||
        this.actions[i]!.name !== other.actions[i]!.name
      ) {
        return i;
      }
    }
    return this.length === other.length ? -1 : shared;
  }

  /** One line an event: time, priority, sequence, action, subject, separated by tabs. */
  toText(): string {
    let text = "";
    for (let i = 0; i < this.length; i++) {
      const row = this.row(i);
      text += `${row.time}\t${row.priority}\t${row.sequence}\t${row.action}\t${row.subject}\n`;
    }
    return text;
  }
}
