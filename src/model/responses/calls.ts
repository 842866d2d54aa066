import { quantile } from "../../stats/index.ts";
import type { Model } from "../compile.ts";
import { NOT_NEGATIVE, type Response, SHARE } from "./response.ts";

/** How callers fare; nothing where nobody calls. */
export function callResponses({ clinic }: Model): readonly Response[] {
  if (!clinic.specialties.some(({ otherWork }) => otherWork.some(({ interrupts }) => interrupts))) return [];
  return [
    {
      name: "calls_answered_share",
      unit: "share",
      label: "calls answered",
      group: "patients",
      estimand: { type: "ratio" },
      range: SHARE,
      better: "higher",
      doc: "Calls that somebody takes up before the caller gives up, those about messages included.",
      formula: "calls taken up / calls, of those that come in the window",
      headline: true,
      measure: ({ samples: { call_wait_min: waits } }) => ({
        numerator: waits.filter(Number.isFinite).length,
        denominator: waits.length,
      }),
    },
    {
      name: "call_wait_median_min",
      unit: "min",
      label: "call taken up, median",
      group: "patients",
      estimand: { type: "quantile", p: 0.5, sample: "call_wait_min" },
      range: NOT_NEGATIVE,
      better: "lower",
      doc: "From a call to somebody's taking it up, on the clock; a caller who gives up has waited for ever.",
      formula: "0.5-quantile over calls that come in the window; +∞ for those nobody takes up",
      headline: false,
      measure: ({ samples }) => quantile(samples.call_wait_min, 0.5),
    },
  ];
}
