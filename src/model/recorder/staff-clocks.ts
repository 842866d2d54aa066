import type { Model } from "../compile.ts";
import { MinuteClock } from "../minute-clock.ts";
import type { Roster } from "../roster.ts";
import type { PersonPlan } from "../team-plan.ts";
import { regularClock } from "./scheduled-hours.ts";

/** The clocks by which everybody's work is told apart in one world; each is made when it is first asked for. */
export class StaffClocks {
  /** Runs on Saturdays and Sundays. */
  readonly weekend: MinuteClock;
  readonly #model: Model;
  readonly #roster: Roster;
  readonly #hours: (MinuteClock | undefined)[][];
  readonly #regular = new Map<PersonPlan, MinuteClock>();

  constructor(model: Model, roster: Roster) {
    this.#model = model;
    this.#roster = roster;
    this.#hours = model.teams.map(() => []);
    this.weekend = weekendClock(model);
  }

  /** Runs in the person's hours for messages, absence and overruns taken out. */
  hoursOf(team: number, ordinal: number): MinuteClock {
    const ofTeam = this.#hours[team]!;
    ofTeam[ordinal] ??= this.#roster.hoursOf(team, ordinal);
    return ofTeam[ordinal];
  }

  /** Runs in opening hours and in the person's scheduled hours, absent or not: work at any other time is after hours. */
  regularOf(team: number, ordinal: number): MinuteClock {
    const { clinic, calendar, days, teams } = this.#model;
    const plan = teams[team]!.people[ordinal]!;
    let clock = this.#regular.get(plan);
    if (clock === undefined) {
      clock = regularClock(plan.work, clinic.calendar.open, calendar, days);
      this.#regular.set(plan, clock);
    }
    return clock;
  }
}

function weekendClock({ calendar, days }: Model): MinuteClock {
  const bounds: number[] = [];
  for (let day = 0; day < days; day += 1) {
    if (calendar.dayOfWeek(day) >= 5) bounds.push(calendar.dayStart(day), calendar.dayStart(day + 1));
  }
  return new MinuteClock(bounds);
}
