import type { Model } from "../compile.ts";
import { weeksIn } from "../window-stretches.ts";
import { countSent } from "./message-columns.ts";
import { NOT_NEGATIVE, type Response } from "./response.ts";

/** What comes in. */
export function volumeResponses(model: Model): readonly Response[] {
  const weeks = weeksIn(model);
  const common = {
    group: "volume",
    estimand: { type: "mean" },
    range: NOT_NEGATIVE,
    better: "neither",
  } as const;
  return [
    {
      ...common,
      name: "messages_per_week",
      unit: "per week",
      label: "messages a week",
      doc: "Messages that patients send, follow-ups and thank-yous included.",
      formula: "messages sent in the window / weeks of the window",
      headline: true,
      measure: ({ messages }) => countSent(messages, () => true) / weeks,
    },
    {
      ...common,
      name: "new_threads_per_week",
      unit: "per week",
      label: "new threads a week",
      doc: "First messages, and follow-ups so late that they count as a new thread.",
      formula: "messages sent in the window that open a thread / weeks of the window",
      headline: false,
      measure: ({ messages }) => countSent(messages, (i) => messages.opensThread[i] === 1) / weeks,
    },
    {
      ...common,
      name: "visits_needed_per_week",
      unit: "per week",
      label: "threads a week that end in a visit",
      doc: "Threads that cannot be settled by writing, each counted once, with its first message.",
      formula: "first messages sent in the window of threads that need a visit / weeks of the window",
      headline: false,
      measure: ({ messages }) => countSent(messages, (i) => messages.needsVisit[i] === 1) / weeks,
    },
  ];
}
