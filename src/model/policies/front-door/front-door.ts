import type { IndependentRole } from "../../roles.ts";
import type { Displaced } from "../../world.ts";
import type { PolicyParameter, Weighted } from "../policy.ts";

/** A message that a patient is about to send, as far as a front door may depend on it. */
export interface Incoming {
  /** Name of the topic. */
  readonly topic: string;
  /** 0 for the first of a thread. */
  readonly round: number;
  readonly needsReply: boolean;
  readonly unsuitable: boolean;
  readonly incomplete: boolean;
  /** [whole days] since the patient's last visit, and until the next; Infinity where there is none. */
  readonly sinceVisit: number;
  readonly untilVisit: number;
}

/** What a front door makes of a message; what is left out stays as it was. */
export interface DoorEffect {
  /** It is not sent: what the patient does instead. */
  readonly turnedAway?: Displaced;
  /** It comes as a request through a link. */
  readonly viaLink?: boolean;
  /** Nothing is missing from it any more. */
  readonly completed?: boolean;
  /** Factor on the chance that its reply brings another message. */
  readonly followUps?: number;
  /** Factor on the minutes of reading and replying. */
  readonly minutes?: number;
}

/** What happens to a message before it is sent. */
export interface FrontDoor {
  /** Effects and their chances, which sum to 1. */
  outcomes(message: Incoming): readonly Weighted<DoorEffect>[];
  /** Messages that a patient may send within so many minutes on the clock, counted while the clinic runs. */
  readonly cap?: { readonly messages: number; readonly within: number };
  /** Who works on requests through links, and for how long. */
  readonly link?: { readonly role: IndependentRole };
}

/** What those do who are turned away, in shares; the rest do nothing. */
export interface DisplacedShares {
  readonly calls: number;
  readonly visits: number;
}

export const displacedParams: readonly PolicyParameter[] = [
  {
    name: "calls",
    kind: "share",
    doc: "of those turned away, the share who call instead",
    default: 0,
  },
  {
    name: "visits",
    kind: "share",
    doc: "of those turned away, the share who take a visit instead",
    default: 0,
  },
];

const LET_IN: DoorEffect = {};

/** Everybody is let in. */
export const OPEN: readonly Weighted<DoorEffect>[] = [{ chance: 1, of: LET_IN }];

/** A share is turned away, and does the one or the other instead; calls go before visits where the shares exceed 1. */
export function turnedAway(
  share: number,
  { calls, visits }: DisplacedShares,
): readonly Weighted<DoorEffect>[] {
  const seeing = Math.min(visits, 1 - calls);
  return [
    { chance: 1 - share, of: LET_IN },
    { chance: share * calls, of: { turnedAway: "call" } },
    { chance: share * seeing, of: { turnedAway: "visit" } },
    { chance: share * (1 - calls - seeing), of: { turnedAway: "nothing" } },
  ];
}

/** A share of the messages has an effect. */
export function affected(share: number, effect: DoorEffect): readonly Weighted<DoorEffect>[] {
  return [
    { chance: 1 - share, of: LET_IN },
    { chance: share, of: effect },
  ];
}
