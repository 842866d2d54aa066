import { MINUTES_PER_HOUR } from "../../units.ts";
import type { Model } from "../compile.ts";
import type { ClinicObserver, Stretch } from "../observer.ts";
import type { MessageLog } from "./message-log.ts";
import type { StaffClocks } from "./staff-clocks.ts";

/** Hours of a week, Monday 00:00 local time being the first. */
export const HOURS_OF_WEEK = 168;

/** Of a team, added up over its people and the window, by hour of the week [min]. */
export interface TeamHours {
  /** Work on messages, calls and other work. */
  readonly messages: Float64Array<ArrayBuffer>;
  readonly calls: Float64Array<ArrayBuffer>;
  readonly other: Float64Array<ArrayBuffer>;
  /** Of all that, outside opening hours and the person's scheduled hours. */
  readonly afterHours: Float64Array<ArrayBuffer>;
  /** People's hours for messages, absence and overruns taken out. */
  readonly hours: Float64Array<ArrayBuffer>;
}

/** What comes in and who works, by hour of the week, in the window of one replication. */
export interface WeekHours {
  /** Messages let in, whatever their cause. */
  readonly sent: Float64Array<ArrayBuffer>;
  /** In the clinic's order. */
  readonly teams: readonly TeamHours[];
}

/** Adds work up by hour of the week while it is told: 168 cells for each team, however long the run. */
export class WeekHoursRecorder implements ClinicObserver {
  readonly #model: Model;
  readonly #clocks: StaffClocks;
  readonly #teams: readonly TeamHours[];

  constructor(model: Model, clocks: StaffClocks) {
    this.#model = model;
    this.#clocks = clocks;
    this.#teams = model.teams.map(() => ({
      messages: cells(),
      calls: cells(),
      other: cells(),
      afterHours: cells(),
      hours: cells(),
    }));
  }

  handled({ team, person, activity, from, to }: Stretch): void {
    const begin = Math.max(from, this.#model.windowStart);
    const end = Math.min(to, this.#model.windowEnd);
    if (begin >= end) return;
    const own = this.#teams[team]!;
    const kind = activity === "call" ? own.calls : activity === "other work" ? own.other : own.messages;
    const regular = this.#clocks.regularOf(team, person);
    this.#spread(begin, end, (hour, start, stop) => {
      kind[hour]! += stop - start;
      own.afterHours[hour]! += Math.max(0, stop - start - regular.between(start, stop));
    });
  }

  /** All of it; to be asked when the run is over. */
  week(log: MessageLog): WeekHours {
    const sent = cells();
    for (let i = 0; i < log.count; i += 1) {
      if (log.inWindow[i] === 0 || log.turnedAwayBy[i]! > 0) continue;
      const at = log.sent[i]!;
      sent[this.#cellOf(at, this.#model.calendar.localMinute(at))]! += 1;
    }
    this.#teams.forEach(({ hours }, team) => {
      hours.fill(0);
      this.#model.teams[team]!.people.forEach((_, person) => {
        this.#addHours(hours, team, person);
      });
    });
    return { sent, teams: this.#teams };
  }

  #addHours(hours: Float64Array, team: number, person: number): void {
    const { windowStart, windowEnd } = this.#model;
    const clock = this.#clocks.hoursOf(team, person);
    for (let i = 0; i < clock.stretchCount; i += 1) {
      const begin = Math.max(clock.from(i), windowStart);
      const end = Math.min(clock.to(i), windowEnd);
      if (begin >= end) continue;
      this.#spread(begin, end, (hour, start, stop) => {
        hours[hour]! += stop - start;
      });
    }
  }

  /** Cuts [from, to) at full hours of the local clock. */
  #spread(from: number, to: number, add: (hour: number, start: number, stop: number) => void): void {
    const { calendar } = this.#model;
    let time = from;
    while (time < to) {
      const minute = calendar.localMinute(time);
      // A clock that ends a rounding before the full hour must not hold the loop up.
      const next = Math.min(to, time + Math.max(MINUTES_PER_HOUR - (minute % MINUTES_PER_HOUR), 1e-6));
      add(this.#cellOf(time, minute), time, next);
      time = next;
    }
  }

  #cellOf(time: number, localMinute: number): number {
    const { calendar } = this.#model;
    const hour = Math.floor(localMinute / MINUTES_PER_HOUR);
    return 24 * calendar.dayOfWeek(calendar.dayOf(time)) + Math.min(hour, 23);
  }
}

function cells(): Float64Array<ArrayBuffer> {
  return new Float64Array(HOURS_OF_WEEK);
}
