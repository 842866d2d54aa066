import { betaQuantile } from "./beta.ts";
import { checkConfidence, type Interval, interval } from "./interval.ts";

/**
 * A probability estimated from independent yes-or-no trials (runs that broke a promise), with its exact interval.
 *
 * Clopper & Pearson (1934): covers with at least `confidence`, also at 0 of n and n of n. Trials must be
 * independent: replications are, messages of one replication are not (use `ratioInterval`). NaN everywhere
 * when n = 0. Throws RangeError unless 0 ≤ successes ≤ n are whole numbers.
 */
export function proportionInterval(successes: number, n: number, confidence = 0.95): Interval {
  checkConfidence(confidence);
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(n) || successes < 0 || successes > n) {
    throw new RangeError(
      `successes of n must be whole numbers with 0 ≤ successes ≤ n, got ${successes} of ${n}`,
    );
  }
  const tail = (1 - confidence) / 2;
  const estimate = successes / n;
  return interval({
    estimate,
    low: n === 0 ? NaN : successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    high: n === 0 ? NaN : successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
    n,
    sd: Math.sqrt(estimate * (1 - estimate)),
    method: "clopper-pearson",
    confidence,
  });
}
