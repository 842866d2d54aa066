import type { Model } from "../compile.ts";
import { MinuteClock } from "../minute-clock.ts";
import type { Roster } from "../roster.ts";
import type { StaffClocks } from "./staff-clocks.ts";

/** Of opening hours: those in which a line's people are all away, and those in which one of them has hours for messages. */
export interface LineClock {
  readonly absent: MinuteClock;
  readonly present: MinuteClock;
}

/** The clocks of every line in one world; each is made when it is first asked for. */
export class LineClocks {
  readonly #model: Model;
  readonly #roster: Roster;
  readonly #staff: StaffClocks;
  readonly #clocks = new Map<number, LineClock>();

  constructor(model: Model, roster: Roster, staff: StaffClocks) {
    this.#model = model;
    this.#roster = roster;
    this.#staff = staff;
  }

  /** Of a person's own line; `person` −1: of the team's shared one. */
  of(team: number, person: number): LineClock {
    const key = team + this.#model.teams.length * (person + 1);
    let clock = this.#clocks.get(key);
    if (clock === undefined) {
      const { count } = this.#model.teams[team]!.team;
      clock = this.#make(team, person < 0 ? Array.from({ length: count }, (_, each) => each) : [person]);
      this.#clocks.set(key, clock);
    }
    return clock;
  }

  #make(team: number, people: readonly number[]): LineClock {
    const { calendar, days } = this.#model;
    const away: number[] = [];
    for (let day = 0; day < days; day += 1) {
      if (!people.every((person) => this.#roster.isAway(team, person, day))) continue;
      away.push(calendar.dayStart(day), calendar.dayStart(day + 1));
    }
    const hours = people.map((person) => this.#staff.hoursOf(team, person));
    const { business } = calendar;
    return {
      absent: inCommon(new MinuteClock(away), business),
      present: inCommon(hours.length === 1 ? hours[0]! : anyOf(hours), business),
    };
  }
}

/** Runs while both do. */
function inCommon(a: MinuteClock, b: MinuteClock): MinuteClock {
  const bounds: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.stretchCount && j < b.stretchCount) {
    const from = Math.max(a.from(i), b.from(j));
    const to = Math.min(a.to(i), b.to(j));
    if (from < to) bounds.push(from, to);
    if (a.to(i) < b.to(j)) i += 1;
    else j += 1;
  }
  return new MinuteClock(bounds);
}

/** Runs while any of them does. */
function anyOf(clocks: readonly MinuteClock[]): MinuteClock {
  const stretches = clocks
    .flatMap((clock) =>
      Array.from({ length: clock.stretchCount }, (_, i) => [clock.from(i), clock.to(i)] as const),
    )
    .sort((a, b) => a[0] - b[0]);
  const bounds: number[] = [];
  let end = 0;
  for (const [from, to] of stretches) {
    if (to <= end) continue;
    bounds.push(Math.max(from, end), to);
    end = to;
  }
  return new MinuteClock(bounds);
}
