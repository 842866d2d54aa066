import {
  type CalendarSpec,
  type Clinic,
  type ClinicObserver,
  type ClockChange,
  compile,
  type DayInterval,
  type MessageRecord,
  type OtherWork,
  type PersonDays,
  type Policies,
  type Round,
  runClinic,
  type Stretch,
  type Team,
  type Thread,
  type TriagePolicy,
  type WeeklyHours,
  type WorkHours,
  type WorkItem,
  type WorkRecord,
  type World,
} from "../../src/model/index.ts";

/** "9:30" as a minute of the day. */
function clock(text: string): number {
  const [hour, minute] = text.split(":").map(Number);
  return hour! * 60 + minute!;
}

/** The minute of a run without clock changes: day 0 is Monday, 5 January 2026. */
export function at(day: number, text: string): number {
  return day * 1440 + clock(text);
}

/** "8:00-12:00 13:00-17:00" on every day of the week, or on those given (0 = Monday). */
export function hours(text: string, days: readonly number[] = [0, 1, 2, 3, 4, 5, 6]): WeeklyHours {
  const intervals = text.split(" ").flatMap((part): DayInterval[] => {
    const [from, to] = part.split("-");
    return part === "" ? [] : [{ from: clock(from!), to: clock(to!) }];
  });
  return [0, 1, 2, 3, 4, 5, 6].map((day) => (days.includes(day) ? intervals : []));
}

const never = hours("");
const fixed = { type: "fixed", value: 1 } as const;

/** A nurse, 8:00-16:00 every day, who suspends work at the end of hours and re-reads nothing. */
export function nurses(changes: Partial<Team> = {}): Team {
  return { ...physicians(), name: "nurses", role: "nurse", ...changes };
}

/** A physician, 8:00-16:00 every day. */
export function physicians(changes: Partial<Team> = {}): Team {
  return {
    name: "physicians",
    role: "physician",
    count: 1,
    serves: [0],
    shifts: hours("8:00-16:00"),
    duties: never,
    datedDuties: [],
    clinic: never,
    people: [],
    absence: { vacationWeeks: 0, vacationStretch: 1, sickDays: 0, cover: "none" },
    endOfHours: "suspend",
    reRead: 0,
    costPerHour: 60,
    currency: "CAD",
    costBasis: "posts",
    fullTime: 2250,
    ...changes,
  };
}

export const nurseFirst: TriagePolicy = {
  type: "nurse-first",
  asks: 0,
  askEffort: 0.5,
  prepare: fixed,
  saves: 0.25,
  sensitivity: 1,
  specificity: 1,
};

/** A message that a physician must answer: triage 2, prepare 1, nurse 10, physician 20 minutes. */
export function round(changes: Partial<Round> = {}): Round {
  return {
    needsReply: true,
    nurseCloses: false,
    asks: false,
    needsVisit: false,
    triage: 2,
    nurse: 10,
    physician: 20,
    prepare: 1,
    followUpDelay: Number.NaN,
    ...changes,
  };
}

/** A thread of one message, unless told, of the first patient of the last team. */
export function thread(sent: number, changes: Partial<Thread> = {}): Thread {
  return {
    id: 0,
    specialty: 0,
    patient: 0,
    topic: 0,
    urgent: false,
    flagged: false,
    seenUrgent: false,
    team: -2,
    person: 0,
    sent,
    rounds: [round()],
    ...changes,
  };
}

/** Other work of the source with that index, in the shared line. */
export function work(start: number, minutes: number, changes: Partial<WorkItem> = {}): WorkItem {
  return {
    id: 0,
    specialty: 0,
    source: 0,
    team: 0,
    person: -1,
    at: start,
    minutes,
    patience: Number.NaN,
    ...changes,
  };
}

/** The source with index 3, unless a clinic names its own: a telephone. */
export const CALL = 3;

const sources: readonly OtherWork[] = (
  ["before messages", "with messages", "after messages", "with messages"] as const
).map((order, source) => ({
  name: `source ${source}`,
  team: 0,
  perBusinessDay: 1,
  perPerson: false,
  minutes: fixed,
  interrupts: source === CALL,
  order,
}));

export interface TinyClinic {
  readonly teams: readonly Team[];
  readonly days?: number;
  readonly start?: string;
  readonly clockChanges?: readonly ClockChange[];
  readonly calendar?: Partial<CalendarSpec>;
  readonly policies?: Partial<Policies>;
  readonly threads?: readonly Thread[];
  readonly work?: readonly WorkItem[];
  /** By team and ordinal: days away, days with an evening, overrun of every session of a day. */
  readonly people?: Readonly<
    Record<string, { away?: readonly number[]; evenings?: readonly number[]; overrun?: readonly number[] }>
  >;
}

export interface TinyRun {
  readonly messages: readonly MessageRecord[];
  readonly work: readonly WorkRecord[];
  readonly stretches: readonly Stretch[];
  /** "1.0 physician reply #2 480-500": team.person, activity, subject, from-to. */
  readonly log: readonly string[];
  /** [time, team, on duty] */
  readonly duty: readonly (readonly [number, number, number])[];
  readonly world: World;
}

/** Runs a clinic, Monday 5 January 2026 for a week unless told, always open, with nobody away. */
export function run(tiny: TinyClinic, observer: ClinicObserver = {}): TinyRun {
  const { clinic, world } = tinyClinic(tiny);
  const messages: MessageRecord[] = [];
  const done: WorkRecord[] = [];
  const stretches: Stretch[] = [];
  const duty: [number, number, number][] = [];
  runClinic(compile(clinic, tiny.clockChanges ?? []), world, {
    message: (record) => messages.push(record),
    work: (record) => done.push(record),
    handled: (stretch) => stretches.push(stretch),
    dutyChanged: (time, team, onDuty) => duty.push([time, team, onDuty]),
    ...observer,
  });
  messages.sort((a, b) => a.thread.id - b.thread.id || a.round - b.round);
  done.sort((a, b) => a.item.id - b.item.id);
  const log = stretches.map(
    ({ team, person, activity, subject, from, to }) =>
      `${team}.${person} ${activity} #${subject} ${from}-${to}`,
  );
  return { messages, work: done, stretches, log, duty, world };
}

/** The clinic and the world behind `run`; ids and the patients' team are filled in. */
export function tinyClinic(tiny: TinyClinic): { readonly clinic: Clinic; readonly world: World } {
  const { teams, days = 7 } = tiny;
  const clinic: Clinic = {
    name: "tiny",
    calendar: {
      timeZone: "Etc/UTC",
      closedDates: [],
      open: hours("8:00-16:00"),
      patientSleep: { from: 0, to: 0 },
      ...tiny.calendar,
    },
    run: {
      start: tiny.start ?? "2026-01-05",
      warmUpDays: 0,
      lengthDays: days,
      runOutDays: 0,
      seed: 1,
      replications: 1,
    },
    specialties: [
      {
        name: "tiny",
        patients: 10,
        portalShare: 1,
        demand: {
          rate: 0,
          counts: "new threads",
          dayFactor: { cv: 0, carryOver: 0 },
          timeline: [],
          profile: { hourOfDay: [], dayOfWeek: [], monthOfYear: [] },
        },
        topics: [],
        otherWork: sources,
        urgencyFlag: { sensitivity: 0, falseAlarm: 0 },
        openingBacklog: { messages: 0, age: 0 },
      },
    ],
    teams,
    policies: {
      triage: nurseFirst,
      routing: { type: "own-physician" },
      queue: { type: "urgent-first" },
      closeThreadAfter: 1440,
      ...tiny.policies,
    },
    promises: [],
  };
  const lastTeam = teams.length - 1;
  const world: World = {
    days,
    threads: (tiny.threads ?? []).map((each, id) => ({
      ...each,
      id,
      team: each.team === -2 ? lastTeam : each.team,
    })),
    work: (tiny.work ?? []).map((each, id) => ({ ...each, id })),
    people: teams.map((team, t) =>
      Array.from({ length: team.count }, (_, k) =>
        personDays(team.people[k] ?? team, tiny.people?.[`${t}.${k}`] ?? {}, days),
      ),
    ),
  };
  return { clinic, world };
}

function personDays(
  { clinic }: WorkHours,
  { away = [], evenings = [], overrun = [] }: NonNullable<TinyClinic["people"]>[string],
  days: number,
): PersonDays {
  const each = Array.from({ length: days }, (_, day) => day);
  return {
    absent: Uint8Array.from(each, (day) => (away.includes(day) ? 1 : 0)),
    evening: Uint8Array.from(each, (day) => (evenings.includes(day) ? 1 : 0)),
    overrun: each.map((day) => clinic[day % 7]!.map(() => overrun[day] ?? 0)),
  };
}
