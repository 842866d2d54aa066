import { createDistribution, type Distribution, type Key64, keyedUniform } from "../../random/index.ts";
import type { Impatience, Specialty } from "../clinic.ts";
import { happens } from "./drawn.ts";
import { PURPOSE } from "./purpose.ts";

/** What a patient will do who waits for a reply, with the times of `Round`. */
export interface Patience {
  readonly chaserDelay: number;
  readonly duplicates: boolean;
  readonly callDelay: number;
  readonly emergencyDelay: number;
}

/** Of somebody who waits as long as it takes. */
export const ENDLESS: Patience = {
  chaserDelay: Number.NaN,
  duplicates: false,
  callDelay: Number.NaN,
  emergencyDelay: Number.NaN,
};

/** How a specialty's patients lose patience, and what their calls take. */
export class ImpatienceDraws {
  readonly #impatience: Impatience;
  readonly #isEndless: boolean;
  readonly #chaserDelay: Distribution | undefined;
  readonly #callDelay: Distribution | undefined;
  readonly #emergencyDelay: Distribution | undefined;
  readonly #callMinutes: Distribution | undefined;
  readonly #callPatience: Distribution | undefined;

  constructor({ impatience, calls, otherWork }: Specialty) {
    const { chaser, call, emergency } = impatience;
    this.#impatience = impatience;
    this.#isEndless = chaser === undefined && emergency === undefined;
    this.#chaserDelay = chaser && createDistribution(chaser.after);
    this.#callDelay = call && createDistribution(call.after);
    this.#emergencyDelay = emergency && createDistribution(emergency.after);
    this.#callMinutes = calls && createDistribution(calls.minutes);
    const patience = calls && otherWork[calls.source]!.patience;
    this.#callPatience = patience && createDistribution(patience);
  }

  /** Of a message that needs a reply. */
  draw(key: Key64, round: number, urgent: boolean): Patience {
    if (this.#isEndless) return ENDLESS;
    const { chaser, call, emergency } = this.#impatience;
    const chases = happens(key, PURPOSE.chaser, round, chaser?.probability ?? 0);
    const calls = chases && happens(key, PURPOSE.call, round, call?.probability ?? 0);
    const flees = urgent && happens(key, PURPOSE.emergency, round, emergency?.probability ?? 0);
    return {
      chaserDelay: chases ? timeOf(this.#chaserDelay, key, PURPOSE.chaserDelay, round) : Number.NaN,
      duplicates: chases && happens(key, PURPOSE.duplicates, round, chaser?.duplicates ?? 0),
      callDelay: calls ? timeOf(this.#callDelay, key, PURPOSE.callDelay, round) : Number.NaN,
      emergencyDelay: flees ? timeOf(this.#emergencyDelay, key, PURPOSE.emergencyDelay, round) : Number.NaN,
    };
  }

  /** [min] What a call about the message takes; 0 where patients do not call. */
  callMinutes(key: Key64, round: number): number {
    const minutes = timeOf(this.#callMinutes, key, PURPOSE.callMinutes, round);
    return Number.isNaN(minutes) ? 0 : minutes;
  }

  /** [min] Until such a caller hangs up; NaN: never. */
  callPatience(key: Key64, round: number): number {
    return timeOf(this.#callPatience, key, PURPOSE.callPatience, round);
  }
}

function timeOf(time: Distribution | undefined, key: Key64, purpose: number, round: number): number {
  return time === undefined ? Number.NaN : time.quantile(keyedUniform(key, purpose, round));
}
