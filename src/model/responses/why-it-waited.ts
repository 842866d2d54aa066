import { MINUTES_PER_HOUR } from "../../units.ts";
import { WAIT_LABELS, type WaitLabel } from "../recorder/wait-labels.ts";
import { NOT_NEGATIVE, type Ratio, type Response } from "./response.ts";

const LABELS: Readonly<Record<WaitLabel, readonly [label: string, doc: string]>> = {
  handled: ["being handled", "Hours in which somebody had the message in hand."],
  patient: [
    "the patient's turn",
    "Hours from asking the patient something to the answer, at any time of day.",
  ],
  closed: ["outside opening hours", "Hours outside opening hours in which nobody had it in hand."],
  between_handovers: [
    "between hand-overs",
    "Opening hours in which it waited to be delivered with a batch, or in a shared line for a piece of work that was not its first.",
  ],
  owner_absent: [
    "the owner away",
    "Opening hours in which the person in whose line it stood was away that day; in a shared line, everybody of the team.",
  ],
  owner_in_clinic: [
    "the owner in clinic",
    "Opening hours in which the person in whose line it stood had no hours for messages (in clinic, on other duties, off); in a shared line, nobody of the team had.",
  ],
  triage_queue: [
    "in the triage queue",
    "Opening hours in a shared line of others than physicians, for its first piece of work, while somebody there had hours for messages.",
  ],
  inbox_queue: [
    "in the physicians' inbox queue",
    "Opening hours in a physician's own line, or for the first piece of work in the physicians' shared one, while somebody there had hours for messages; and those of a patient whom no physician looks after.",
  ],
};

const OF = "first messages of threads that need a reply, sent in the window and answered in the run";

/** What the wait for the first reply is spent on: every minute of it has one label, and the labels add up to it. */
export function whyItWaitedResponses(): readonly Response[] {
  const common = {
    unit: "h",
    group: "waiting",
    estimand: { type: "ratio" },
    range: NOT_NEGATIVE,
    better: "lower",
    headline: false,
  } as const;
  return [
    {
      ...common,
      name: "first_reply_mean_wall_h",
      label: "first reply, mean of those answered, on the clock",
      doc: "From sending the first message of a thread to the reply, in the mean. Unlike the quantiles it leaves out what is never answered. Every minute of it has one of the labels that follow, the first that holds.",
      formula: `sum of (replied − sent) / number, over ${OF}`,
      measure: ({ firstWaits: { count, minutes } }) => inHours(minutes, count),
    },
    ...WAIT_LABELS.map((name, index): Response => {
      const [label, doc] = LABELS[name];
      return {
        ...common,
        name: `first_reply_wait_${name}_h`,
        label,
        doc,
        formula: `sum of time under this label / number, over ${OF}`,
        measure: ({ firstWaits: { count, byLabel } }) => inHours(byLabel[index]!, count),
      };
    }),
  ];
}

function inHours(minutes: number, count: number): Ratio {
  return { numerator: minutes / MINUTES_PER_HOUR, denominator: count };
}
