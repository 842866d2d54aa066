import { type Handover, ROLES, type Role, type Stage, type Team } from "../../src/model/index.ts";
import type { Dice } from "./random-dice.ts";
import {
  dateAfter,
  randomDatedDuties,
  randomEvenings,
  randomNamedPerson,
  randomWeek,
} from "./random-hours.ts";
import { randomQueue } from "./random-policies.ts";
import { TOPIC_NAMES } from "./random-specialty.ts";

const FIXED = { type: "fixed", value: 5 } as const;

/** How fast people are, and the smallest step of their minutes: whoever is twice as fast needs even ones. */
export interface Pace {
  readonly varied: boolean;
  readonly grain: number;
}

export function randomTeams(dice: Dice, specialtyCount: number, pace: Pace): Team[] {
  const usual: readonly Role[] = dice.chance(0.9) ? ["nurse", "physician"] : [];
  const more = Array.from({ length: dice.pick([0, 1, 1, 2, 3]) }, () =>
    dice.chance(0.3) ? dice.pick(["nurse", "physician"] as const) : dice.pick(ROLES),
  );
  const roles = dice.chance(0.3) ? [...more, ...usual] : [...usual, ...more];
  return (roles.length === 0 ? (["physician"] as const) : roles).map((role, index) =>
    randomTeam(dice, `${role} ${index}`, role, specialtyCount, pace),
  );
}

function randomTeam(dice: Dice, name: string, role: Role, specialtyCount: number, pace: Pace): Team {
  const inbox = dice.chance(0.4) ? randomWeek(dice, 0.9) : undefined;
  return {
    name,
    role,
    count: dice.chance(0.08) ? 0 : dice.pick([1, 2, 2, 3]),
    serves: Array.from({ length: specialtyCount }, (_, s) => s).filter(() => dice.chance(0.85)),
    ...(dice.chance(0.2) ? { topics: [dice.pick(TOPIC_NAMES)] } : {}),
    stages: randomStages(dice, role),
    shifts: randomWeek(dice, 0.9),
    duties: randomWeek(dice, dice.chance(0.5) ? 0.4 : 0),
    datedDuties: [],
    clinic: randomWeek(dice, dice.chance(0.5) ? 0.6 : 0),
    people: [],
    ...(inbox === undefined ? {} : { inbox }),
    ...(dice.chance(0.6) ? { overrun: FIXED } : {}),
    evenings: dice.chance(0.6) ? randomEvenings(dice) : [],
    speed: pace.varied ? dice.pick([0.5, 1, 2]) : 1,
    coSignature: { share: 0.5, effort: dice.pick([0, 0.5, 1]) },
    handovers: [],
    ...(dice.chance(0.3) ? { queue: randomQueue(dice) } : {}),
    absence: {
      vacationWeeks: 4,
      vacationStretch: 1,
      sickDays: 5,
      cover: dice.pick(["none", "buddy", "buddy", "pool", "pool", "float"] as const),
    },
    endOfHours: dice.pick(["finish", "suspend"] as const),
    reRead: pace.grain * dice.pick([0, 0, 1, 3]),
    costPerHour: 1,
    currency: "CAD",
    costBasis: "posts",
    fullTime: 2250,
  };
}

function randomStages(dice: Dice, role: Role): readonly Stage[] {
  if (role === "physician") return ["reply"];
  if (role === "resident") return ["draft"];
  return dice.pick<readonly Stage[]>([
    ["triage", "reply"],
    ["triage", "reply"],
    ["triage", "reply"],
    ["triage"],
    ["reply"],
  ]);
}

/** A team in which some, or all, may keep hours of their own, duties may fall on dates, and patients be handed over. */
export function withNamedPeople(dice: Dice, team: Team, pace: Pace, start: string, days: number): Team {
  const namedCount = dice.chance(0.4) ? dice.whole(0, team.count) : 0;
  // What is put back half done must be left in steps that a colleague can take up.
  const mixed = pace.varied && team.endOfHours === "finish";
  return {
    ...team,
    datedDuties: dice.chance(0.3) ? randomDatedDuties(dice, start, days) : [],
    people: Array.from({ length: namedCount }, (_, k) =>
      randomNamedPerson(dice, `person ${k}`, team, mixed ? dice.pick([0.5, 1, 2]) : team.speed, start, days),
    ),
    handovers:
      team.role === "physician" && team.count > 1 && dice.chance(0.4)
        ? randomHandovers(dice, team.count, start, days)
        : [],
  };
}

function randomHandovers(dice: Dice, count: number, start: string, days: number): Handover[] {
  return Array.from({ length: dice.whole(1, 3) }, () => {
    const from = dice.whole(0, count - 1);
    const to = (from + dice.whole(1, count - 1)) % count;
    return { date: dateAfter(start, dice.whole(-1, days - 1)), from, to };
  }).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
