import type { Clinic, Team, WorkHours } from "../../src/model/clinic.ts";
import type { World } from "../../src/model/world.ts";
import type { MinuteCalendar } from "./reference-calendar.ts";
import type { Person } from "./reference-state.ts";

type Where = Readonly<{ clinic: Clinic; calendar: MinuteCalendar; world: World }>;

export function isAway({ clinic, world }: Where, team: number, ordinal: number, day: number): boolean {
  return world.people[team]![ordinal]!.absent[day] !== 0 && clinic.teams[team]!.absence.cover !== "float";
}

/** Everybody of a team at the start: nobody is there yet. */
export function everybodyOf(where: Where, team: number): readonly Person[] {
  const spec = where.clinic.teams[team]!;
  return Array.from({ length: spec.count }, (_, ordinal) => ({
    team,
    ordinal,
    speed: (spec.people[ordinal] ?? spec).speed,
    hours: hoursOf(where, spec, team, ordinal),
    evenings: eveningsOf(where, spec, team, ordinal),
    lastEvening: -1,
    evening: false,
    duty: false,
    dutySince: -1,
    freeSince: 0,
    hand: undefined,
    handSince: 0,
    held: undefined,
  }));
}

function workOf(team: Team, ordinal: number): WorkHours {
  return team.people[ordinal] ?? team;
}

/** By minute: 1 where the person is there for messages. */
function hoursOf(where: Where, spec: Team, team: number, ordinal: number): Uint8Array {
  const { calendar, world } = where;
  const minutes = new Uint8Array(calendar.end + 1);
  const own = workOf(spec, ordinal);
  for (let day = 0; day < calendar.days; day += 1) {
    if (isAway(where, team, ordinal, day)) continue;
    for (const span of calendar.spans(own.inbox ?? own.shifts, day)) minutes.fill(1, span.from, span.to);
    const sessions = calendar.spans(own.clinic, day);
    const taken = calendar.spans(own.duties, day);
    if (own.inbox === undefined) taken.push(...sessions);
    const today = calendar.dates[day]!;
    for (const { from, to, hours } of own.datedDuties) {
      // ISO dates compare as they read.
      if (today < from || today > to) continue;
      const everyDay = Array.from({ length: 7 }, () => hours);
      taken.push(...calendar.spans(everyDay, day));
    }
    for (const span of taken) minutes.fill(0, span.from, span.to);
    const tomorrow = calendar.dayStart[day + 1]!;
    sessions.forEach((session, i) => {
      const over = world.people[team]![ordinal]!.overrun[day]?.[i] ?? 0;
      minutes.fill(0, session.to, Math.min(session.to + over, tomorrow));
    });
  }
  return minutes;
}

function eveningsOf(where: Where, spec: Team, team: number, ordinal: number): Person["evenings"] {
  const { calendar, world } = where;
  const evenings: { from: number; to: number }[] = [];
  for (let day = 0; day < calendar.days; day += 1) {
    const habit = workOf(spec, ordinal).evenings[world.people[team]![ordinal]!.evening[day]! - 1];
    if (habit === undefined || isAway(where, team, ordinal, day)) continue;
    const from = calendar.timeOf(day, habit.from);
    const to = calendar.timeOf(day, Math.min(1440, habit.from + habit.upTo));
    if (to > from) evenings.push({ from, to });
  }
  return evenings;
}
