import { checkSameLength, type Interval } from "./interval.ts";
import { meanInterval } from "./mean-interval.ts";
import { type PairedDifference, varianceRatio } from "./paired-difference.ts";
import { withoutRounding } from "./rounding.ts";
import { tallyOf } from "./tally.ts";

/**
 * Mean of a − b over replications that share their random numbers, with Student's t on the differences.
 *
 * Entry i of both lists must come from the same replication (seed and number). NaN is refused (RangeError) except in pairs that `open`
 * marks true, which are left out of `n`. An infinite value makes the estimate infinite and leaves it without a spread; two of a
 * pair have no difference, and the estimate is then NaN; `infinite` of its interval counts the pairs with one. Throws RangeError
 * on lists of different length. Law, § 10.2.1.
 */
export function pairedMean(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  open?: ArrayLike<boolean>,
): PairedDifference {
  checkSameLength(a, b);
  const pairs: number[] = [];
  for (let i = 0; i < a.length; i++) {
    if (open?.[i] === true) continue;
    if (Number.isNaN(a[i]!) || Number.isNaN(b[i]!)) {
      throw new RangeError(`pair ${i} holds NaN (${a[i]}, ${b[i]}): mark it as open`);
    }
    pairs.push(i);
  }
  const left = pairs.map((i) => a[i]!);
  const right = pairs.map((i) => b[i]!);
  const differences = differencesOf(left, right);
  const endless = differences.some(Number.isNaN);
  const { mean: estimate, sd } = endless ? { mean: NaN, sd: NaN } : tallyOf(differences);
  const at = (confidence: number) => intervalOf(differences, confidence);
  return {
    estimate,
    n: pairs.length,
    sd,
    varianceRatio: varianceRatio(tallyOf(left).sd, tallyOf(right).sd, sd),
    ...(Number.isFinite(sd) ? { deviations: deviations(a.length, pairs, differences, estimate) } : {}),
    at,
  };
}

function differencesOf(left: readonly number[], right: readonly number[]): readonly number[] {
  const differences = left.map((value, p) => value - right[p]!);
  const scale = [...left, ...right].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return scale === Infinity ? differences : withoutRounding(differences, scale);
}

function intervalOf(differences: readonly number[], confidence: number): Interval {
  if (!differences.some(Number.isNaN)) return meanInterval(differences, confidence);
  // Infinity less Infinity: what is known of the others bounds nothing.
  const infinite = differences.filter((each) => !Number.isFinite(each)).length;
  const none = { estimate: NaN, low: NaN, high: NaN, halfWidth: NaN, sd: NaN };
  return Object.freeze({ ...none, n: differences.length, method: "t", confidence, infinite });
}

function deviations(
  count: number,
  pairs: readonly number[],
  differences: readonly number[],
  mean: number,
): Float64Array {
  const result = new Float64Array(count);
  pairs.forEach((i, p) => {
    result[i] = differences[p]! - mean;
  });
  return result;
}
