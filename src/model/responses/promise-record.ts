import type { ServicePromise } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { isOwed, type MessageLog } from "../recorder/message-log.ts";
import { type DayStretch, monthsOfWindow, weeksOfWindow } from "../window-stretches.ts";

/** How often a promise was made and kept: in all, and by stretch of the window in which the message was sent. */
export interface PromiseRecord {
  readonly made: number;
  readonly kept: number;
  /** Of those not kept: open at the end of the run with their due time still to come. */
  readonly undecided: number;
  readonly months: readonly Tallied[];
  readonly weeks: readonly Tallied[];
  readonly specialties: readonly Tallied[];
  /** By local day of the run on which the message was sent. */
  readonly days: DayCounts;
}

interface DayCounts {
  readonly made: Float64Array<ArrayBuffer>;
  readonly kept: Float64Array<ArrayBuffer>;
}

export interface Tallied {
  readonly made: number;
  readonly kept: number;
}

/**
 * A promise is made by every message of patients' own that it is about and that is sent in the window, turned away or not, and kept by a
 * reply at its due time or before.
 */
export function recordPromise(promise: ServicePromise, model: Model, messages: MessageLog): PromiseRecord {
  const { calendar, end } = model;
  const weeks = new Stretches(weeksOfWindow(model), model.days);
  const months = new Stretches(monthsOfWindow(model), model.days);
  const specialties = new Counts(model.specialties.length);
  const days = new Counts(model.days);
  let made = 0;
  let kept = 0;
  let undecided = 0;
  for (let i = 0; i < messages.count; i += 1) {
    if (!isOwed(messages, i) || !isAbout(promise, messages, i)) continue;
    const sent = messages.sent[i]!;
    const due = calendar.promiseDue(promise.within, promise.starts, sent);
    const isKept = messages.replied[i]! <= due;
    made += 1;
    if (isKept) kept += 1;
    else if (due >= end && messages.turnedAwayBy[i] === 0 && Number.isNaN(messages.replied[i]!))
      undecided += 1;
    specialties.add(messages.specialty[i]!, isKept);
    const day = calendar.dayOf(sent);
    days.add(day, isKept);
    weeks.add(day, isKept);
    months.add(day, isKept);
  }
  return {
    made,
    kept,
    undecided,
    months: months.tallied(),
    weeks: weeks.tallied(),
    specialties: specialties.tallied(),
    days,
  };
}

function isAbout({ of }: ServicePromise, messages: MessageLog, i: number): boolean {
  if (of === "urgent messages") return messages.urgent[i] === 1;
  return of === "every patient message that needs a reply" || messages.opensThread[i] === 1;
}

/** Promises made and kept, by place. */
class Counts {
  readonly made: Float64Array<ArrayBuffer>;
  readonly kept: Float64Array<ArrayBuffer>;

  constructor(count: number) {
    this.made = new Float64Array(count);
    this.kept = new Float64Array(count);
  }

  add(place: number, kept: boolean): void {
    this.made[place]! += 1;
    if (kept) this.kept[place]! += 1;
  }

  tallied(): Tallied[] {
    return Array.from(this.made, (made, i) => ({ made, kept: this.kept[i]! }));
  }
}

/** The same by stretch of days. */
class Stretches {
  readonly #ofDay: Int32Array;
  readonly #counts: Counts;

  constructor(stretches: readonly DayStretch[], days: number) {
    this.#ofDay = new Int32Array(days);
    stretches.forEach(({ from, to }, index) => {
      this.#ofDay.fill(index, from, to);
    });
    this.#counts = new Counts(stretches.length);
  }

  add(day: number, kept: boolean): void {
    this.#counts.add(this.#ofDay[day]!, kept);
  }

  tallied(): Tallied[] {
    return this.#counts.tallied();
  }
}
