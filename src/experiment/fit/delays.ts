/** Times [min] until something came, and, where it had not come when the watch ended, times for which it was watched. All > 0. */
export interface Delays {
  readonly came: Float64Array;
  readonly watched: Float64Array;
}

/** A sorted sample as at most `most` points that stand for equally many each. */
export interface WeightedTimes {
  readonly at: Float64Array;
  /** How many each stands for. */
  readonly weight: number;
}

/** Sorted copies of times, thinned to the middle of equal groups where there are many: a likelihood of them costs no more than a bounded time. */
export function weighted(times: Float64Array, most: number): WeightedTimes {
  const sorted = Float64Array.from(times).sort();
  if (sorted.length <= most) return { at: sorted, weight: 1 };
  const at = Float64Array.from(
    { length: most },
    (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / most)]!,
  );
  return { at, weight: sorted.length / most };
}
