import { normalQuantile } from "../../random/index.ts";
import { type Bounds, UNKNOWN } from "./bounds.ts";

const Z95 = normalQuantile(0.975);

/**
 * A share of things that come in clusters (messages of one patient are alike), with its interval: Wilson's (1927) for as many independent things as give
 * the variance that is seen between clusters (Kish 1965; never more than there are). `chosen` and `all` have an entry for each cluster. NaN without any.
 */
export function clusteredShare(chosen: ArrayLike<number>, all: ArrayLike<number>): Bounds {
  let hits = 0;
  let total = 0;
  let clusters = 0;
  for (let i = 0; i < all.length; i += 1) {
    hits += chosen[i]!;
    total += all[i]!;
    if (all[i]! > 0) clusters += 1;
  }
  if (total === 0) return UNKNOWN;
  const share = hits / total;
  let squares = 0;
  for (let i = 0; i < all.length; i += 1) {
    const residual = chosen[i]! - share * all[i]!;
    squares += residual * residual;
  }
  const seen = (squares * clusters) / Math.max(1, clusters - 1) / (total * total);
  const alone = (share * (1 - share)) / total;
  const n = seen > alone && alone > 0 ? total * (alone / seen) : total;
  return wilson(share, n);
}

/** Wilson's interval of a share of `n`, which need not be whole. */
export function wilson(share: number, n: number): Bounds {
  const z2 = Z95 * Z95;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // Of none or all, one end is exact, which rounding need not give.
  const low = share === 0 ? 0 : Math.max(0, middle - half);
  return { estimate: share, low, high: share === 1 ? 1 : Math.min(1, middle + half) };
}
