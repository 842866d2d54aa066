import type { Team } from "../../model/index.ts";
import { formatPath, type Patch } from "../../scenario/index.ts";
import { dateOf, type Ground, type StressOrNot } from "./ground.ts";

const FRIDAY = 4;

/** A long weekend before the Monday: from the Friday on, or the last open day before it, everything is closed. */
export function longWeekend(ground: Ground): StressOrNot {
  const { scenario, model, monday } = ground;
  const { calendar, clinic } = model;
  const opens = (day: number) => clinic.calendar.open[calendar.dayOfWeek(day)]!.length > 0;
  const name = "Monday after a long weekend";
  const last = [1, 2, 3, 4, 5, 6, 7].map((back) => monday - back).find(opens);
  if (last === undefined) return { name, why: "the clinic is never open" };
  const first = Math.min(last, monday - 7 + FRIDAY);
  const days = Array.from({ length: monday - first }, (_, i) => first + i).filter(opens);
  const closed = days.map((day) => dateOf(ground, day));
  return {
    name,
    doc: `closed on ${closed.join(", ")} besides, until Monday, ${dateOf(ground, monday)}`,
    from: closed[0]!,
    to: dateOf(ground, monday - 1),
    patch: {
      "calendar.extraClosed": [...new Set([...scenario.document.calendar.extraClosed, ...closed])].sort(),
    },
  };
}

const LEAVES = {
  "two-week vacation": { days: 14, what: "on vacation for two weeks" },
  "sick call": { days: 1, what: "sick for a day" },
} as const;

/** Somebody of those who read first, and a physician, away on top of all other absence. */
export function somebodyAway(ground: Ground, kind: keyof typeof LEAVES): readonly StressOrNot[] {
  const isPhysician = ({ role }: Team) => role === "physician";
  const readers = mostMissed(ground, (team) => !isPhysician(team) && team.role !== "resident");
  const physicians = mostMissed(ground, isPhysician);
  return [
    readers === undefined
      ? { name: `${kind} of a nurse`, why: "nobody but physicians reads messages" }
      : away(ground, kind, readers),
    ...(physicians === undefined ? [] : [away(ground, kind, physicians)]),
  ];
}

/** The team that one person fewer leaves with the highest load, of those that get messages. */
function mostMissed({ scenario, model }: Ground, isMeant: (team: Team) => boolean): Team | undefined {
  const { teams } = model.clinic;
  const loadWithout = (index: number) => {
    const { count } = teams[index]!;
    return count > 1 ? (scenario.loads.teams[index]!.load * count) / (count - 1) : Number.POSITIVE_INFINITY;
  };
  const [first] = teams
    .map((team, index) => ({ team, index }))
    .filter(({ team, index }) => isMeant(team) && team.count > 0 && scenario.loads.teams[index]!.messages > 0)
    .sort((a, b) => {
      const [one, other] = [loadWithout(a.index), loadWithout(b.index)];
      if (one !== other) return other > one ? 1 : -1;
      return scenario.loads.teams[b.index]!.messages - scenario.loads.teams[a.index]!.messages;
    });
  return first?.team;
}

function away(ground: Ground, kind: keyof typeof LEAVES, team: Team): StressOrNot {
  const { scenario, monday } = ground;
  const { days, what } = LEAVES[kind];
  const first = days === 1 ? firstDayOfWork(ground, team) : monday;
  const [from, to] = [dateOf(ground, first), dateOf(ground, first + days - 1)];
  const dates = from === to ? from : `${from} to ${to}`;
  const document = scenario.document.staff[team.name]!;
  const [person] = team.people;
  const own = person === undefined ? [] : (document.people[person.name]?.away ?? []);
  const patch: Patch =
    person === undefined
      ? { [formatPath(["staff", team.name, "people"])]: { somebody: { away: [dates] } } }
      : { [formatPath(["staff", team.name, "people", person.name, "away"])]: [...own, dates] };
  const who =
    person === undefined ? `one of ${team.count} in ${team.name}` : `${person.name} of ${team.name}`;
  const cover = team.absence.cover;
  return {
    name: `${kind}: ${team.name}`,
    doc: `${who} is ${what}, ${dates}; cover: ${cover === "none" ? "nobody" : cover}`,
    from,
    to,
    patch,
  };
}

/** From the Monday on, the first day on which the team's first person has any hours. */
function firstDayOfWork({ model, monday }: Ground, team: Team): number {
  const { inbox, shifts } = team.people[0] ?? team;
  const week = inbox ?? shifts;
  const day = [0, 1, 2, 3, 4, 5, 6].find(
    (weekday) => week[weekday]!.length > 0 && !model.calendar.isClosed(monday + weekday),
  );
  return monday + (day ?? 0);
}
