/**
 * What a replication says of some measures: a numerator and a denominator of each, in turn. A mean has the denominator 1; what is not
 * defined in a replication has 0 and 0.
 */
export type Observation = Float64Array;

/** The totals of a measure, replication by replication. */
export function termsOf(observations: readonly Observation[], measure: number) {
  return {
    numerators: observations.map((each) => each[2 * measure]!),
    denominators: observations.map((each) => each[2 * measure + 1]!),
  };
}

/** The ratio of a measure's totals; NaN over nothing. */
export function ratioOf(observations: readonly Observation[], measure: number): number {
  let [top, bottom] = [0, 0];
  for (const each of observations) {
    top += each[2 * measure]!;
    bottom += each[2 * measure + 1]!;
  }
  return bottom > 0 ? top / bottom : Number.NaN;
}
