import type {
  Clinic,
  DayInterval,
  Demand,
  MessageRecord,
  Round,
  Specialty,
  Team,
  Thread,
  Topic,
  WeeklyHours,
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
  needsVisit: 0.05,
  followUp: { probability: 0.3, delay: { type: "exponential", mean: 400 }, thanks: 0.25 },
  minutes: {
    triage: { type: "exponential", mean: 2 },
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
  urgencyFlag: { sensitivity: 0.6, falseAlarm: 0.05 },
  openingBacklog: { messages: 0, age: 0 },
};

export const NURSE: Team = {
  name: "triage-nurse",
  role: "nurse",
  count: 1,
  serves: [0],
  shifts: week(WEEKDAYS, [480, 1020]),
  duties: NEVER,
  datedDuties: [],
  clinic: NEVER,
  people: [],
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
    triage: {
      type: "nurse-first",
      asks: 0.2,
      askEffort: 0.5,
      prepare: fixed(1),
      saves: 0.25,
      sensitivity: 0.9,
      specificity: 0.95,
    },
    routing: { type: "own-physician" },
    queue: { type: "urgent-first" },
    closeThreadAfter: 43_200,
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
  nurseCloses: true,
  asks: false,
  needsVisit: false,
  triage: 2,
  nurse: 3,
  physician: 4,
  prepare: 1,
  followUpDelay: Number.NaN,
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
    sent: of.sent,
    opensThread: true,
    firstRead: replied,
    replied,
    closed: replied,
    closedByTeam: open ? -1 : 0,
    nurseMinutes: open ? 0 : 5,
    physicianMinutes: 0,
    nurseTouches: open ? 0 : 1,
    physicianTouches: 0,
    ...patch,
  };
}
