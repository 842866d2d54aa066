import type { ReplicationResult, ResponseDefinition, SampleName } from "../model/index.ts";
import { createStream } from "../random/index.ts";
import { type Interval, meanInterval, Pool, pooledQuantileInterval, ratioInterval } from "../stats/index.ts";

/**
 * A response over replications, given in their order, with the interval that is right for its estimand; it ends where the range of
 * the response does. `index` is its place among all definitions, `seed` that of the bootstrap; `poolOf` gives all that one of the samples
 * holds, for whoever asks for several quantiles of it.
 */
export function estimateOf(
  { name, range, estimand }: ResponseDefinition,
  index: number,
  results: readonly ReplicationResult[],
  seed: number,
  confidence: number,
  poolOf: (sample: SampleName) => Pool = poolsOf(results),
): Interval {
  switch (estimand.type) {
    case "mean": {
      const values = results.map((result) => result.values[index]!);
      return within(range, meanInterval(values, confidence, values.map(Number.isNaN)));
    }
    case "ratio":
      return ratioInterval(
        results.map((result) => result.numerators[index]!),
        results.map((result) => result.denominators[index]!),
        confidence,
        range,
      );
    case "quantile":
      return within(range, quantileOf(name, estimand.p, poolOf(estimand.sample), seed, confidence));
  }
}

function within([least, most]: ResponseDefinition["range"], interval: Interval): Interval {
  return { ...interval, low: Math.max(interval.low, least), high: Math.min(interval.high, most) };
}

/** All that a sample holds over replications. The last one is kept, since responses of one sample stand side by side. */
export function poolsOf(results: readonly ReplicationResult[]): (sample: SampleName) => Pool {
  let last: { readonly sample: SampleName; readonly pool: Pool } | undefined;
  return (sample) => {
    if (last?.sample !== sample)
      last = { sample, pool: new Pool(results.map((each) => each.samples[sample]!)) };
    return last.pool;
  };
}

/** A quantile over all of some samples, resampled by a stream that is the response's own. */
export function quantileOf(
  name: string,
  p: number,
  samples: readonly Float64Array[] | Pool,
  seed: number,
  confidence: number,
): Interval {
  const stream = createStream(seed, 0, `bootstrap of ${name}`);
  return pooledQuantileInterval(samples, p, { confidence, stream });
}
