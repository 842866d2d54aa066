import { callerOf } from "../call-ids.ts";
import type { Model } from "../compile.ts";
import { CAUSES, type Stretch } from "../observer.ts";
import { rankOf } from "../roles.ts";
import type { World } from "../world.ts";
import type { MessageNumbers } from "./message-numbers.ts";
import type { StaffClocks } from "./staff-clocks.ts";

/** Work that would not be there if the first message had been answered in time, or sent to the right place. */
export const AVOIDABLE_WORK = ["chasers", "duplicates", "calls", "returns", "redirects"] as const;

export type AvoidableWork = (typeof AVOIDABLE_WORK)[number];

/** What work on messages, and on calls about them, is counted as in the window: by team, by kind, and by message. */
export class MessageWork {
  /** By team: messages that somebody of its role took up in the window for the first time; calls that took somebody off one. */
  readonly handledBy: Float64Array;
  readonly interruptionsOf: Float64Array;
  /** By kind, whoever did it, in the window [min]. */
  readonly avoidable: Readonly<Record<AvoidableWork, number>>;
  /** By number of the message: minutes of residents and physicians in the whole run, chasers and duplicates included. */
  readonly physicianMinutes: Float64Array;
  /** Of physicians' minutes, those in the window that no hours pay for. */
  readonly unpaidMinutes: Float64Array;

  readonly #model: Model;
  readonly #world: World;
  readonly #numbers: MessageNumbers;
  readonly #clocks: StaffClocks;
  readonly #avoidable: Record<AvoidableWork, number>;
  /** By number of the message and cause: a bit for every role that has taken it up. */
  readonly #rolesSeen: Uint8Array;

  constructor(model: Model, world: World, numbers: MessageNumbers, clocks: StaffClocks) {
    const { teams } = model.clinic;
    this.#model = model;
    this.#world = world;
    this.#numbers = numbers;
    this.#clocks = clocks;
    this.handledBy = new Float64Array(teams.length);
    this.interruptionsOf = new Float64Array(teams.length);
    this.#avoidable = { chasers: 0, duplicates: 0, calls: 0, returns: 0, redirects: 0 };
    this.avoidable = this.#avoidable;
    this.physicianMinutes = new Float64Array(numbers.count);
    this.unpaidMinutes = new Float64Array(numbers.count);
    this.#rolesSeen = new Uint8Array(CAUSES.length * numbers.count);
  }

  interrupted(time: number, team: number): void {
    const { windowStart, windowEnd } = this.#model;
    if (time >= windowStart && time < windowEnd) this.interruptionsOf[team]! += 1;
  }

  handled(stretch: Stretch): void {
    const { activity, subject, from, to } = stretch;
    const { windowStart, windowEnd } = this.#model;
    const begin = Math.max(from, windowStart);
    const end = Math.min(to, windowEnd);
    if (activity === "call") {
      if (begin < end && callerOf(subject, this.#world.work.length) === "waits") {
        this.#avoidable.calls += end - begin;
      }
    } else if (activity !== "other work") this.#onMessage(stretch, begin, end);
  }

  #onMessage(stretch: Stretch, begin: number, end: number): void {
    const { team, person, activity, subject, round, cause, from, to } = stretch;
    const { role } = this.#model.clinic.teams[team]!;
    const number = this.#numbers.of(subject, round);
    if (role === "physician") this.physicianMinutes[number]! += to - from;
    this.#countHandled(stretch, number);
    if (begin >= end) return;
    if (role === "physician") this.unpaidMinutes[number]! += this.#notPaidAsHours(team, person, begin, end);
    if (cause === "chaser") this.#avoidable.chasers += end - begin;
    else if (cause === "duplicate") this.#avoidable.duplicates += end - begin;
    else if (activity === "return") this.#avoidable.returns += end - begin;
    else if (this.#world.threads[subject]!.rounds[round]!.unsuitable)
      this.#avoidable.redirects += end - begin;
  }

  #countHandled({ team, cause, from }: Stretch, number: number): void {
    const cell = CAUSES.length * number + CAUSES.indexOf(cause);
    const bit = 1 << rankOf(this.#model.clinic.teams[team]!.role);
    const seen = this.#rolesSeen[cell]!;
    if ((seen & bit) !== 0) return;
    this.#rolesSeen[cell] = seen | bit;
    if (from >= this.#model.windowStart && from < this.#model.windowEnd) this.handledBy[team]! += 1;
  }

  #notPaidAsHours(team: number, person: number, begin: number, end: number): number {
    if (!this.#model.billing.paysHours) return end - begin;
    return end - begin - this.#clocks.regularOf(team, person).between(begin, end);
  }
}
