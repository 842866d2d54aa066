import { skewness } from "../stats/index.ts";

/** Standard errors that a skewness must be away from 0 to be taken for one. */
const SURELY = 2.5;

/** The skewness of replications, without unit; 0 where normal ones may as well have it, and where it is not defined. */
export function sureSkewness(values: ArrayLike<number>): number {
  const skew = skewness(values);
  return Math.abs(skew) > SURELY * standardError(values.length) ? skew : 0;
}

/** Of the skewness of n normal values. */
function standardError(n: number): number {
  return Math.sqrt((6 * n * (n - 1)) / ((n - 2) * (n + 1) * (n + 3)));
}
