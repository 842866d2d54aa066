import type { Model } from "../compile.ts";
import type { Stretch, Wait } from "../observer.ts";
import type { LineClocks } from "./line-clocks.ts";
import type { MessageNumbers } from "./message-numbers.ts";

/** What a minute between sending and reply may be spent on, in the order in which the first that holds is taken: "Why it waited" in README.md. */
export const WAIT_LABELS = [
  "handled",
  "patient",
  "closed",
  "between_handovers",
  "owner_absent",
  "owner_in_clinic",
  "triage_queue",
  "inbox_queue",
] as const;

export type WaitLabel = (typeof WAIT_LABELS)[number];

const [HANDLED, PATIENT, CLOSED, BETWEEN, ABSENT, IN_CLINIC, TRIAGE, INBOX] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Minutes by label of patients' own messages that are sent in the window, O(log n) for each stretch. */
export class WaitLabels {
  readonly #model: Model;
  readonly #numbers: MessageNumbers;
  readonly #lines: LineClocks;
  readonly #minutes: Float64Array;

  constructor(model: Model, numbers: MessageNumbers, lines: LineClocks) {
    this.#model = model;
    this.#numbers = numbers;
    this.#lines = lines;
    this.#minutes = new Float64Array(numbers.count * WAIT_LABELS.length);
  }

  waited({ cause, thread, round, for: what, step, team, person, from, to }: Wait): void {
    if (cause !== "own" || from < this.#model.windowStart) return;
    const cell = this.#cellOf(thread.id, round);
    if (what === "patient") {
      this.#add(cell, PATIENT, to - from);
      return;
    }
    const open = this.#model.calendar.business.between(from, to);
    this.#add(cell, CLOSED, to - from - open);
    if (open === 0) return;
    const isShared = team >= 0 && person < 0;
    if (what === "delivery" || (isShared && step > 0)) this.#add(cell, BETWEEN, open);
    else if (team < 0) this.#add(cell, INBOX, open);
    else {
      const { absent, present } = this.#lines.of(team, person);
      const away = absent.between(from, to);
      const there = present.between(from, to);
      const isTriage = isShared && this.#model.clinic.teams[team]!.role !== "physician";
      this.#add(cell, ABSENT, away);
      this.#add(cell, IN_CLINIC, open - away - there);
      this.#add(cell, isTriage ? TRIAGE : INBOX, there);
    }
  }

  handled({ activity, cause, subject, round, from, to }: Stretch): void {
    if (activity === "call" || activity === "other work") return;
    if (cause !== "own" || from < this.#model.windowStart) return;
    this.#add(this.#cellOf(subject, round), HANDLED, to - from);
  }

  /** What was counted of a message under a label [min]. */
  minutesOf(thread: number, round: number, label: number): number {
    return this.#minutes[this.#cellOf(thread, round) + label]!;
  }

  #cellOf(thread: number, round: number): number {
    return this.#numbers.of(thread, round) * WAIT_LABELS.length;
  }

  /** Differences of clocks may be less than nothing by a rounding. */
  #add(cell: number, label: number, minutes: number): void {
    this.#minutes[cell + label]! += Math.max(0, minutes);
  }
}
