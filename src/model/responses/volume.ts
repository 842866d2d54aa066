import type { Model } from "../compile.ts";
import { weeksIn } from "../window-stretches.ts";
import { NOT_NEGATIVE, type Response } from "./response.ts";
import { specialtySlugs } from "./slug.ts";

/** What comes in. */
export function volumeResponses(model: Model): readonly Response[] {
  const weeks = weeksIn(model);
  const common = {
    unit: "per week",
    group: "volume",
    estimand: { type: "mean" },
    range: NOT_NEGATIVE,
    better: "neither",
  } as const;
  const received = {
    ...common,
    doc: "Messages that reach the clinic: follow-ups, thank-yous, requests through links, chasers and duplicates too. What the front door turns away is told apart.",
    formula: "messages sent in the window and let in / weeks of the window",
  };
  return [
    {
      ...received,
      name: "messages_per_week",
      label: "messages a week",
      headline: true,
      measure: ({ tallies }) => tallies.all.received / weeks,
    },
    ...specialtySlugs(model).map(
      (slug, specialty): Response => ({
        ...received,
        name: `messages_per_week_${slug}`,
        label: `messages a week, ${model.clinic.specialties[specialty]!.name}`,
        headline: false,
        measure: ({ tallies }) => tallies.bySpecialty[specialty]!.received / weeks,
      }),
    ),
    {
      ...common,
      name: "new_threads_per_week",
      label: "new threads a week",
      doc: "First messages that are let in, and follow-ups so late that they count as a new thread.",
      formula:
        "patients' own messages sent in the window and let in that open a thread / weeks of the window",
      headline: false,
      measure: ({ tallies }) => tallies.all.threads / weeks,
    },
    {
      ...common,
      name: "visits_needed_per_week",
      label: "threads a week that end in a visit",
      doc: "Threads that cannot be settled by writing, each counted once, with its first message, whether it is let in or not.",
      formula: "first messages sent in the window of threads that need a visit / weeks of the window",
      headline: false,
      measure: ({ tallies }) => tallies.all.visitsNeeded / weeks,
    },
  ];
}
