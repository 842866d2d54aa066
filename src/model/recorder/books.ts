import { callerOf } from "../call-ids.ts";
import type { Model } from "../compile.ts";
import type { MessageRecord, WorkRecord } from "../observer.ts";
import type { World } from "../world.ts";
import { displacedTo } from "./displaced.ts";

/**
 * Messages in, messages out, messages inside; visits and calls that must follow. What is held against the records of messages is counted
 * from the world, from what closings and refusals must bring, and from the number of open messages going up.
 */
export interface Conservation {
  /** First messages, follow-ups that closings bring or that were recorded, and the chasers and duplicates that were told. */
  readonly sent: number;
  readonly turnedAway: number;
  /** How often one more was open. */
  readonly received: number;
  readonly closed: number;
  readonly open: number;
  /** Visits that closings and those turned away ask for, and those told. */
  readonly visitsDue: number;
  readonly visits: number;
  /** Pieces of other work that the world holds, calls of those turned away, and calls of those who wait that were told; and all told. */
  readonly workDue: number;
  readonly work: number;
}

/** Keeps count of both sides while a run is told. */
export class Books {
  readonly #model: Model;
  readonly #world: World;
  #told = 0;
  #again = 0;
  #turnedAway = 0;
  #received = 0;
  #openNow = 0;
  #followUps = 0;
  #closed = 0;
  #visits = 0;
  #visitsDue = 0;
  #work = 0;
  #callsOfTurnedAway = 0;
  #callsOfWaiting = 0;

  constructor(model: Model, world: World) {
    this.#model = model;
    this.#world = world;
  }

  message(record: MessageRecord): void {
    this.#told += 1;
    if (record.cause !== "own") this.#again += 1;
    if (record.turnedAwayBy >= 0) this.#turnAway(record);
    else if (!Number.isNaN(record.closed)) this.#close(record);
  }

  openChanged(open: number): void {
    this.#received += Math.max(0, open - this.#openNow);
    this.#openNow = open;
  }

  visit(): void {
    this.#visits += 1;
  }

  work({ item }: WorkRecord): void {
    this.#work += 1;
    if (callerOf(item.id, this.#world.work.length) === "waits") this.#callsOfWaiting += 1;
  }

  conservation(): Conservation {
    return {
      sent: this.#world.threads.length + this.#recordedLater() + this.#followUps + this.#again,
      turnedAway: this.#turnedAway,
      received: this.#received,
      closed: this.#closed,
      open: this.#told - this.#turnedAway - this.#closed,
      visitsDue: this.#visitsDue,
      visits: this.#visits,
      workDue: this.#world.work.length + this.#callsOfTurnedAway + this.#callsOfWaiting,
      work: this.#work,
    };
  }

  /** Later messages of recorded threads that come in the run. */
  #recordedLater(): number {
    const { end } = this.#model;
    const later = ({ recorded }: World["threads"][number]) =>
      recorded === undefined ? 0 : recorded.sent.filter((sent, round) => round > 0 && sent < end).length;
    return this.#world.threads.reduce((sum, thread) => sum + later(thread), 0);
  }

  #turnAway(record: MessageRecord): void {
    const instead = displacedTo(record);
    const { calls, slots, bookAs } = this.#model.clinic.specialties[record.thread.specialty]!;
    this.#turnedAway += 1;
    if (instead === "call" && calls !== undefined) this.#callsOfTurnedAway += 1;
    if (instead === "visit" && slots[bookAs] !== undefined) this.#visitsDue += 1;
  }

  #close({ thread, round, cause, closed }: MessageRecord): void {
    this.#closed += 1;
    if (cause !== "own") return;
    const { followUpDelay, bookingMinutes } = thread.rounds[round]!;
    const isRecorded = thread.recorded !== undefined;
    const isLast = (Number.isNaN(followUpDelay) && !isRecorded) || round + 1 >= thread.rounds.length;
    if (!isLast && !isRecorded) {
      const { calendar, end } = this.#model;
      const sent = calendar.portal.sendingAt(calendar.waking.add(closed, followUpDelay));
      if (sent < end) this.#followUps += 1;
    }
    const { slots, bookAs } = this.#model.clinic.specialties[thread.specialty]!;
    const [first] = thread.rounds;
    if (!Number.isNaN(bookingMinutes)) {
      if (slots[this.#model.specialties[thread.specialty]!.conversion.mode] !== undefined)
        this.#visitsDue += 1;
    } else if (isLast && first!.needsVisit && Number.isNaN(first!.bookingMinutes)) {
      if (slots[bookAs] !== undefined) this.#visitsDue += 1;
    }
  }
}
