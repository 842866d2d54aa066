import type { Model } from "../compile.ts";
import { frontDoorTypes, isOwed, type MessageLog } from "../recorder/message-log.ts";
import { groupOf } from "../roles.ts";

const COUNTS = [
  /** Patients' own messages, let in or not. */
  "own",
  /** Let in, whatever the cause. */
  "received",
  /** Let in, own, and opening a thread. */
  "threads",
  "visitsNeeded",
  "chasers",
  "duplicates",
  "turnedAway",
  "callsInstead",
  "visitsInstead",
  "nothingInstead",
  "emergencies",
  /** Own and in need of a reply, let in or not; and those of them that got none, or were let in. */
  "owed",
  "unanswered",
  "taken",
  /** Of those taken: closed without a physician having touched them, by the group of whoever closed them; settled in a call. */
  "closedByClerk",
  "closedByNurse",
  "repliedByNurse",
  "settledInCall",
  "clerkTouches",
  "nurseTouches",
  "physicianTouches",
] as const;

/** Numbers of messages, all of those sent in the window. */
export type MessageTally = Record<(typeof COUNTS)[number], number>;

export interface MessageTallies {
  readonly all: Readonly<MessageTally>;
  readonly bySpecialty: readonly Readonly<MessageTally>[];
  /** By type of the front-door policy: patients' own messages turned away. */
  readonly byDoor: ReadonlyMap<string, number>;
}

export function tallyMessages(model: Model, messages: MessageLog): MessageTallies {
  const groups = model.clinic.teams.map(({ role }) => groupOf(role));
  const bySpecialty = model.specialties.map(emptyTally);
  const doors = frontDoorTypes(model);
  const byDoor = new Float64Array(doors.length);
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.inWindow[i] === 0) continue;
    const tally = bySpecialty[messages.specialty[i]!]!;
    const door = messages.turnedAwayBy[i]!;
    if (door > 0 && messages.cause[i] === 0) byDoor[door - 1]! += 1;
    countSending(tally, messages, i);
    if (door === 0) countWork(tally, messages, i);
    if (isOwed(messages, i)) countAnswer(tally, messages, i, groups[messages.closedBy[i]! - 1]);
  }
  const all = emptyTally();
  for (const tally of bySpecialty) for (const count of COUNTS) all[count] += tally[count];
  return { all, bySpecialty, byDoor: new Map(doors.map((type, door) => [type, byDoor[door]!])) };
}

function emptyTally(): MessageTally {
  return Object.fromEntries(COUNTS.map((count) => [count, 0])) as MessageTally;
}

function countSending(tally: MessageTally, messages: MessageLog, i: number): void {
  const cause = messages.cause[i]!;
  if (cause === 1) tally.chasers += 1;
  if (cause === 2) tally.duplicates += 1;
  if (cause > 0) return;
  tally.own += 1;
  if (messages.needsVisit[i] === 1) tally.visitsNeeded += 1;
  if (!Number.isNaN(messages.emergency[i]!)) tally.emergencies += 1;
  if (messages.turnedAwayBy[i] === 0) {
    if (messages.opensThread[i] === 1) tally.threads += 1;
    return;
  }
  tally.turnedAway += 1;
  const instead = messages.instead[i]!;
  if (instead === 0) tally.nothingInstead += 1;
  else if (instead === 1) tally.callsInstead += 1;
  else tally.visitsInstead += 1;
}

function countWork(tally: MessageTally, messages: MessageLog, i: number): void {
  tally.received += 1;
  tally.clerkTouches += messages.clerkTouches[i]!;
  tally.nurseTouches += messages.nurseTouches[i]!;
  tally.physicianTouches += messages.physicianTouches[i]!;
}

function countAnswer(
  tally: MessageTally,
  messages: MessageLog,
  i: number,
  closedBy: ReturnType<typeof groupOf> | undefined,
): void {
  tally.owed += 1;
  if (Number.isNaN(messages.replied[i]!)) tally.unanswered += 1;
  if (messages.turnedAwayBy[i]! > 0) return;
  tally.taken += 1;
  if (messages.settledInCall[i] === 1) tally.settledInCall += 1;
  if (closedBy === "nurse") tally.repliedByNurse += 1;
  if (messages.physicianTouches[i]! > 0) return;
  if (closedBy === "clerk") tally.closedByClerk += 1;
  if (closedBy === "nurse") tally.closedByNurse += 1;
}
