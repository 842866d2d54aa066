import type { Estimand, ReplicationResult } from "../model/index.ts";

type Quantile = Extract<Estimand, { readonly type: "quantile" }>;

/**
 * What a quantile is taken of, by replication, with what is surely known in the place of what never ended: a quantile of these is one that
 * the true quantile is above. Undefined where nothing is known, as of calls: those that nobody took up did not go on waiting.
 */
export function watchedWaits(
  results: readonly ReplicationResult[],
  { sample, watched }: Quantile,
): readonly Float64Array[] | undefined {
  if (watched === undefined) return undefined;
  return results.map(({ samples }) => samples[sample]!.map((wait) => (wait === Infinity ? watched : wait)));
}
