/**
 * An ascending copy, ready for `quantile`; O(n log n), O(n) when the values are in order already.
 * +Infinity is a value like any other. Throws RangeError on NaN or −Infinity.
 */
export function sorted(values: ArrayLike<number>): Float64Array {
  const copy = Float64Array.from(values);
  let inOrder = true;
  for (let i = 0; i < copy.length; i++) {
    const value = copy[i]!;
    if (!(value > -Infinity)) throw new RangeError(`${name(value)} at index ${i} cannot be ranked`);
    if (i > 0 && value < copy[i - 1]!) inOrder = false;
  }
  return inOrder ? copy : copy.sort();
}

/**
 * The p-quantile of values in ascending order, in their own unit; O(n), because it checks that they are.
 *
 * Interpolates linearly between order statistics (type 7 of Hyndman & Fan 1996, the default of R and NumPy).
 * +Infinity may be among the values (not answered yet): a quantile that touches one is Infinity. NaN when
 * empty. Throws RangeError when p is outside [0, 1], on NaN or −Infinity, and on values out of order.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must lie within 0 and 1, got ${p}`);
  let before = -Infinity;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    if (!(value >= before && value > -Infinity)) refuse(value, i);
    before = value;
  }
  if (sorted.length === 0) return NaN;
  const rank = (sorted.length - 1) * p;
  const below = Math.floor(rank);
  return interpolate(sorted[below]!, sorted[Math.ceil(rank)]!, rank - below);
}

/** The point a `share` of the way from `low` to `high`; infinite as soon as it leaves a finite `low` for an infinite `high`. */
export function interpolate(low: number, high: number, share: number): number {
  return share === 0 || low === high ? low : Math.min(high, low + share * (high - low));
}

function refuse(value: number, index: number): never {
  if (value > -Infinity) {
    throw new RangeError(
      `values must ascend, got ${value} out of order at index ${index}; call sorted() first`,
    );
  }
  throw new RangeError(`${name(value)} at index ${index} cannot be ranked; leave open rows out`);
}

function name(value: number): string {
  return Number.isNaN(value) ? "NaN" : String(value);
}
