import { quantile } from "../../stats/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import type { Model } from "../compile.ts";
import { NOT_NEGATIVE, type Response } from "./response.ts";
import type { RecoverySample } from "./samples.ts";
import { slugs } from "./slug.ts";
import { surgesOf } from "./surges.ts";

/** With more surges, a first table does without them. */
const FEW_SURGES = 4;

/** How long the backlog of a surge lasts; nothing where the timeline has none that ends in the window. */
export function recoveryResponses(model: Model): readonly Response[] {
  const { calendar, clinic, end } = model;
  const surges = surgesOf(model);
  const several = clinic.specialties.length > 1;
  const names = slugs(
    surges.map(({ specialty, from }) =>
      several ? `${clinic.specialties[specialty]!.name} ${calendar.dateOf(from)}` : calendar.dateOf(from),
    ),
  );
  return surges.map((surge, i): Response => {
    const sample: RecoverySample = `recovery_d_${i}`;
    const last = calendar.dateOf(surge.end - 1);
    const of = several ? `, ${clinic.specialties[surge.specialty]!.name}` : "";
    return {
      name: `recovery_median_d_${names[i]}`,
      unit: "d",
      label: `days to recover after the surge to ${last}${of}, median`,
      group: "backlog",
      estimand: {
        type: "quantile",
        p: 0.5,
        sample,
        watched: (end - calendar.dayStart(surge.end)) / MINUTES_PER_DAY,
      },
      range: NOT_NEGATIVE,
      better: "lower",
      doc: "From the end of a stretch of the timeline that raises the volume to the first opening at which no more messages of the specialty are open than in the mean at the openings of the four weeks before it; for ever where the run ends first. Stretches that touch are one.",
      formula:
        "0.5-quantile over replications of (first opening with open messages ≤ mean before − end of the surge); +∞ for those that do not recover in the run",
      headline: surges.length <= FEW_SURGES,
      measure: ({ samples }) => quantile(samples[sample]!, 0.5),
    };
  });
}
