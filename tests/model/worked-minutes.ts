import { drawWorld, type Model, Roster, runClinic } from "../../src/model/index.ts";

/** What a team works, and its hours, per week of the window [min]. */
interface WorkedMinutes {
  readonly messages: number;
  readonly calls: number;
  readonly otherWork: number;
  readonly hours: number;
}

/** What a replication comes to per week of the window. */
export interface WorkedWeek {
  /** Messages sent and let in, and those among them that open a thread. */
  readonly messages: number;
  readonly threads: number;
  readonly teams: readonly WorkedMinutes[];
}

/** Replications of a clinic, watched from outside. */
export function workedMinutes(model: Model, seed: number, replications: number): WorkedWeek[] {
  return Array.from({ length: replications }, (_, replication) => workedWeek(model, seed, replication));
}

function workedWeek(model: Model, seed: number, replication: number): WorkedWeek {
  const { windowStart, windowEnd, teams } = model;
  const weeks = model.clinic.run.lengthDays / 7;
  const world = drawWorld(model, seed, replication);
  const minutes = teams.map(() => ({ messages: 0, calls: 0, otherWork: 0 }));
  let messages = 0;
  let threads = 0;
  runClinic(model, world, {
    message: ({ sent, turnedAwayBy, round, cause }) => {
      if (turnedAwayBy >= 0 || !(sent >= windowStart && sent < windowEnd)) return;
      messages += 1 / weeks;
      if (round === 0 && cause === "own") threads += 1 / weeks;
    },
    handled: ({ team, activity, from, to }) => {
      const within = Math.min(to, windowEnd) - Math.max(from, windowStart);
      if (within <= 0) return;
      const kind = activity === "call" ? "calls" : activity === "other work" ? "otherWork" : "messages";
      minutes[team]![kind] += within / weeks;
    },
  });
  const roster = new Roster(model, world);
  const hoursOf = (team: number) =>
    world.people[team]!.reduce(
      (sum, _, ordinal) => sum + roster.hoursOf(team, ordinal).between(windowStart, windowEnd) / weeks,
      0,
    );
  return {
    messages,
    threads,
    teams: minutes.map((ofTeam, team) => ({ ...ofTeam, hours: hoursOf(team) })),
  };
}
