import {
  type Clinic,
  type DayInterval,
  type Demand,
  type MessageRecord,
  type Round,
  rankOf,
  type Specialty,
  type Team,
  type Thread,
  type Topic,
  type WeeklyHours,
} from "../../src/model/index.ts";

/** The same hours on some weekdays (0 = Monday), none on the others. */
export function week(days: readonly number[], ...hours: readonly (readonly [number, number])[]): WeeklyHours {
  const intervals: readonly DayInterval[] = hours.map(([from, to]) => ({ from, to }));
  return [0, 1, 2, 3, 4, 5, 6].map((day) => (days.includes(day) ? intervals : []));
}

export const WEEKDAYS = [0, 1, 2, 3, 4];
export const NEVER = week([]);

const fixed = (value: number) => ({ type: "fixed", value }) as const;

export const TOPIC: Topic = {
  name: "medication",
  share: 1,
  urgent: 0.1,
  lowestRole: { clerk: 0.1, nurse: 0.5, physician: 0.4 },
  unsuitable: 0,
  incomplete: 0,
  needsVisit: 0.05,
  followUp: { probability: 0.3, delay: { type: "exponential", mean: 400 }, thanks: 0.25 },
  minutes: {
    triage: { type: "exponential", mean: 2 },
    clerk: { type: "lognormal", mean: 5, sd: 4 },
    nurse: { type: "lognormal", mean: 5, sd: 4 },
    physician: { type: "gamma", mean: 4, sd: 3 },
  },
  complexity: 0.5,
};

/** One thread per patient and year, at any time alike. */
export const DEMAND: Demand = {
  rate: 1 / 525_600,
  counts: "new threads",
  dayFactor: { cv: 0, carryOver: 0 },
  timeline: [],
  profile: {
    hourOfDay: new Array<number>(24).fill(1),
    dayOfWeek: new Array<number>(7).fill(1),
    monthOfYear: new Array<number>(12).fill(1),
  },
};

export const SPECIALTY: Specialty = {
  name: "rheumatology",
  patients: 2000,
  portalShare: 0.5,
  demand: DEMAND,
  topics: [TOPIC],
  otherWork: [],
  impatience: {},
  triggers: [],
  visitsPerYear: 0,
  slots: {},
  bookAs: "in person",
  unknownPatient: 1,
  answerDelay: { type: "lognormal", mean: 540, sd: 840 },
  openingBacklog: { messages: 0, age: 0 },
};

export const NURSE: Team = {
  name: "triage-nurse",
  role: "nurse",
  count: 1,
  serves: [0],
  stages: ["triage", "reply"],
  shifts: week(WEEKDAYS, [480, 1020]),
  duties: NEVER,
  datedDuties: [],
  clinic: NEVER,
  evenings: [],
  people: [],
  speed: 1,
  coSignature: { share: 1, effort: 0 },
  handovers: [],
  absence: { vacationWeeks: 0, vacationStretch: 2, sickDays: 0, cover: "none" },
  endOfHours: "suspend",
  reRead: 0,
  costPerHour: 60,
  currency: "CAD",
  costBasis: "posts",
  fullTime: 2250,
};

export const PHYSICIAN: Team = {
  ...NURSE,
  name: "rheumatologist",
  role: "physician",
  stages: ["reply"],
  count: 2,
  shifts: NEVER,
  inbox: week(WEEKDAYS, [720, 780], [960, 1020]),
  costPerHour: 180,
  costBasis: "minutes",
};

/** A clinic without absence, holidays, day factor or anything else that is not asked for; Monday 5 January 2026. */
export const CLINIC: Clinic = {
  name: "plain clinic",
  calendar: {
    timeZone: "America/Toronto",
    closedDates: [],
    open: week(WEEKDAYS, [480, 1020]),
    patientSleep: { from: 1380, to: 420 },
  },
  run: { start: "2026-01-05", warmUpDays: 7, lengthDays: 56, runOutDays: 14, seed: 1, replications: 1 },
  specialties: [SPECIALTY],
  teams: [NURSE, PHYSICIAN],
  policies: {
    frontDoor: [],
    flag: { type: "patient-flag", sensitivity: 0.6, falseAlarm: 0.05 },
    sorting: { type: "none" },
    triage: {
      type: "nurse-first",
      asks: 0.2,
      askEffort: 0.5,
      bounces: 0,
      bounceEffort: 0.25,
      prepare: fixed(1),
      saves: 0.25,
      sensitivity: 0.9,
      specificity: 0.95,
    },
    protocol: { type: "none" },
    conversion: { type: "none" },
    drafts: { type: "none" },
    routing: { type: "own-physician" },
    closeThreadAfter: 43_200,
    queue: { type: "urgent-first" },
    billing: { type: "unpaid" },
  },
  promises: [],
};

/** The plain clinic with another specialty in place of its own. */
export function withSpecialty(patch: Partial<Specialty>, clinic: Clinic = CLINIC): Clinic {
  return { ...clinic, specialties: [{ ...clinic.specialties[0]!, ...patch }] };
}

/** The plain clinic with other demand. */
export function withDemand(patch: Partial<Demand>, clinic: Clinic = CLINIC): Clinic {
  return withSpecialty({ demand: { ...clinic.specialties[0]!.demand, ...patch } }, clinic);
}

const ROUND: Round = {
  needsReply: true,
  lowestRole: rankOf("nurse"),
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
  coSigned: false,
  triage: 2,
  clerk: 3,
  nurse: 3,
  physician: 4,
  prepare: 1,
  callMinutes: 3,
  callPatience: Number.NaN,
  followUpDelay: Number.NaN,
  chaserDelay: Number.NaN,
  duplicates: false,
  callDelay: Number.NaN,
  emergencyDelay: Number.NaN,
};

/** A thread of the plain clinic, sent at a minute, as one writes it by hand. */
export function thread(id: number, sent: number, rounds: readonly Partial<Round>[] = [{}]): Thread {
  return {
    id,
    specialty: 0,
    patient: id,
    topic: 0,
    urgent: false,
    flagged: false,
    seenUrgent: false,
    team: 1,
    person: 0,
    sent,
    rounds: rounds.map((round) => ({ ...ROUND, ...round })),
  };
}

/** A message's record: answered and closed by the nurse unless told otherwise; open where `replied` is NaN. */
export function record(of: Thread, replied: number, patch: Partial<MessageRecord> = {}): MessageRecord {
  const open = Number.isNaN(replied);
  return {
    thread: of,
    round: 0,
    cause: "own",
    sent: of.sent,
    opensThread: true,
    turnedAwayBy: -1,
    firstRead: replied,
    replied,
    closed: replied,
    closedByTeam: open ? -1 : 0,
    settledByCall: false,
    clerkMinutes: 0,
    nurseMinutes: open ? 0 : 5,
    physicianMinutes: 0,
    clerkTouches: 0,
    nurseTouches: open ? 0 : 1,
    physicianTouches: 0,
    emergency: Number.NaN,
    ...patch,
  };
}
