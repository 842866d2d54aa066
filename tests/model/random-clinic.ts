import fc from "fast-check";
import type {
  Clinic,
  ClockChange,
  DatedHours,
  DayInterval,
  Evenings,
  OtherWork,
  PersonDays,
  PersonHours,
  Policies,
  Round,
  Specialty,
  Team,
  Thread,
  WeeklyHours,
  WorkHours,
  WorkItem,
  World,
} from "../../src/model/index.ts";

/** A clinic and a world for it, small enough to be walked through minute by minute. */
export interface ClinicCase {
  readonly clinic: Clinic;
  readonly clockChanges: readonly ClockChange[];
  readonly world: World;
}

/** Each thread, work item and person is drawn from the seed by itself, so that smaller sizes keep those that are left. */
export interface CaseSize {
  readonly seed: number;
  readonly days: number;
  readonly threads: number;
  readonly work: number;
}

/** Random small clinics that shrink to few days, threads and work items. */
export const caseSizes: fc.Arbitrary<CaseSize> = fc.record({
  seed: fc.nat({ max: 1e9 }),
  days: fc.integer({ min: 1, max: 5 }),
  threads: fc.integer({ min: 0, max: 30 }),
  work: fc.integer({ min: 0, max: 30 }),
});

const STARTS: readonly { readonly start: string; readonly clockChanges: readonly ClockChange[] }[] = [
  { start: "2026-01-05", clockChanges: [] },
  { start: "2026-12-30", clockChanges: [] },
  { start: "2026-03-07", clockChanges: [{ at: 1440 + 120, jump: 60 }] },
  { start: "2026-03-08", clockChanges: [{ at: 120, jump: 60 }] },
  { start: "2026-10-31", clockChanges: [{ at: 1440 + 120, jump: -60 }] },
  { start: "2026-11-01", clockChanges: [{ at: 120, jump: -60 }] },
  { start: "2026-04-24", clockChanges: [{ at: 1440, jump: 60 }] },
  { start: "2026-10-30", clockChanges: [{ at: 600, jump: -60 }] },
];

const FIXED = { type: "fixed", value: 5 } as const;

/** A random small clinic: whole minutes everywhere, many things at the same moment, every rule of the model in play. */
export function randomClinic({ seed, days, threads, work }: CaseSize): ClinicCase {
  const dice = new Dice(seed, 0);
  const { start, clockChanges } = dice.pick(STARTS);
  const specialtyCount = dice.chance(0.3) ? 2 : 1;
  const teams = randomTeams(dice, specialtyCount).map((team, t) =>
    withHoursOfTheirOwn(new Dice(seed, 4000 + t), team, start, days),
  );
  const warmUpDays = dice.whole(0, days - 1);
  const clinic: Clinic = {
    name: `random clinic ${seed}`,
    calendar: {
      timeZone: "Etc/Random",
      closedDates: randomDates(dice, start, days),
      open: dice.chance(0.2) ? everyDay([{ from: 0, to: 1440 }]) : randomWeek(dice, 0.8),
      patientSleep: dice.pick([
        { from: 1320, to: 420 },
        { from: 60, to: 480 },
        { from: 0, to: 0 },
      ]),
    },
    run: { start, warmUpDays, lengthDays: days - warmUpDays, runOutDays: 0, seed: 1, replications: 1 },
    specialties: Array.from({ length: specialtyCount }, (_, s) => randomSpecialty(dice, s, teams)),
    teams,
    policies: randomPolicies(dice),
    promises: [],
  };
  const minutes = days * 1440;
  return {
    clinic,
    clockChanges,
    world: {
      days,
      threads: inOrder(
        Array.from({ length: threads }, (_, i) => randomThread(new Dice(seed, 1000 + i), clinic, minutes)),
        ({ sent }) => sent,
      ),
      work: inOrder(
        Array.from({ length: work }, (_, i) => randomWork(new Dice(seed, 2000 + i), clinic, minutes)).flat(),
        ({ at }) => at,
      ),
      people: teams.map((team, t) =>
        Array.from({ length: team.count }, (_, k) =>
          randomPerson(new Dice(seed, 3000 + 100 * t + k), clinic, team, team.people[k] ?? team, days),
        ),
      ),
    },
  };
}

function randomTeams(dice: Dice, specialtyCount: number): Team[] {
  const roles = ["nurse" as const, "physician" as const];
  const more = dice.whole(0, 2);
  const all = [
    ...(dice.chance(0.9) ? roles : []),
    ...Array.from({ length: more }, () => dice.pick(["nurse", "physician", "clerk"] as const)),
  ];
  if (all.length === 0) all.push("physician");
  return all.map((role, index): Team => {
    const inbox = dice.chance(0.4) ? randomWeek(dice, 0.9) : undefined;
    const from = 30 * dice.whole(0, 47);
    return {
      name: `${role} ${index}`,
      role,
      count: dice.chance(0.08) ? 0 : dice.pick([1, 2, 2, 3]),
      serves: Array.from({ length: specialtyCount }, (_, s) => s).filter(() => dice.chance(0.8)),
      shifts: randomWeek(dice, 0.9),
      duties: randomWeek(dice, dice.chance(0.5) ? 0.4 : 0),
      datedDuties: [],
      clinic: randomWeek(dice, dice.chance(0.5) ? 0.6 : 0),
      people: [],
      ...(inbox === undefined ? {} : { inbox }),
      ...(dice.chance(0.6) ? { overrun: FIXED } : {}),
      ...(dice.chance(0.6) ? { evenings: randomEvenings(dice, from) } : {}),
      absence: {
        vacationWeeks: 4,
        vacationStretch: 1,
        sickDays: 5,
        cover: dice.pick(["none", "buddy", "buddy", "pool", "pool", "float"] as const),
      },
      endOfHours: dice.pick(["finish", "suspend"] as const),
      reRead: dice.pick([0, 0, 1, 3]),
      costPerHour: 1,
      currency: "CAD",
      costBasis: "posts",
      fullTime: 2250,
    };
  });
}

function randomEvenings(dice: Dice, from: number): Evenings {
  return {
    days: Array.from({ length: 7 }, () => dice.chance(0.8)),
    from,
    upTo: Math.min(1440 - from, dice.pick([0, 15, 30, 60, 90, 240, 1440])),
    probability: 0.5,
  };
}

/** A team in which some, or all, may keep hours of their own, and duties may fall on dates. */
function withHoursOfTheirOwn(dice: Dice, team: Team, start: string, days: number): Team {
  const named = dice.chance(0.4) ? dice.whole(0, team.count) : 0;
  return {
    ...team,
    datedDuties: dice.chance(0.3) ? randomDatedDuties(dice, start, days) : [],
    people: Array.from({ length: named }, (_, k) =>
      randomPersonHours(dice, `person ${k}`, team, start, days),
    ),
  };
}

/** Some of the team's hours exchanged for others. */
function randomPersonHours(dice: Dice, name: string, team: Team, start: string, days: number): PersonHours {
  const { shifts, duties, datedDuties, clinic, inbox, evenings } = team;
  const ownInbox = dice.chance(0.3) ? randomWeek(dice, 0.9) : inbox;
  const ownEvenings = dice.chance(0.3) ? randomEvenings(dice, 30 * dice.whole(0, 47)) : evenings;
  return {
    name,
    shifts: dice.chance(0.6) ? randomWeek(dice, 0.7) : shifts,
    duties: dice.chance(0.4) ? randomWeek(dice, 0.4) : duties,
    datedDuties: dice.chance(0.4) ? randomDatedDuties(dice, start, days) : datedDuties,
    clinic: dice.chance(0.4) ? randomWeek(dice, 0.5) : clinic,
    ...(ownInbox === undefined ? {} : { inbox: ownInbox }),
    ...(ownEvenings === undefined ? {} : { evenings: ownEvenings }),
  };
}

function randomDatedDuties(dice: Dice, start: string, days: number): DatedHours[] {
  return Array.from({ length: dice.whole(1, 3) }, () => {
    const first = dice.whole(-1, days - 1);
    const last = first + dice.pick([0, 0, 1, 3]);
    return { from: dateAfter(start, first), to: dateAfter(start, last), hours: randomDay(dice) };
  });
}

function randomSpecialty(dice: Dice, index: number, teams: readonly Team[]): Specialty {
  return {
    name: `specialty ${index}`,
    patients: 100,
    portalShare: 1,
    demand: {
      rate: 0.001,
      counts: "new threads",
      dayFactor: { cv: 0, carryOver: 0 },
      timeline: [],
      profile: {
        hourOfDay: Array.from({ length: 24 }, () => 1),
        dayOfWeek: Array.from({ length: 7 }, () => 1),
        monthOfYear: Array.from({ length: 12 }, () => 1),
      },
    },
    topics: [
      {
        name: "anything",
        share: 1,
        urgent: 0.2,
        lowestRole: { clerk: 0, nurse: 0.5, physician: 0.5 },
        needsVisit: 0,
        followUp: { probability: 0.3, delay: FIXED, thanks: 0.1 },
        minutes: { triage: FIXED, nurse: FIXED, physician: FIXED },
        complexity: 0,
      },
    ],
    otherWork: Array.from({ length: 4 }, (_, source): OtherWork => {
      const interrupts = dice.chance(0.5);
      return {
        name: `work ${source}`,
        team: dice.whole(0, teams.length - 1),
        perBusinessDay: 1,
        perPerson: dice.chance(0.5),
        minutes: FIXED,
        interrupts,
        ...(interrupts ? { patience: FIXED } : {}),
        order: dice.pick(["before messages", "with messages", "after messages"] as const),
      };
    }),
    urgencyFlag: { sensitivity: 0.5, falseAlarm: 0.1 },
    openingBacklog: { messages: 0, age: 0 },
  };
}

function randomPolicies(dice: Dice): Policies {
  return {
    triage: dice.chance(0.2)
      ? { type: "none" }
      : {
          type: "nurse-first",
          asks: 0.3,
          askEffort: dice.pick([0, 0.5, 1]),
          prepare: FIXED,
          saves: dice.pick([0, 0.25, 0.5, 1]),
          sensitivity: 0.8,
          specificity: 0.9,
        },
    routing: dice.pick([
      { type: "own-physician" },
      { type: "own-physician" },
      { type: "physician-pool" },
      { type: "rotating-physician" },
    ] as const),
    queue: dice.pick([{ type: "urgent-first" }, { type: "first-come" }] as const),
    closeThreadAfter: dice.pick([0, 300, 1440]),
  };
}

function randomThread(dice: Dice, clinic: Clinic, minutes: number): Thread {
  const specialty = dice.whole(0, clinic.specialties.length - 1);
  const teams = clinic.teams.flatMap(({ role, count }, index) =>
    role === "physician" && count > 0 ? [index] : [],
  );
  const team = teams.length === 0 || dice.chance(0.05) ? -1 : dice.pick(teams);
  const roundCount = dice.pick([1, 1, 2, 3]);
  return {
    id: 0,
    specialty,
    patient: dice.whole(0, 99),
    topic: 0,
    urgent: dice.chance(0.2),
    flagged: dice.chance(0.2),
    seenUrgent: dice.chance(0.3),
    team,
    person: team < 0 ? -1 : dice.whole(0, clinic.teams[team]!.count - 1),
    sent: dice.chance(0.15) ? -dice.whole(1, 600) : dice.minuteOf(minutes),
    rounds: Array.from({ length: roundCount }, (_, round): Round => {
      const needsReply = dice.chance(round === 0 ? 0.9 : 0.7);
      return {
        needsReply,
        nurseCloses: dice.chance(0.6),
        asks: dice.chance(0.4),
        needsVisit: dice.chance(0.1),
        triage: dice.handling(),
        nurse: dice.handling(),
        // Halves and quarters of it stay whole minutes.
        physician: 4 * dice.handling(),
        prepare: dice.pick([0, 0, 1, 2]),
        followUpDelay: round + 1 < roundCount ? dice.pick([0, 1, 15, 30, 60, 300, 700]) : Number.NaN,
      };
    }),
  };
}

/** Sometimes several at once; none where its team has nobody. */
function randomWork(dice: Dice, clinic: Clinic, minutes: number): WorkItem[] {
  const specialty = dice.whole(0, clinic.specialties.length - 1);
  const source = dice.whole(0, 3);
  const { team, perPerson, interrupts } = clinic.specialties[specialty]!.otherWork[source]!;
  const { count } = clinic.teams[team]!;
  const at = dice.minuteOf(minutes);
  return Array.from({ length: dice.chance(0.15) ? 3 : 1 }, () => ({
    id: 0,
    specialty,
    source,
    team,
    person: perPerson && count > 0 ? dice.whole(0, count - 1) : -1,
    at,
    minutes: dice.handling(),
    patience: interrupts && dice.chance(0.8) ? dice.pick([0, 1, 5, 15, 30, 600]) : Number.NaN,
  }));
}

function randomPerson(dice: Dice, clinic: Clinic, team: Team, work: WorkHours, days: number): PersonDays {
  const absentDays = dice.chance(0.5) ? 0.4 : 0;
  const first = (new Date(`${clinic.run.start}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weekdays = Array.from({ length: days }, (_, day) => (first + day) % 7);
  return {
    absent: Uint8Array.from(weekdays, () => (dice.chance(absentDays) ? dice.whole(1, 2) : 0)),
    evening: Uint8Array.from(weekdays, (weekday) => {
      const wanted = dice.chance(0.6);
      return wanted && work.evenings?.days[weekday] === true ? 1 : 0;
    }),
    overrun: weekdays.map((weekday) =>
      work.clinic[weekday]!.map(() => (team.overrun === undefined ? 0 : dice.pick([0, 0, 10, 30, 90, 300]))),
    ),
  };
}

function randomWeek(dice: Dice, share: number): WeeklyHours {
  return Array.from({ length: 7 }, () => (dice.chance(share) ? randomDay(dice) : []));
}

function randomDay(dice: Dice): DayInterval[] {
  if (dice.chance(0.1)) return [{ from: 0, to: 1440 }];
  if (dice.chance(0.4)) {
    const lunch = 15 * dice.whole(44, 52);
    return [
      { from: 30 * dice.whole(14, 18), to: lunch },
      { from: lunch + dice.pick([1, 15, 30]), to: 30 * dice.whole(30, 36) },
    ];
  }
  const bounds = new Set<number>();
  const count = dice.pick([2, 2, 4, 4, 6]);
  for (let i = 0; i < count; i++)
    bounds.add(dice.chance(0.5) ? 60 * dice.whole(0, 24) : 15 * dice.whole(0, 96));
  const sorted = [...bounds].sort((a, b) => a - b);
  const hours: DayInterval[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 2) hours.push({ from: sorted[i]!, to: sorted[i + 1]! });
  return hours;
}

function everyDay(hours: readonly DayInterval[]): WeeklyHours {
  return Array.from({ length: 7 }, () => hours);
}

function randomDates(dice: Dice, start: string, days: number): string[] {
  const dates: string[] = [];
  for (let day = -1; day < days; day++) if (dice.chance(0.2)) dates.push(dateAfter(start, day));
  return dates;
}

function dateAfter(start: string, days: number): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function inOrder<T extends { readonly id: number }>(items: readonly T[], time: (item: T) => number): T[] {
  const sorted = [...items].sort((a, b) => time(a) - time(b));
  return sorted.map((item, id) => ({ ...item, id }));
}

/** Mulberry32: good enough to vary cases, and shares nothing with the random floor. */
class Dice {
  private state: number;
  /** Some clinics have nearly nothing to do, some are never done. */
  private readonly pace: number;

  constructor(seed: number, part: number) {
    this.pace = [1, 2, 6][seed % 3]!;
    this.state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(part + 1, 0xc2b2ae35)) | 0;
    for (let i = 0; i < 4; i++) this.uniform();
  }

  uniform(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** From `min` to `max`, both included. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.uniform() * (max - min + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.whole(0, choices.length - 1)]!;
  }

  /** A minute below `minutes`, mostly by day; full and half hours are common, so that things coincide. */
  minuteOf(minutes: number): number {
    const day = 1440 * this.whole(0, Math.floor((minutes - 1) / 1440));
    const at = day + (this.chance(0.75) ? this.whole(460, 1080) : this.whole(0, 1379));
    return this.chance(0.6) ? at - (at % 30) : at;
  }

  /** Often short, sometimes nothing at all. */
  handling(): number {
    return this.pace * this.pick([0, 1, 2, 3, 5, 5, 10, 15, 30]);
  }
}
