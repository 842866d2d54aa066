import type { DistributionSpec } from "../../../random/index.ts";
import type { PolicyParameter } from "../policy.ts";
import type { ReadingRules } from "./triage.ts";

/** What a policy says of whoever reads first. */
export interface ReadingSpec extends ReadingRules {
  /** Nurse's minutes to prepare a message for the physician, besides reading. */
  readonly prepare: DistributionSpec;
}

export const readingParams: readonly PolicyParameter[] = [
  {
    name: "asks",
    kind: "share",
    doc: "of the messages a nurse may close, those on which she asks a physician before she replies",
    default: 0,
  },
  {
    name: "askEffort",
    kind: "share",
    doc: "the physician's minutes to answer her, as a share of those the message itself would have taken",
    default: 1,
  },
  {
    name: "bounces",
    kind: "share",
    doc: "of the messages a nurse may close, those that she wrongly forwards, and gets back",
    default: 0,
  },
  {
    name: "bounceEffort",
    kind: "share",
    doc: "the physician's minutes to send such a message back, as a share of those it would have taken",
    default: 0.25,
  },
  {
    name: "prepare",
    kind: "minutes",
    doc: "the nurse's minutes to prepare a message for the physician, besides triage",
    default: { type: "fixed", value: 0 },
  },
  {
    name: "saves",
    kind: "share",
    doc: "of the physician's minutes, those that a prepared message saves",
    default: 0,
  },
  {
    name: "sensitivity",
    kind: "share",
    doc: "chance that triage sees a truly urgent thread as urgent",
    default: 1,
  },
  {
    name: "specificity",
    kind: "share",
    doc: "chance that triage sees a thread that is not urgent as not urgent",
    default: 1,
  },
];
