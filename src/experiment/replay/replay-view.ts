import type { Model, ServicePromise } from "../../model/index.ts";
import type { Outcomes } from "./outcomes.ts";
import type { RecordedMessages } from "./recorded-messages.ts";

const WEEK = 7;

/** What the promise is called that is taken where a scenario makes none. */
const USUAL: ServicePromise = {
  name: "reply by the end of the next business day",
  of: "first message of every thread",
  within: { clock: "business-day-end", days: 1 },
  starts: "when sent",
  target: 0.9,
  risk: 0.05,
};

/** Recorded arrivals as they are judged: which of them, by what, and from when on. */
export class ReplayView {
  readonly model: Model;
  readonly recorded: RecordedMessages;
  /** First local day that is judged. */
  readonly from: number;
  /** Those made by the scenario, or the usual one. */
  readonly promises: readonly ServicePromise[];
  /** Arrivals that need a reply, and of these the judged ones: first messages of threads, and all. */
  readonly owed: Int32Array;
  readonly firsts: Int32Array;
  readonly judged: Int32Array;
  /** By arrival. */
  readonly isFirst: Uint8Array;
  readonly day: Int32Array;
  /** By promise, by arrival: when a reply is due [min]. */
  readonly due: readonly Float64Array[];
  /** First messages of threads that need a reply, by whole week of sending, judged or not. */
  readonly firstsByWeek: readonly Int32Array[];
  readonly #openDays: readonly number[];
  readonly #openings: Float64Array;

  constructor(model: Model, recorded: RecordedMessages, from: number) {
    const { sent, thread, needsReply } = recorded.arrivals;
    const { calendar, clinic } = model;
    this.model = model;
    this.recorded = recorded;
    this.from = from;
    this.promises = clinic.promises.length > 0 ? clinic.promises : [USUAL];
    this.isFirst = Uint8Array.from(thread, (each, i) => (i === 0 || thread[i - 1] !== each ? 1 : 0));
    this.day = Int32Array.from(sent, (moment) => calendar.dayOf(moment));
    this.owed = Int32Array.from(sent.keys()).filter((i) => needsReply[i] === 1);
    this.judged = this.owed.filter((i) => this.day[i]! >= from);
    this.firsts = this.judged.filter((i) => this.isFirst[i] === 1);
    this.#openDays = Array.from({ length: recorded.days }, (_, day) => day).filter((day) =>
      calendar.isOpenDay(day),
    );
    this.#openings = Float64Array.from(this.#openDays, (day) => calendar.nextOpening(calendar.dayStart(day)));
    const all = this.owed.filter((i) => this.isFirst[i] === 1);
    this.firstsByWeek = Array.from({ length: this.weeks }, (_, week) =>
      all.filter((i) => Math.floor(this.day[i]! / WEEK) === week),
    );
    this.due = this.promises.map(({ within, starts }) =>
      Float64Array.from(sent, (moment) => calendar.promiseDue(within, starts, moment)),
    );
  }

  /** Weeks of seven days from the start of the record; the last one whole. */
  get weeks(): number {
    return Math.floor(this.recorded.days / WEEK);
  }

  /** The first whole week that is judged. */
  get firstWeek(): number {
    return Math.ceil(this.from / WEEK);
  }

  /** ISO date of the first day of a week. */
  dateOfWeek(week: number): string {
    return this.model.calendar.dateOf(week * WEEK);
  }

  /** [open h] until the reply; Infinity while there is none. */
  openHours(arrival: number, { replied }: Outcomes): number {
    const moment = replied[arrival]!;
    if (Number.isNaN(moment)) return Number.POSITIVE_INFINITY;
    return this.model.calendar.business.between(this.recorded.arrivals.sent[arrival]!, moment) / 60;
  }

  /** Share of these that were answered by when a promise says; NaN of none. */
  shareKept(arrivals: Int32Array, { replied }: Outcomes, promise = 0): number {
    const due = this.due[promise]!;
    let kept = 0;
    for (const i of arrivals) if (replied[i]! <= due[i]!) kept += 1;
    return kept / arrivals.length;
  }

  /** Messages without a reply when each day opens, by local day; NaN on days that are no business days. */
  backlog({ replied }: Outcomes): Float64Array {
    const { sent } = this.recorded.arrivals;
    const steps = new Int32Array(this.#openings.length + 1);
    for (const i of this.owed) {
      steps[this.#openingsBefore(sent[i]!)]! += 1;
      if (!Number.isNaN(replied[i]!)) steps[this.#openingsBefore(replied[i]!)]! -= 1;
    }
    const byDay = new Float64Array(this.recorded.days).fill(Number.NaN);
    let open = 0;
    this.#openDays.forEach((day, i) => {
      open += steps[i]!;
      byDay[day] = open;
    });
    return byDay;
  }

  /** How many openings there are before a moment, or at it. */
  #openingsBefore(moment: number): number {
    let [low, high] = [0, this.#openings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#openings[middle]! <= moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The mean of what there is; NaN of nothing. */
export function meanOf(values: Float64Array): number {
  const there = values.filter((value) => !Number.isNaN(value));
  return there.reduce((sum, value) => sum + value, 0) / there.length;
}
