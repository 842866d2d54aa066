import { MINUTES_PER_DAY } from "../../../units.ts";
import type { PolicyDefinition } from "../policy.ts";
import { type DisplacedShares, displacedParams, type FrontDoor, OPEN } from "./front-door.ts";

export interface MessageCap extends DisplacedShares {
  readonly type: "message-cap";
  readonly messages: number;
  /** [min] */
  readonly within: number;
}

export const messageCap: PolicyDefinition<MessageCap, FrontDoor> = {
  type: "message-cap",
  doc: "A patient may send so many messages in so long; what goes beyond is turned away, whatever it says.",
  source: "caps by count and period are settings of patient record systems (T34); no effect is published",
  params: [
    {
      name: "messages",
      kind: "count",
      doc: "messages that are let in, chasers among them",
      default: 10,
      least: 1,
      most: 10_000,
    },
    {
      name: "within",
      kind: "duration",
      doc: "in any stretch of this length",
      default: 30 * MINUTES_PER_DAY,
      least: 1,
    },
    ...displacedParams,
  ],
  create: ({ messages, within }) => ({ outcomes: () => OPEN, cap: { messages, within } }),
};
