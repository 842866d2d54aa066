import type { ReplicationResult, ResponseDefinition } from "../model/index.ts";
import { createStream } from "../random/index.ts";
import { type Interval, meanInterval, pooledQuantileInterval, ratioInterval } from "../stats/index.ts";

/**
 * A response over replications, given in their order, with the interval that is right for its estimand; it ends where the range of
 * the response does. `index` is its place among all definitions, `seed` that of the bootstrap.
 */
export function estimateOf(
  { name, range, estimand }: ResponseDefinition,
  index: number,
  results: readonly ReplicationResult[],
  seed: number,
  confidence: number,
): Interval {
  switch (estimand.type) {
    case "mean": {
      const values = results.map((result) => result.values[index]!);
      const interval = meanInterval(values, confidence, values.map(Number.isNaN));
      return { ...interval, low: Math.max(interval.low, range[0]), high: Math.min(interval.high, range[1]) };
    }
    case "ratio":
      return ratioInterval(
        results.map((result) => result.numerators[index]!),
        results.map((result) => result.denominators[index]!),
        confidence,
        range,
      );
    case "quantile":
      return quantileOf(
        name,
        estimand.p,
        results.map(({ samples }) => samples[estimand.sample]!),
        seed,
        confidence,
      );
  }
}

/** A quantile over all of some samples, resampled by a stream that is the response's own. */
export function quantileOf(
  name: string,
  p: number,
  samples: readonly Float64Array[],
  seed: number,
  confidence: number,
): Interval {
  const stream = createStream(seed, 0, `bootstrap of ${name}`);
  return pooledQuantileInterval(samples, p, { confidence, stream });
}
