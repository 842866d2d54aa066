import { quantile } from "../../stats/index.ts";
import type { Model } from "../compile.ts";
import { VISIT_MODES } from "../visit-mode.ts";
import { weeksIn } from "../window-stretches.ts";
import { NOT_NEGATIVE, type Response, SHARE } from "./response.ts";
import { watchedFor } from "./waits.ts";

/** Visits that messages bring, where there are slots for any. */
export function visitResponses(model: Model): readonly Response[] {
  const modes = VISIT_MODES.filter((mode) =>
    model.clinic.specialties.some(({ slots }) => slots[mode] !== undefined),
  );
  if (modes.length === 0) return [];
  const weeks = weeksIn(model);
  const watched = watchedFor(model, "wall_d");
  return [
    ...modes.map(
      (mode): Response => ({
        name: `visits_${mode.replace(" ", "_")}_per_week`,
        unit: "per week",
        label: `visits booked a week, ${mode}`,
        group: "patients",
        estimand: { type: "mean" },
        range: NOT_NEGATIVE,
        better: "neither",
        doc: "Visits that take a free slot because of a message: after writing, in place of it, or by patients turned away.",
        formula: `visits (${mode}) booked in the window that get a slot / weeks of the window`,
        headline: false,
        measure: ({ recorder: { visits } }) =>
          visits.filter((visit) => visit.mode === mode && visit.day >= 0).length / weeks,
      }),
    ),
    ...[
      { point: "median", p: 0.5, words: "median" },
      { point: "p90", p: 0.9, words: "9 of 10 within" },
    ].map(
      ({ point, p, words }): Response => ({
        name: `visit_lead_${point}_d`,
        unit: "d",
        label: `from booking to the visit, ${words}`,
        group: "patients",
        estimand: { type: "quantile", p, sample: "visit_lead_d", watched },
        range: NOT_NEGATIVE,
        better: "lower",
        doc: "Dates from the one of booking to that of the visit; for ever where there is no free slot before the end of the run.",
        formula: `${p}-quantile over visits asked for in the window; +∞ for those without a slot`,
        headline: false,
        measure: ({ samples }) => quantile(samples.visit_lead_d, p),
      }),
    ),
    {
      name: "visits_without_slot_share",
      unit: "share",
      label: "visits without a free slot",
      group: "patients",
      estimand: { type: "ratio" },
      range: SHARE,
      better: "lower",
      doc: "Visits asked for and not booked, since no slot of the kind is free before the end of the run.",
      formula: "visits without a slot / visits asked for in the window",
      headline: false,
      measure: ({ recorder: { visits } }) => ({
        numerator: visits.filter(({ day }) => day < 0).length,
        denominator: visits.length,
      }),
    },
  ];
}
