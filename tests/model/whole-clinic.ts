import type { Clinic, Policies, Specialty, Team, Topic, TriagePolicy } from "../../src/model/index.ts";
import { CLINIC, DEMAND, NURSE, PHYSICIAN, SPECIALTY, TOPIC, week } from "./plain-clinic.ts";

const ALL_DAY = week([0, 1, 2, 3, 4, 5, 6], [0, 1440]);
const fixed = (value: number) => ({ type: "fixed", value }) as const;

/** A refill that a clerk or pharmacist may often close, and a question that needs an answer by nurse or physician. */
const REFILL: Topic = {
  ...TOPIC,
  name: "refill",
  share: 0.4,
  lowestRole: { clerk: 0.3, nurse: 0.1, pharmacist: 0.3, "nurse-practitioner": 0.1, physician: 0.2 },
  unsuitable: 0.05,
  incomplete: 0.2,
  needsVisit: 0.1,
  minutes: { ...TOPIC.minutes, clerk: { type: "exponential", mean: 3 } },
};
const SYMPTOMS: Topic = {
  ...TOPIC,
  name: "symptoms",
  share: 0.6,
  urgent: 0.2,
  lowestRole: { clerk: 0.1, nurse: 0.4, physician: 0.5 },
  unsuitable: 0.3,
  incomplete: 0.3,
  needsVisit: 0.4,
  followUp: { ...TOPIC.followUp, probability: 0.6 },
};

/** Something of everything that may happen to a message. */
export const WHOLE: Specialty = {
  ...SPECIALTY,
  demand: { ...DEMAND, rate: 12 / 525_600, counts: "all patient messages" },
  topics: [REFILL, SYMPTOMS],
  otherWork: [
    {
      name: "phone calls",
      team: 0,
      perBusinessDay: 2,
      perPerson: false,
      minutes: fixed(4),
      interrupts: true,
      patience: { type: "exponential", mean: 10 },
      order: "with messages",
    },
  ],
  calls: { source: 0, minutes: { type: "exponential", mean: 5 } },
  impatience: {
    chaser: { probability: 0.4, after: { type: "exponential", mean: 2000 }, duplicates: 0.3 },
    call: { probability: 0.5, after: { type: "exponential", mean: 1000 } },
    emergency: { probability: 0.2, after: { type: "exponential", mean: 600 } },
  },
  triggers: [
    {
      name: "results",
      perBusinessDay: 20,
      probability: 0.15,
      delay: { type: "exponential", mean: 900 },
      topic: 0,
    },
  ],
  flares: { perPatientYear: 0.8, messages: 2.5, over: 20_160, topic: 1 },
  visitsPerYear: 2,
  slots: { video: { perBusinessDay: 4, notice: 1 }, "in person": { perBusinessDay: 4, notice: 2 } },
  unknownPatient: 1.25,
};

export const READING = {
  asks: 0.2,
  askEffort: 0.5,
  bounces: 0.3,
  bounceEffort: 0.25,
  prepare: fixed(1),
  saves: 0.25,
  sensitivity: 0.9,
  specificity: 0.95,
};

export const WHOLE_POLICIES: Policies = {
  ...CLINIC.policies,
  frontDoor: [
    { type: "guidelines", averts: 0.4, calls: 0.3, visits: 0.2 },
    {
      type: "links",
      topics: ["refill"],
      used: 0.3,
      role: "pharmacist",
      minutes: { type: "exponential", mean: 3 },
    },
    { type: "questions", abandons: 0.1, completes: 0.6, followUps: 0.7, calls: 0.2, visits: 0.1 },
    { type: "eligibility", seenWithin: 100 * 1440, expectedWithin: 30 * 1440, calls: 0.2, visits: 0.4 },
    { type: "fee", deters: 0.1, calls: 0.5, visits: 0.1 },
    { type: "length-limit", affects: 0.3, saves: 0.4 },
    { type: "thanks-filter", catches: 0.7, falseAlarm: 0.1 },
  ],
  sorting: { type: "by-algorithm", accuracy: 0.7 },
  triage: { type: "nurse-first", ...READING },
  protocol: { type: "standing-orders", topics: ["refill"], covers: 0.5, role: "pharmacist" },
  conversion: { type: "to-visit", mode: "video", share: 0.5, fromMessage: 3, repeated: 0.4, booking: 2 },
  drafts: { type: "ai-drafts", used: 0.7, reading: 0.4, longerReading: 0.2, saves: 0.8 },
  routing: { type: "physician-pool" },
};

const always = { shifts: ALL_DAY, absence: { ...NURSE.absence, vacationWeeks: 0, sickDays: 0 } };

/** So many of every role, always there, that nobody waits. */
const EVERYBODY: readonly Team[] = [
  { ...NURSE, ...always, name: "clerks", role: "clerk", count: 8 },
  { ...NURSE, ...always, name: "nurses", count: 8 },
  { ...NURSE, ...always, name: "pharmacists", role: "pharmacist", count: 8, topics: ["refill"] },
  {
    ...NURSE,
    ...always,
    name: "residents",
    role: "resident",
    stages: ["draft"],
    count: 8,
    topics: ["symptoms"],
    coSignature: { share: 0.6, effort: 0.3 },
  },
  { ...PHYSICIAN, ...always, name: "physicians", inbox: ALL_DAY, count: 8 },
];

/** A clinic in which everything that can be drawn of a message is on, open at all times, with people enough. */
export function wholeClinic(triage: TriagePolicy["type"], patch: Partial<Policies> = {}): Clinic {
  return {
    ...CLINIC,
    calendar: { ...CLINIC.calendar, open: ALL_DAY },
    run: { ...CLINIC.run, warmUpDays: 28, lengthDays: 182, runOutDays: 0 },
    specialties: [WHOLE],
    teams: EVERYBODY,
    policies: {
      ...WHOLE_POLICIES,
      triage: triage === "none" ? { type: triage } : { type: triage, ...READING },
      ...patch,
    },
  };
}
