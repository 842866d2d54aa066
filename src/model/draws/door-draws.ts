import { createDistribution, type Distribution, type Key64, keyedUniform } from "../../random/index.ts";
import type { FrontDoorPolicy } from "../clinic.ts";
import type { DoorEffect, FrontDoor, Incoming, Weighted } from "../policies/index.ts";
import type { SpecialtyRules } from "../specialty-rules.ts";
import type { Displaced } from "../world.ts";
import { drawn } from "./drawn.ts";
import { PURPOSE } from "./purpose.ts";

/** Draws go by the kind of policy, not by its place in the list: another one leaves them as they were. */
const DOOR_PURPOSE: Readonly<Record<FrontDoorPolicy["type"], number>> = {
  guidelines: PURPOSE.guidelines,
  links: PURPOSE.links,
  questions: PURPOSE.questions,
  eligibility: PURPOSE.eligibility,
  fee: PURPOSE.fee,
  "length-limit": PURPOSE.lengthLimit,
  "message-cap": PURPOSE.messageCap,
  "thanks-filter": PURPOSE.thanksFilter,
};

/** What all front doors together make of a message. */
export interface DoorOutcome {
  /** Index of the policy that turns it away; −1: it is let in. */
  readonly turnedAwayBy: number;
  readonly displacedTo: Displaced;
  readonly viaLink: boolean;
  readonly completed: boolean;
  /** Factors on the chance of a follow-up and on handling times. */
  readonly followUps: number;
  readonly minutes: number;
}

export const LET_IN: DoorOutcome = {
  turnedAwayBy: -1,
  displacedTo: "nothing",
  viaLink: false,
  completed: false,
  followUps: 1,
  minutes: 1,
};

/** What a message becomes that one more front door, number `by`, has seen. */
export function withEffect(before: DoorOutcome, by: number, effect: DoorEffect): DoorOutcome {
  return {
    turnedAwayBy: effect.turnedAway === undefined ? -1 : by,
    displacedTo: effect.turnedAway ?? "nothing",
    viaLink: before.viaLink || effect.viaLink === true,
    completed: before.completed || effect.completed === true,
    followUps: before.followUps * (effect.followUps ?? 1),
    minutes: before.minutes * (effect.minutes ?? 1),
  };
}

/** A specialty's front doors, one after the other; the first that turns a message away is the last it meets. */
export class DoorDraws {
  /** Whether there are none. */
  readonly isOpen: boolean;
  readonly #doors: readonly { readonly door: FrontDoor; readonly purpose: number }[];
  readonly #linkMinutes: Distribution | undefined;
  /** Absent where nobody does anything instead. */
  readonly #capped: readonly Weighted<Displaced>[] | undefined;

  constructor({ frontDoor, policies, cap }: SpecialtyRules) {
    this.isOpen = frontDoor.length === 0;
    this.#doors = frontDoor.map((door, i) => ({ door, purpose: DOOR_PURPOSE[policies.frontDoor[i]!.type] }));
    const links = policies.frontDoor.find((spec) => spec.type === "links");
    this.#linkMinutes = links && createDistribution(links.minutes);
    const capping = cap && policies.frontDoor[cap.policy]!;
    if (capping?.type === "message-cap") {
      const { calls, visits } = capping;
      const seen = Math.min(visits, 1 - calls);
      if (calls + seen > 0) {
        this.#capped = [
          { chance: calls, of: "call" },
          { chance: seen, of: "visit" },
          { chance: 1 - calls - seen, of: "nothing" },
        ];
      }
    }
  }

  draw(key: Key64, message: Incoming): DoorOutcome {
    if (this.isOpen) return LET_IN;
    let outcome = LET_IN;
    for (let i = 0; i < this.#doors.length && outcome.turnedAwayBy < 0; i += 1) {
      const { door, purpose } = this.#doors[i]!;
      outcome = withEffect(outcome, i, drawn(key, purpose, message.round, door.outcomes(message)));
    }
    return outcome;
  }

  /** [min] Of a request through a link. */
  linkMinutes(key: Key64, round: number): number {
    return this.#linkMinutes!.quantile(keyedUniform(key, PURPOSE.linkMinutes, round));
  }

  /** What the patient does if a cap turns the message away. */
  cappedTo(key: Key64, round: number): Displaced {
    return this.#capped === undefined ? "nothing" : drawn(key, PURPOSE.capped, round, this.#capped);
  }
}
