import type { ColumnValues } from "../../results/index.ts";
import type { Model } from "../compile.ts";
import { CAUSES, type MessageRecord } from "../observer.ts";
import { displacedTo } from "./displaced.ts";

/** What a patient does whose message is turned away; "nothing" of those let in. */
export const INSTEAD = ["nothing", "call", "visit"] as const;

const FIRST_CAPACITY = 1024;

/**
 * What became of every message, a typed array for each fact: one entry per message, in the order of closing, open ones last; of a thread,
 * its own messages in the order of rounds. Only the first `count` entries hold anything. Times are [min since start], NaN for "not in this run".
 */
export class MessageLog {
  count = 0;
  thread = new Int32Array(FIRST_CAPACITY);
  round = new Uint8Array(FIRST_CAPACITY);
  /** Place in `CAUSES`; 0: the patient's own. */
  cause = new Uint8Array(FIRST_CAPACITY);
  specialty = new Int32Array(FIRST_CAPACITY);
  inWindow = new Uint8Array(FIRST_CAPACITY);
  opensThread = new Uint8Array(FIRST_CAPACITY);
  /** Not of chasers. */
  needsReply = new Uint8Array(FIRST_CAPACITY);
  /** Told of a thread's first message. */
  needsVisit = new Uint8Array(FIRST_CAPACITY);
  urgent = new Uint8Array(FIRST_CAPACITY);
  /** 0: it was let in; else a place in `frontDoorTypes` and 1. */
  turnedAwayBy = new Uint8Array(FIRST_CAPACITY);
  /** Place in `INSTEAD`. */
  instead = new Uint8Array(FIRST_CAPACITY);
  sent = new Float64Array(FIRST_CAPACITY);
  firstRead = new Float64Array(FIRST_CAPACITY);
  replied = new Float64Array(FIRST_CAPACITY);
  closed = new Float64Array(FIRST_CAPACITY);
  /** 0: nobody; else the team's index and 1. */
  closedBy = new Int32Array(FIRST_CAPACITY);
  settledInCall = new Uint8Array(FIRST_CAPACITY);
  emergency = new Float64Array(FIRST_CAPACITY);
  /** [min] From sending to the reply, in opening hours. */
  replyBusiness = new Float64Array(FIRST_CAPACITY);
  clerkMinutes = new Float64Array(FIRST_CAPACITY);
  nurseMinutes = new Float64Array(FIRST_CAPACITY);
  physicianMinutes = new Float64Array(FIRST_CAPACITY);
  clerkTouches = new Int32Array(FIRST_CAPACITY);
  nurseTouches = new Int32Array(FIRST_CAPACITY);
  physicianTouches = new Int32Array(FIRST_CAPACITY);

  readonly #model: Model;
  /** By specialty: the level of each of its front-door policies. */
  readonly #doors: readonly (readonly number[])[];

  constructor(model: Model) {
    const types = frontDoorTypes(model);
    this.#model = model;
    this.#doors = model.specialties.map(({ policies }) =>
      policies.frontDoor.map(({ type }) => types.indexOf(type) + 1),
    );
  }

  add(record: MessageRecord): void {
    const { thread, cause, sent, replied } = record;
    const { windowStart, windowEnd, calendar } = this.#model;
    const content = thread.rounds[record.round]!;
    const i = this.count;
    if (i === this.thread.length) this.#grow();
    this.thread[i] = thread.id;
    this.round[i] = record.round;
    this.cause[i] = CAUSES.indexOf(cause);
    this.specialty[i] = thread.specialty;
    this.inWindow[i] = sent >= windowStart && sent < windowEnd ? 1 : 0;
    this.opensThread[i] = record.opensThread ? 1 : 0;
    this.needsReply[i] = content.needsReply && cause !== "chaser" ? 1 : 0;
    this.needsVisit[i] = content.needsVisit && cause === "own" ? 1 : 0;
    this.urgent[i] = thread.urgent ? 1 : 0;
    const isTurnedAway = record.turnedAwayBy >= 0;
    this.turnedAwayBy[i] = isTurnedAway ? this.#doors[thread.specialty]![record.turnedAwayBy]! : 0;
    this.instead[i] = isTurnedAway ? INSTEAD.indexOf(displacedTo(record)) : 0;
    this.sent[i] = sent;
    this.firstRead[i] = record.firstRead;
    this.replied[i] = replied;
    this.closed[i] = record.closed;
    this.closedBy[i] = record.closedByTeam + 1;
    this.settledInCall[i] = record.settledByCall ? 1 : 0;
    this.emergency[i] = record.emergency;
    this.replyBusiness[i] = Number.isNaN(replied) ? Number.NaN : calendar.business.between(sent, replied);
    this.clerkMinutes[i] = record.clerkMinutes;
    this.nurseMinutes[i] = record.nurseMinutes;
    this.physicianMinutes[i] = record.physicianMinutes;
    this.clerkTouches[i] = record.clerkTouches;
    this.nurseTouches[i] = record.nurseTouches;
    this.physicianTouches[i] = record.physicianTouches;
    this.count = i + 1;
  }

  #grow(): void {
    this.thread = longer(this.thread);
    this.round = longer(this.round);
    this.cause = longer(this.cause);
    this.specialty = longer(this.specialty);
    this.inWindow = longer(this.inWindow);
    this.opensThread = longer(this.opensThread);
    this.needsReply = longer(this.needsReply);
    this.needsVisit = longer(this.needsVisit);
    this.urgent = longer(this.urgent);
    this.turnedAwayBy = longer(this.turnedAwayBy);
    this.instead = longer(this.instead);
    this.sent = longer(this.sent);
    this.firstRead = longer(this.firstRead);
    this.replied = longer(this.replied);
    this.closed = longer(this.closed);
    this.closedBy = longer(this.closedBy);
    this.settledInCall = longer(this.settledInCall);
    this.emergency = longer(this.emergency);
    this.replyBusiness = longer(this.replyBusiness);
    this.clerkMinutes = longer(this.clerkMinutes);
    this.nurseMinutes = longer(this.nurseMinutes);
    this.physicianMinutes = longer(this.physicianMinutes);
    this.clerkTouches = longer(this.clerkTouches);
    this.nurseTouches = longer(this.nurseTouches);
    this.physicianTouches = longer(this.physicianTouches);
  }
}

/** A copy with room for twice as much. */
function longer<T extends ColumnValues>(column: T): T {
  const copy = new (column.constructor as new (length: number) => T)(2 * column.length);
  copy.set(column);
  return copy;
}

/** Types of the policies at any specialty's front door, in the order in which they are first met. */
export function frontDoorTypes({ specialties }: Model): readonly string[] {
  return [...new Set(specialties.flatMap(({ policies }) => policies.frontDoor.map(({ type }) => type)))];
}

/** Whether a message is the patient's own, sent in the window and in need of a reply, let in or not: the base of waits and promises. */
export function isOwed(messages: MessageLog, i: number): boolean {
  return messages.inWindow[i] === 1 && messages.cause[i] === 0 && messages.needsReply[i] === 1;
}

/** When anybody first knew of a message: took it up, or settled it in a call; NaN: nobody has. */
export function knownAt(messages: MessageLog, i: number): number {
  const read = messages.firstRead[i]!;
  return Number.isNaN(read) ? messages.closed[i]! : read;
}
