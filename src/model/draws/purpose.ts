import { type Key64, streamKey } from "../../random/index.ts";

/**
 * What a keyed draw is for: the first word of its counter. A number, once given, is never given to anything else, so that
 * a new attribute leaves all others as they were.
 */
export const PURPOSE = {
  patientWeight: 1,
  physician: 2,
  cellCount: 3,
  height: 4,
  position: 5,
  backlogAge: 6,
  backlogPatient: 7,
  dayFactor: 8,
  topic: 10,
  urgent: 11,
  flagged: 12,
  seenUrgent: 13,
  complexity: 14,
  lowestRole: 15,
  asks: 16,
  needsVisit: 17,
  thanks: 18,
  triageMinutes: 19,
  nurseMinutes: 20,
  physicianMinutes: 21,
  prepareMinutes: 22,
  followUp: 23,
  followUpDelay: 24,
  workCount: 30,
  workTime: 31,
  workMinutes: 32,
  workPatience: 33,
  vacationWeeks: 40,
  vacationPlace: 41,
  vacationOrder: 42,
  sick: 43,
  evening: 44,
  overrun: 45,
} as const;

/** The key of a named part of the world; `parts` are names out of the clinic, so they are kept apart by quoting. */
export function worldKey(seed: number, replication: number, parts: readonly string[]): Key64 {
  return streamKey(seed, replication, JSON.stringify(["world", ...parts]));
}
