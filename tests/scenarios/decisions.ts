import type { Patch } from "../../src/scenario/index.ts";

const KEPT = "promise_reply_in_two_business_days_share";
const RISK = "promise_reply_in_two_business_days_month_risk";
const EVENINGS = "physician_after_hours_min_per_week";
const UNPAID = "unpaid_hours_per_week";

/** What an alternative does to a response against today: at least this much, in this direction. */
interface Effect {
  readonly of: string;
  readonly on: string;
  readonly by: number;
}

export interface Decisions {
  /** Shorter than the file asks for, where that is long. */
  readonly run?: Patch;
  /** What is so today, and leaves something to decide. */
  readonly today: readonly (readonly [response: string, least: number, most: number])[];
  readonly effects: readonly Effect[];
}

export const DECISIONS: Readonly<Record<string, Decisions>> = {
  "rheum.json": {
    // Kept in most months, and broken in too many.
    today: [
      [KEPT, 0.85, 0.97],
      [RISK, 0.1, 0.5],
      [EVENINGS, 5, 60],
    ],
    effects: [
      { of: "cover the nurse's leave", on: KEPT, by: 0.04 },
      { of: "cover the nurse's leave", on: RISK, by: -0.15 },
      { of: "straight to the physician", on: EVENINGS, by: 15 },
    ],
  },
  "mental-health.json": {
    today: [
      [KEPT, 0.8, 0.95],
      [RISK, 0.2, 0.7],
    ],
    effects: [
      { of: "colleagues cover leave", on: KEPT, by: 0.05 },
      { of: "a nurse who triages", on: KEPT, by: 0.02 },
      { of: "straight to the psychiatrist", on: "urgent_unread_4h_share", by: 0.1 },
      { of: "pay for hours", on: UNPAID, by: -1 },
    ],
  },
  "dermatology.json": {
    today: [[KEPT, 0.92, 0.99]],
    effects: [
      { of: "only patients seen lately may write", on: KEPT, by: -0.1 },
      { of: "straight to the dermatologist", on: EVENINGS, by: 12 },
      { of: "the nurse reads first", on: "urgent_unread_4h_share", by: -0.1 },
    ],
  },
  "surgery.json": {
    today: [
      [KEPT, 0.8, 0.95],
      [RISK, 0.15, 0.7],
    ],
    effects: [
      { of: "colleagues cover leave", on: KEPT, by: 0.02 },
      { of: "one more nurse", on: KEPT, by: 0.015 },
      { of: "surgeons write themselves", on: UNPAID, by: 1 },
    ],
  },
  "hospital.json": {
    run: { "run.length": "182 days" },
    today: [
      [KEPT, 0.93, 0.995],
      [RISK, 0, 0.1],
    ],
    effects: [
      // A post more, and yet worse.
      { of: "one nurse per clinic", on: "cost_per_week", by: 1500 },
      { of: "one nurse per clinic", on: RISK, by: 0.1 },
      { of: "straight to the physician", on: EVENINGS, by: 10 },
    ],
  },
  "study-2019-2022.json": {
    // The first spring after the surge.
    run: { "run.start": "2020-11-20", "run.length": "182 days" },
    today: [[KEPT, 0.85, 0.97]],
    effects: [
      { of: "one pool of three nurses", on: KEPT, by: 0.01 },
      { of: "no nurses for messages", on: "physician_message_min_per_day", by: 1.5 },
    ],
  },
};
