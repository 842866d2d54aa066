import {
  type CalendarSpec,
  type Cause,
  type Clinic,
  type ClinicObserver,
  type ClockChange,
  compile,
  type DayInterval,
  type MessageRecord,
  type OtherWork,
  type PersonDays,
  type Policies,
  type Role,
  type Round,
  rankOf,
  runClinic,
  type Specialty,
  type Stretch,
  type Team,
  type Thread,
  type Topic,
  type TriagePolicy,
  type VisitRecord,
  type Wait,
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

/** A nurse who reads and replies, 8:00-16:00 every day, suspends work at the end of hours and re-reads nothing. */
export function nurses(changes: Partial<Team> = {}): Team {
  return { ...physicians(), name: "nurses", role: "nurse", stages: ["triage", "reply"], ...changes };
}

/** A clerk who reads and replies, as the nurses do. */
export function clerks(changes: Partial<Team> = {}): Team {
  return nurses({ name: "clerks", role: "clerk", ...changes });
}

/** A resident who drafts, 8:00-16:00 every day; a physician signs every draft, for a quarter of the reply's minutes. */
export function residents(changes: Partial<Team> = {}): Team {
  const coSignature = { share: 1, effort: 0.25 };
  return physicians({ name: "residents", role: "resident", stages: ["draft"], coSignature, ...changes });
}

/** A physician, 8:00-16:00 every day. */
export function physicians(changes: Partial<Team> = {}): Team {
  return {
    name: "physicians",
    role: "physician",
    count: 1,
    serves: [0],
    stages: ["reply"],
    shifts: hours("8:00-16:00"),
    duties: never,
    datedDuties: [],
    clinic: never,
    evenings: [],
    people: [],
    speed: 1,
    coSignature: { share: 1, effort: 0 },
    handovers: [],
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
  bounces: 0,
  bounceEffort: 0.25,
  prepare: fixed,
  saves: 0.25,
  sensitivity: 1,
  specificity: 1,
};

/** A message that a role may close, of the lowest. */
export function closedBy(role: Role, changes: Partial<Round> = {}): Round {
  return round({ lowestRole: rankOf(role), ...changes });
}

/** A message that a physician must answer: triage 2, prepare 1, clerk 5, nurse 10, physician 20 minutes; its patient waits. */
export function round(changes: Partial<Round> = {}): Round {
  return {
    needsReply: true,
    lowestRole: rankOf("physician"),
    asks: false,
    bounces: false,
    unsuitable: false,
    answerDelay: Number.NaN,
    sortedTo: -1,
    needsVisit: false,
    bookingMinutes: Number.NaN,
    linkMinutes: Number.NaN,
    turnedAwayBy: -1,
    displacedTo: "nothing",
    cappedTo: "nothing",
    coSigned: true,
    triage: 2,
    clerk: 5,
    nurse: 10,
    physician: 20,
    prepare: 1,
    callMinutes: 3,
    callPatience: Number.NaN,
    followUpDelay: Number.NaN,
    chaserDelay: Number.NaN,
    duplicates: false,
    callDelay: Number.NaN,
    emergencyDelay: Number.NaN,
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

const topic: Topic = {
  name: "anything",
  share: 1,
  urgent: 0,
  lowestRole: { physician: 1 },
  unsuitable: 0,
  incomplete: 0,
  needsVisit: 0,
  followUp: { probability: 0, delay: fixed, thanks: 0 },
  minutes: { triage: fixed, clerk: fixed, nurse: fixed, physician: fixed },
  complexity: 0,
};

/** One person's days: those away, those with an evening of the first habit, and overruns of every session of a day. */
interface TinyDays {
  readonly away?: readonly number[];
  readonly evenings?: readonly number[];
  /** Of other habits: the habit's index by day. */
  readonly habits?: Readonly<Record<number, number>>;
  readonly overrun?: readonly number[];
}

export interface TinyClinic {
  readonly teams: readonly Team[];
  readonly days?: number;
  readonly start?: string;
  readonly clockChanges?: readonly ClockChange[];
  readonly calendar?: Partial<CalendarSpec>;
  readonly policies?: Partial<Policies>;
  /** Of the only specialty. */
  readonly specialty?: Partial<Specialty>;
  readonly threads?: readonly Thread[];
  readonly work?: readonly WorkItem[];
  /** By team and ordinal. */
  readonly people?: Readonly<Record<string, TinyDays>>;
}

export interface TinyRun {
  readonly messages: readonly MessageRecord[];
  readonly work: readonly WorkRecord[];
  readonly visits: readonly VisitRecord[];
  readonly waits: readonly Wait[];
  readonly stretches: readonly Stretch[];
  /** "1.0 reply #2 480-500": team.person, activity, subject, from-to. */
  readonly log: readonly string[];
  /** [time, team, on duty] */
  readonly duty: readonly (readonly [number, number, number])[];
  readonly world: World;
}

const CAUSES: readonly Cause[] = ["own", "chaser", "duplicate"];

/** Runs a clinic, Monday 5 January 2026 for a week unless told, always open, with nobody away. */
export function run(tiny: TinyClinic, observer: ClinicObserver = {}): TinyRun {
  const { clinic, world } = tinyClinic(tiny);
  const messages: MessageRecord[] = [];
  const done: WorkRecord[] = [];
  const visits: VisitRecord[] = [];
  const waits: Wait[] = [];
  const stretches: Stretch[] = [];
  const duty: [number, number, number][] = [];
  runClinic(compile(clinic, tiny.clockChanges ?? []), world, {
    message: (record) => messages.push(record),
    work: (record) => done.push(record),
    visit: (record) => visits.push(record),
    waited: (wait) => waits.push(wait),
    handled: (stretch) => stretches.push(stretch),
    dutyChanged: (time, team, onDuty) => duty.push([time, team, onDuty]),
    ...observer,
  });
  const place = ({ thread, round, cause }: MessageRecord) =>
    [thread.id, round, CAUSES.indexOf(cause)] as const;
  messages.sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
  });
  done.sort((a, b) => a.item.id - b.item.id);
  const log = stretches.map(
    ({ team, person, activity, subject, from, to }) =>
      `${team}.${person} ${activity} #${subject} ${from}-${to}`,
  );
  return { messages, work: done, visits, waits, stretches, log, duty, world };
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
        topics: [topic],
        otherWork: sources,
        calls: { source: CALL, minutes: fixed },
        impatience: {},
        triggers: [],
        visitsPerYear: 0,
        slots: {},
        bookAs: "in person",
        unknownPatient: 1,
        answerDelay: fixed,
        openingBacklog: { messages: 0, age: 0 },
        ...tiny.specialty,
      },
    ],
    teams,
    policies: {
      frontDoor: [],
      flag: { type: "none" },
      sorting: { type: "none" },
      triage: nurseFirst,
      protocol: { type: "none" },
      conversion: { type: "none" },
      drafts: { type: "none" },
      routing: { type: "own-physician" },
      closeThreadAfter: 1440,
      queue: { type: "urgent-first" },
      billing: { type: "unpaid" },
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
  { away = [], evenings = [], habits = {}, overrun = [] }: TinyDays,
  days: number,
): PersonDays {
  const each = Array.from({ length: days }, (_, day) => day);
  return {
    absent: Uint8Array.from(each, (day) => (away.includes(day) ? 1 : 0)),
    evening: Uint8Array.from(each, (day) => (evenings.includes(day) ? 1 : (habits[day] ?? -1) + 1)),
    overrun: each.map((day) => clinic[day % 7]!.map(() => overrun[day] ?? 0)),
  };
}
