import type { Clinic, Policies, Specialty, Team, Topic } from "../../src/model/index.ts";
import { CLINIC, DEMAND, NEVER, NURSE, PHYSICIAN, SPECIALTY, TOPIC, WEEKDAYS, week } from "./plain-clinic.ts";

const exponential = (mean: number) => ({ type: "exponential", mean }) as const;

const topics: readonly Topic[] = [
  {
    ...TOPIC,
    name: "refills",
    share: 0.4,
    lowestRole: { clerk: 0.2, "medical-assistant": 0.1, nurse: 0.3, pharmacist: 0.2, physician: 0.2 },
    unsuitable: 0.1,
    incomplete: 0.2,
  },
  {
    ...TOPIC,
    name: "symptoms",
    share: 0.6,
    urgent: 0.3,
    lowestRole: { nurse: 0.3, "nurse-practitioner": 0.2, physician: 0.5 },
    needsVisit: 0.3,
    incomplete: 0.1,
  },
];

/** Patients who do everything that patients can do. */
const BUSY_SPECIALTY: Specialty = {
  ...SPECIALTY,
  patients: 400,
  portalShare: 1,
  demand: { ...DEMAND, rate: 4 / 525_600, dayFactor: { cv: 0.2, carryOver: 0.3 } },
  topics,
  otherWork: [
    {
      name: "phone",
      team: 0,
      perBusinessDay: 6,
      perPerson: false,
      minutes: exponential(8),
      interrupts: true,
      patience: exponential(15),
      order: "with messages",
    },
    {
      name: "results",
      team: 1,
      perBusinessDay: 3,
      perPerson: true,
      minutes: exponential(3),
      interrupts: false,
      order: "after messages",
    },
  ],
  calls: { source: 0, minutes: exponential(6) },
  impatience: {
    chaser: { probability: 0.6, after: exponential(900), duplicates: 0.3 },
    call: { probability: 0.6, after: exponential(300) },
    emergency: { probability: 0.5, after: exponential(2000) },
  },
  triggers: [{ name: "results", perBusinessDay: 2, probability: 0.3, delay: exponential(300), topic: 0 }],
  flares: { perPatientYear: 0.2, messages: 2, over: 10_000, topic: 1 },
  visitsPerYear: 4,
  slots: {
    "in person": { perBusinessDay: 1.5, notice: 1 },
    video: { perBusinessDay: 0.75, notice: 0 },
  },
  unknownPatient: 1.25,
};

const team = (name: string, changes: Partial<Team>): Team => ({ ...NURSE, name, ...changes });
const NURSES = team("nurses", { count: 2, reRead: 1, speed: 0.8 });
const PHYSICIANS: Team = {
  ...PHYSICIAN,
  count: 4,
  reRead: 1,
  clinic: week([0, 1, 2], [540, 700]),
  overrun: exponential(10),
  evenings: [
    { days: [true, true, true, true, false, false, true], from: 1140, upTo: 45, probability: 0.4 },
    { days: [false, true, true, false, false, true, false], from: 1200, upTo: Infinity, probability: 0.1 },
  ],
  absence: { vacationWeeks: 6, vacationStretch: 1, sickDays: 10, cover: "buddy" },
  handovers: [{ date: "2026-01-19", from: 3, to: 0 }],
};

/** Nurses 0 and physicians 1 first, so that other work belongs to somebody; then every other role. */
const TEAMS: readonly Team[] = [
  NURSES,
  PHYSICIANS,
  team("assistants", { role: "medical-assistant", stages: ["triage", "reply"] }),
  team("clerks", { role: "clerk" }),
  team("pharmacists", { role: "pharmacist", topics: ["refills"] }),
  team("practitioners", { role: "nurse-practitioner", shifts: week([1, 3], [540, 720]) }),
  team("residents", {
    role: "resident",
    stages: ["draft"],
    speed: 0.5,
    coSignature: { share: 0.8, effort: 0.3 },
    shifts: week(WEEKDAYS, [600, 660]),
    duties: NEVER,
  }),
];

/** A small clinic in which every part of the model is at work, four weeks long; Monday 5 January 2026. */
export function busyClinic(policies: Partial<Policies> = {}, changes: Partial<Clinic> = {}): Clinic {
  return {
    ...CLINIC,
    name: "busy clinic",
    run: { ...CLINIC.run, warmUpDays: 7, lengthDays: 14, runOutDays: 7 },
    calendar: { ...CLINIC.calendar, closedDates: ["2026-01-26"] },
    specialties: [BUSY_SPECIALTY],
    teams: TEAMS,
    promises: [
      {
        name: "two days",
        of: "every patient message that needs a reply",
        within: { clock: "business-day-end", days: 2 },
        starts: "when sent",
        target: 0.9,
        risk: 0.05,
      },
      {
        name: "urgent",
        of: "urgent messages",
        within: { clock: "open", minutes: 240 },
        starts: "when sent",
        target: 0.9,
        risk: 0.05,
      },
    ],
    ...changes,
    policies: { ...CLINIC.policies, ...policies },
  };
}
