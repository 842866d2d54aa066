/** Sums of the same terms in another order differ by less than this share of them, and anything that means something by more. */
const ROUNDING = 1e-11;

/** Whether two numbers are equal but for rounding; infinities of one sign are. */
export function isSame(a: number, b: number): boolean {
  const gap = Math.abs(a - b);
  return a === b || (gap < Infinity && gap <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)));
}

/**
 * Differences of numbers up to `scale` in size, without what rounding makes of them: a difference that is none becomes 0, and
 * differences that are all the same become the first of them.
 */
export function withoutRounding(differences: readonly number[], scale: number): readonly number[] {
  const least = ROUNDING * scale;
  const [first = 0] = differences;
  if (differences.every((each) => Math.abs(each - first) <= least)) {
    return differences.map(() => (Math.abs(first) <= least ? 0 : first));
  }
  return differences.map((each) => (Math.abs(each) <= least ? 0 : each));
}
