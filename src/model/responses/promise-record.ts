import type { ServicePromise } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { type DayStretch, monthsOfWindow, weeksOfWindow } from "../window-stretches.ts";
import type { MessageColumns } from "./message-columns.ts";

/** How often a promise was made and kept: in all, and by stretch of the window in which the message was sent. */
export interface PromiseRecord {
  readonly made: number;
  readonly kept: number;
  /** Of those not kept: open at the end of the run with their due time still to come. */
  readonly undecided: number;
  readonly months: readonly Tallied[];
  readonly weeks: readonly Tallied[];
}

export interface Tallied {
  readonly made: number;
  readonly kept: number;
}

/** A promise is made by every message it is about that is sent in the window, and kept by a reply at its due time or before. */
export function recordPromise(
  promise: ServicePromise,
  model: Model,
  messages: MessageColumns,
): PromiseRecord {
  const { calendar, end } = model;
  const weeks = new Stretches(weeksOfWindow(model), model.days);
  const months = new Stretches(monthsOfWindow(model), model.days);
  let made = 0;
  let kept = 0;
  let undecided = 0;
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.inWindow[i] === 0 || !isAbout(promise, messages, i)) continue;
    const sent = messages.sent[i]!;
    const due = calendar.promiseDue(promise.within, promise.starts, sent);
    const isKept = messages.replied[i]! <= due;
    made += 1;
    if (isKept) kept += 1;
    else if (due >= end && Number.isNaN(messages.replied[i]!)) undecided += 1;
    const day = calendar.dayOf(sent);
    weeks.add(day, isKept);
    months.add(day, isKept);
  }
  return { made, kept, undecided, months: months.tallied(), weeks: weeks.tallied() };
}

function isAbout({ of }: ServicePromise, messages: MessageColumns, i: number): boolean {
  if (messages.needsReply[i] === 0) return false;
  if (of === "urgent messages") return messages.urgent[i] === 1;
  return of === "every patient message that needs a reply" || messages.opensThread[i] === 1;
}

class Stretches {
  readonly #ofDay: Int32Array;
  readonly #made: Float64Array;
  readonly #kept: Float64Array;

  constructor(stretches: readonly DayStretch[], days: number) {
    this.#ofDay = new Int32Array(days);
    stretches.forEach(({ from, to }, index) => {
      this.#ofDay.fill(index, from, to);
    });
    this.#made = new Float64Array(stretches.length);
    this.#kept = new Float64Array(stretches.length);
  }

  add(day: number, kept: boolean): void {
    const stretch = this.#ofDay[day]!;
    this.#made[stretch]! += 1;
    if (kept) this.#kept[stretch]! += 1;
  }

  tallied(): Tallied[] {
    return Array.from(this.#made, (made, i) => ({ made, kept: this.#kept[i]! }));
  }
}
