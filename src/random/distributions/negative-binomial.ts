import { countsAround } from "./counts.ts";
import type { DistributionDefinition } from "./distribution.ts";
import type { NegativeBinomialSpec } from "./distribution-spec.ts";
import { positive } from "./domain.ts";

const LARGEST_SPREAD = 25_000;

export const negativeBinomial: DistributionDefinition<NegativeBinomialSpec> = {
  type: "negativeBinomial",
  doc: "Counts of people who differ: a Poisson count whose mean varies by a gamma distribution of that shape; variance mean + mean² / shape.",
  source: "Johnson, Kemp & Kotz, Univariate Discrete Distributions, 3rd ed., §5.3",
  params: [
    {
      name: "mean",
      kind: "number",
      doc: "the mean count",
      domain: `> 0, mean (1 + 1 / shape) ≤ ${LARGEST_SPREAD}`,
    },
    { name: "shape", kind: "number", doc: "the smaller, the more people differ", domain: "> 0" },
  ],
  create(spec) {
    const mean = positive("negativeBinomial", "mean", spec.mean);
    const shape = positive("negativeBinomial", "shape", spec.shape);
    if (!(mean * (1 + 1 / shape) <= LARGEST_SPREAD)) {
      throw new RangeError(
        `negativeBinomial: mean × (1 + 1 / shape) must be at most ${LARGEST_SPREAD}, not ${mean * (1 + 1 / shape)} (mean ${mean}, shape ${shape})`,
      );
    }
    const failure = mean / (mean + shape);
    const mode = shape > 1 ? Math.floor(mean * (1 - 1 / shape)) : 0;
    return countsAround({
      mean,
      variance: mean + (mean * mean) / shape,
      mode,
      ratio: (k) => ((shape + k - 1) / k) * failure,
    });
  },
};
