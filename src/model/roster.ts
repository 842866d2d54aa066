import { MINUTES_PER_DAY } from "../units.ts";
import type { Model } from "./compile.ts";
import { MinuteClock } from "./minute-clock.ts";
import type { TeamDay } from "./policies/index.ts";
import type { Thread, World } from "./world.ts";

/** Who is there when, and from which lines each person works, in one world. Days are local days of the run. */
export class Roster {
  private readonly model: Model;
  private readonly world: World;

  constructor(model: Model, world: World) {
    this.model = model;
    this.world = world;
  }

  /** Whether a person is absent on a day and nobody stands in exactly as that person. */
  isAway(team: number, ordinal: number, day: number): boolean {
    if (this.model.teams[team]!.team.absence.cover === "float") return false;
    return (this.world.people[team]![ordinal]!.absent[day] ?? 0) !== 0;
  }

  /** Hours for messages, absence and overruns taken out. */
  hoursOf(team: number, ordinal: number): MinuteClock {
    const { hours, sessionEnds } = this.model.teams[team]!.people[ordinal]!;
    const { overrun } = this.world.people[team]![ordinal]!;
    const bounds: number[] = [];
    for (let day = 0; day < this.model.days; day++) {
      const ofDay = hours[day]!;
      if (ofDay.length === 0 || this.isAway(team, ordinal, day)) continue;
      const ends = sessionEnds[day]!;
      const over = overrun[day];
      if (ends.length === 0 || over === undefined) appendAll(bounds, ofDay);
      else appendAll(bounds, withoutOverruns(ofDay, ends, over));
    }
    return new MinuteClock(bounds);
  }

  /** Evenings a person may work, as `[from, to, from, to, …]` [min since start], in order. */
  eveningsOf(team: number, ordinal: number): readonly number[] {
    const { evenings } = this.model.teams[team]!.people[ordinal]!.work;
    const { evening } = this.world.people[team]![ordinal]!;
    const bounds: number[] = [];
    for (let day = 0; day < this.model.days; day++) {
      const habit = evenings[(evening[day] ?? 0) - 1];
      if (habit === undefined || this.isAway(team, ordinal, day)) continue;
      const from = this.model.calendar.timeOf(day, habit.from);
      const to = this.model.calendar.timeOf(day, Math.min(habit.from + habit.upTo, MINUTES_PER_DAY));
      if (from < to) bounds.push(from, to);
    }
    return bounds;
  }

  /** Ordinal of the physician whose patient it is on a day, after the handovers until then; −1: nobody's. */
  ownerOf({ team, person }: Thread, day: number): number {
    let owner = person;
    for (const handover of this.model.teams[team]?.handovers ?? []) {
      if (handover.day > day) break;
      if (handover.from === owner) owner = handover.to;
    }
    return owner;
  }

  /** Whether a person who is not away works from the team's shared line. */
  worksShared(team: number, ordinal: number, day: number): boolean {
    if (!this.model.teams[team]!.hasOwnLines) return true;
    return this.model.routings[team]!.worksShared(ordinal, this.teamDay(team, day));
  }

  /** Ordinals of the colleagues who are away and whose own lines a person, not away, works from as well. */
  coveredBy(team: number, ordinal: number, day: number): readonly number[] {
    const { hasOwnLines, team: spec } = this.model.teams[team]!;
    const { count, absence } = spec;
    const covered: number[] = [];
    if (!hasOwnLines || absence.cover === "none" || absence.cover === "float") return covered;
    for (let colleague = 0; colleague < count; colleague++) {
      if (!this.isAway(team, colleague, day)) continue;
      if (absence.cover === "pool" || this.buddyOf(team, colleague, day) === ordinal) covered.push(colleague);
    }
    return covered;
  }

  /** The next person, going round the team, who is not away; −1 when everybody is. */
  private buddyOf(team: number, ordinal: number, day: number): number {
    const { count } = this.model.teams[team]!.team;
    for (let step = 1; step < count; step++) {
      const buddy = (ordinal + step) % count;
      if (!this.isAway(team, buddy, day)) return buddy;
    }
    return -1;
  }

  private teamDay(team: number, day: number): TeamDay {
    return {
      count: this.model.teams[team]!.team.count,
      openDaysBefore: this.model.calendar.openDaysBefore(day),
      isAway: (ordinal) => this.isAway(team, ordinal, day),
    };
  }
}

function appendAll(bounds: number[], more: readonly number[]): void {
  for (const bound of more) bounds.push(bound);
}

/** Hours of a day less [end, end + over) after each session; the results may touch, or be empty. */
function withoutOverruns(
  hours: readonly number[],
  ends: readonly number[],
  over: readonly number[],
): readonly number[] {
  let left = hours;
  ends.forEach((end, session) => {
    const until = end + (over[session] ?? 0);
    if (!(until > end)) return;
    const cut: number[] = [];
    for (let i = 0; i + 1 < left.length; i += 2) {
      const from = left[i]!;
      const to = left[i + 1]!;
      if (from < Math.min(to, end)) cut.push(from, Math.min(to, end));
      if (Math.max(from, until) < to) cut.push(Math.max(from, until), to);
    }
    left = cut;
  });
  return left;
}
