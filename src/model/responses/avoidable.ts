import type { Model } from "../compile.ts";
import { AVOIDABLE_WORK, type AvoidableWork } from "../recorder/message-work.ts";
import { weeksIn } from "../window-stretches.ts";
import { NOT_NEGATIVE, type Response } from "./response.ts";

interface Kind {
  readonly name: string;
  readonly label: string;
  readonly doc: string;
  readonly of: string;
  /** Whether it can come about in a clinic. */
  readonly canBe: (model: Model) => boolean;
}

const KINDS: Readonly<Record<AvoidableWork, Kind>> = {
  chasers: {
    name: "chaser_min_per_week",
    label: "minutes a week on chasers",
    doc: "Messages that ask what became of an earlier one.",
    of: "chasers",
    canBe: ({ clinic }) => clinic.specialties.some(({ impatience }) => impatience.chaser !== undefined),
  },
  duplicates: {
    name: "duplicate_min_per_week",
    label: "minutes a week on duplicates",
    doc: "Messages that say again what an earlier one said, worked through like the first.",
    of: "duplicates",
    canBe: ({ clinic }) => clinic.specialties.some(({ impatience }) => impatience.chaser !== undefined),
  },
  calls: {
    name: "message_call_min_per_week",
    label: "minutes a week on calls about messages",
    doc: "Calls of patients who wait for a reply; not those of patients whose message was turned away.",
    of: "calls about messages let in",
    canBe: ({ clinic }) =>
      clinic.specialties.some(
        ({ calls, impatience }) => calls !== undefined && impatience.call !== undefined,
      ),
  },
  returns: {
    name: "return_min_per_week",
    label: "minutes a week on messages sent back",
    doc: "Physicians' minutes on messages that a nurse wrongly forwarded, to send them back.",
    of: "pieces of work of the kind return",
    canBe: ({ specialties }) => specialties.some(({ triage }) => triage.rules.bounces > 0),
  },
  redirects: {
    name: "redirect_min_per_week",
    label: "minutes a week on messages that belong elsewhere",
    doc: "Messages of patients' own that belong elsewhere: reading them, and redirecting the patient.",
    of: "messages that belong elsewhere",
    canBe: ({ clinic }) =>
      clinic.specialties.some(({ topics }) => topics.some(({ unsuitable }) => unsuitable > 0)),
  },
};

/** Work that better timing or better sorting would spare; only the kinds that can come about in the clinic. */
export function avoidableResponses(model: Model): readonly Response[] {
  const kinds = AVOIDABLE_WORK.filter((kind) => KINDS[kind].canBe(model));
  if (kinds.length === 0) return [];
  const weeks = weeksIn(model);
  const common = {
    unit: "min per week",
    group: "cost",
    estimand: { type: "mean" },
    range: NOT_NEGATIVE,
    better: "lower",
  } as const;
  return [
    {
      ...common,
      name: "avoidable_min_per_week",
      label: "minutes a week of avoidable work",
      doc: "Everybody's minutes on chasers, duplicates, calls about messages, messages sent back and messages that belong elsewhere: as far as there are any, the sum of what is told of each.",
      formula: kinds.map((kind) => KINDS[kind].name).join(" + "),
      headline: true,
      measure: ({ recorder: { messageWork } }) =>
        kinds.reduce((sum, kind) => sum + messageWork.avoidable[kind], 0) / weeks,
    },
    ...kinds.map((kind): Response => {
      const { name, label, doc, of } = KINDS[kind];
      return {
        ...common,
        name,
        label,
        doc,
        formula: `everybody's minutes on ${of} in the window / weeks of the window`,
        headline: false,
        measure: ({ recorder: { messageWork } }) => messageWork.avoidable[kind] / weeks,
      };
    }),
  ];
}
