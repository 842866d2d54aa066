import type { Absence, Policies } from "../../src/model/index.ts";

const exponential = (mean: number) => ({ type: "exponential", mean }) as const;

const displaced = { calls: 0.4, visits: 0.3 };
const DOORS: Policies["frontDoor"] = [
  { type: "guidelines", averts: 0.5, ...displaced },
  { type: "links", topics: ["refills"], used: 0.5, role: "pharmacist", minutes: exponential(3) },
  { type: "questions", abandons: 0.1, completes: 0.5, followUps: 0.7, ...displaced },
  { type: "eligibility", seenWithin: 40 * 1440, expectedWithin: 20 * 1440, ...displaced },
  { type: "fee", deters: 0.1, ...displaced },
  { type: "length-limit", affects: 0.2, saves: 0.5 },
  { type: "message-cap", messages: 2, within: 14 * 1440, ...displaced },
  { type: "thanks-filter", catches: 0.9, falseAlarm: 0.05 },
];
const reading = {
  asks: 0.2,
  askEffort: 0.5,
  bounces: 0.1,
  bounceEffort: 0.25,
  prepare: exponential(1),
  saves: 0.25,
  sensitivity: 0.9,
  specificity: 0.95,
};

/** A choice of every policy, and of how absence is covered, by seam; every type of policy is among them. */
export const CHOICES = {
  frontDoor: [[], ...DOORS.map((door) => [door]), DOORS],
  flag: [
    { type: "none" },
    { type: "patient-flag", sensitivity: 0.44, falseAlarm: 0.1 },
    { type: "algorithm", sensitivity: 0.8, falseAlarm: 0.05 },
  ],
  sorting: [
    { type: "none" },
    { type: "by-topic", roles: { refills: "pharmacist", symptoms: "nurse" }, accuracy: 0.6 },
    { type: "by-algorithm", accuracy: 0.8 },
  ],
  triage: [{ type: "nurse-first", ...reading }, { type: "clerk-first", ...reading }, { type: "none" }],
  protocol: [{ type: "none" }, { type: "standing-orders", topics: ["refills"], covers: 0.8, role: "nurse" }],
  conversion: [
    { type: "none" },
    { type: "to-visit", mode: "video", share: 0.6, fromMessage: 2, repeated: 0.5, booking: 3 },
  ],
  drafts: [{ type: "none" }, { type: "ai-drafts", used: 0.2, reading: 0.4, longerReading: 0.2, saves: 0.5 }],
  routing: [
    { type: "own-physician" },
    { type: "physician-pool" },
    { type: "own-then-pool", after: 300 },
    { type: "rotating-physician", turn: 2 },
    { type: "covering-physician", inboxes: 2 },
    { type: "least-loaded" },
  ],
  queue: [
    { type: "urgent-first" },
    { type: "first-come" },
    { type: "earliest-due" },
    { type: "ageing", headStart: 600, escalateAfter: 900 },
    { type: "shortest-first" },
    { type: "batch", times: [540, 780], order: "urgent-first" },
  ],
  billing: [{ type: "unpaid" }, { type: "salaried" }, { type: "time-threshold", least: 5, within: 7 * 1440 }],
  cover: ["none", "buddy", "pool", "float"],
} satisfies { readonly [Seam in Exclude<keyof Policies, "closeThreadAfter">]: readonly Policies[Seam][] } & {
  readonly cover: readonly Absence["cover"][];
};
