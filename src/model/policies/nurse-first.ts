import type { DistributionSpec } from "../../random/index.ts";
import type { Round } from "../world.ts";
import type { PolicyDefinition } from "./policy.ts";
import type { Reading, Triage } from "./triage.ts";

export interface NurseFirst {
  readonly type: "nurse-first";
  /** Of the messages a nurse may close, the share on which she asks a physician first. */
  readonly asks: number;
  /** Physician's minutes to answer her, as a share of the minutes the message would have taken. */
  readonly askEffort: number;
  /** Nurse's minutes to prepare a forwarded message, and the share of physician minutes that saves. */
  readonly prepare: DistributionSpec;
  readonly saves: number;
  /** Chance that a truly urgent thread is seen as urgent; chance that another is not. */
  readonly sensitivity: number;
  readonly specificity: number;
}

export const nurseFirst: PolicyDefinition<NurseFirst, Triage> = {
  type: "nurse-first",
  doc: "The first team of nurses, by name, that serves the specialty reads everything, replies to what a nurse may close, and forwards the rest.",
  source:
    "nurse and assistant pools in portal practice: first message and replies go to the pool, physicians get what it cannot close",
  params: [
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
  ],
  create(spec, teams) {
    return {
      firstReader: (specialty) =>
        teams.findIndex(
          ({ role, count, serves }) => role === "nurse" && count >= 1 && serves.includes(specialty),
        ),
      read: (round) => readByNurse(round, spec),
    };
  },
};

function readByNurse(round: Round, { askEffort, saves }: NurseFirst): Reading {
  const { triage, nurse, prepare, physician } = round;
  if (!round.needsReply) return { minutes: triage, outcome: "close", physicianMinutes: 0, replyMinutes: 0 };
  if (!round.nurseCloses) {
    const physicianMinutes = physician * (1 - saves);
    return { minutes: triage + prepare, outcome: "forward", physicianMinutes, replyMinutes: 0 };
  }
  if (!round.asks) {
    return { minutes: triage + nurse, outcome: "reply", physicianMinutes: 0, replyMinutes: 0 };
  }
  return {
    minutes: triage,
    outcome: "ask",
    physicianMinutes: physician * askEffort,
    replyMinutes: nurse,
  };
}
