/**
 * The smallest x in [low, high] with cdf(x) ≥ u, to the last bit, by bisection: right for jumps and flat stretches alike.
 */
export function invert(cdf: (x: number) => number, u: number, low: number, high: number): number {
  if (cdf(low) >= u) return low;
  let below = low;
  let above = high;
  for (;;) {
    const middle = below + (above - below) / 2;
    if (!(middle > below && middle < above)) return above;
    if (cdf(middle) >= u) above = middle;
    else below = middle;
  }
}
