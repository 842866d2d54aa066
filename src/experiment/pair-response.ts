import type { ReplicationResult } from "../model/index.ts";
import { createStream } from "../random/index.ts";
import { type PairedDifference, pairedMean, pairedQuantile, pairedRatio } from "../stats/index.ts";
import type { CommonResponse } from "./common-responses.ts";

/** Resamples of a difference that decides: its interval may have to reach far into the tails. */
const RESAMPLES = { usual: 2000, primary: 10_000 } as const;

/** One alternative among those compared: its place, and its results in order of replication. */
export interface Side {
  readonly place: number;
  readonly results: readonly ReplicationResult[];
}

/** The paired difference of a response between an alternative and the base, by the estimand of the response. */
export function pairResponse(
  { definition: { name, estimand }, places }: CommonResponse,
  own: Side,
  base: Side,
  { seed, primary }: { readonly seed: number; readonly primary: boolean },
): PairedDifference {
  const of = ({ place, results }: Side, key: "values" | "numerators" | "denominators") =>
    results.map((result) => result[key][places[place]!]!);
  switch (estimand.type) {
    case "mean": {
      const [a, b] = [of(own, "values"), of(base, "values")];
      return pairedMean(
        a,
        b,
        a.map((value, i) => Number.isNaN(value) || Number.isNaN(b[i]!)),
      );
    }
    case "ratio":
      return pairedRatio(
        { numerators: of(own, "numerators"), denominators: of(own, "denominators") },
        { numerators: of(base, "numerators"), denominators: of(base, "denominators") },
      );
    case "quantile": {
      const samples = ({ results }: Side) => results.map((result) => result.samples[estimand.sample]!);
      return pairedQuantile(samples(own), samples(base), estimand.p, {
        resamples: primary ? RESAMPLES.primary : RESAMPLES.usual,
        stream: createStream(seed, 0, `paired bootstrap of ${name}`),
      });
    }
  }
}
