import type { DistributionDefinition } from "./distribution.ts";
import type { ErlangSpec } from "./distribution-spec.ts";
import { positive } from "./domain.ts";
import { gammaOfShape } from "./gamma.ts";

export const erlang: DistributionDefinition<ErlangSpec> = {
  type: "erlang",
  doc: "The sum of equal exponential stages: the more stages, the steadier; sd is mean / √stages.",
  source: "Law, Simulation Modeling and Analysis, 5th ed., §8.3.3; quantile: gammaQuantile",
  params: [
    { name: "stages", kind: "count", doc: "how many stages", domain: "whole, ≥ 1" },
    { name: "mean", kind: "quantity", doc: "the mean of the sum", domain: "> 0" },
  ],
  create(spec) {
    if (!(Number.isSafeInteger(spec.stages) && spec.stages >= 1)) {
      throw new RangeError(`erlang: stages must be a whole number from 1, not ${spec.stages}`);
    }
    return gammaOfShape(spec.stages, positive("erlang", "mean", spec.mean));
  },
};
