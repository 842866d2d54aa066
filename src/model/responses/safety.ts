import { quantile } from "../../stats/index.ts";
import { DAYS_PER_YEAR } from "../../units.ts";
import type { Model } from "../compile.ts";
import { weeksIn } from "../window-stretches.ts";
import { NOT_NEGATIVE, type Response, SHARE } from "./response.ts";
import { watchedFor } from "./waits.ts";

/** [h] Beyond which a truly urgent message has waited too long to be read. */
const TOO_LONG = 4;

/** How long truly urgent messages lie unread; nothing where none is urgent. */
export function safetyResponses(model: Model): readonly Response[] {
  if (!model.clinic.specialties.some(({ topics }) => topics.some(({ urgent }) => urgent > 0))) return [];
  const months = (weeksIn(model) * 7) / (DAYS_PER_YEAR / 12);
  const of = "patients' own messages of truly urgent threads that need a reply, sent in the window";
  const doc =
    "From sending a truly urgent message until a person takes it up or answers it in a call, on the clock, whether anybody knows that it is urgent or not; one turned away waits for ever.";
  const beyond = (sample: Float64Array) => sample.filter((wait) => wait > TOO_LONG).length;
  return [
    ...[
      { point: "median", p: 0.5, words: "median", headline: false },
      { point: "p90", p: 0.9, words: "9 of 10 within", headline: true },
    ].map(
      ({ point, p, words, headline }): Response => ({
        name: `urgent_read_${point}_wall_h`,
        unit: "h",
        label: `truly urgent message read, on the clock, ${words}`,
        group: "safety",
        estimand: {
          type: "quantile",
          p,
          sample: "urgent_read_wall_h",
          watched: watchedFor(model, "wall_h"),
        },
        range: NOT_NEGATIVE,
        better: "lower",
        doc,
        formula: `${p}-quantile over ${of}; +∞ for those never read`,
        headline,
        measure: ({ samples }) => quantile(samples.urgent_read_wall_h, p),
      }),
    ),
    {
      name: `urgent_unread_${TOO_LONG}h_share`,
      unit: "share",
      label: `truly urgent messages unread for over ${TOO_LONG} h`,
      group: "safety",
      estimand: { type: "ratio" },
      range: SHARE,
      better: "lower",
      doc,
      formula: `those read later than ${TOO_LONG} h after sending, or never / ${of}`,
      headline: false,
      measure: ({ samples: { urgent_read_wall_h: sample } }) => ({
        numerator: beyond(sample),
        denominator: sample.length,
      }),
    },
    {
      name: `urgent_unread_${TOO_LONG}h_per_month`,
      unit: "per month",
      label: `truly urgent messages a month unread for over ${TOO_LONG} h`,
      group: "safety",
      estimand: { type: "mean" },
      range: NOT_NEGATIVE,
      better: "lower",
      doc: `${doc} A month is a twelfth of the mean year.`,
      formula: `${of} that are read later than ${TOO_LONG} h after sending, or never / months of the window`,
      headline: true,
      measure: ({ samples }) => beyond(samples.urgent_read_wall_h) / months,
    },
  ];
}
