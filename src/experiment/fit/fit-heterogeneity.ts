import { exp, expm1, log, log1p, logGamma, normalQuantile } from "../../random/index.ts";
import { type Bounds, UNKNOWN } from "./bounds.ts";
import { covarianceAt, minimise } from "./minimise.ts";

/** How unevenly patients write, from how many threads each began. */
export interface HeterogeneityFit {
  /** Of the gamma law of patients' rates; above `EVEN` they are as good as alike. */
  readonly shape: Bounds;
  /** Threads a patient in the time watched, those who wrote nothing included. */
  readonly mean: Bounds;
  /** Whether the number of patients was not known, so that those who wrote nothing had to be guessed from those who did. */
  readonly isGuessed: boolean;
  /** Patients who could have written: as given, or as guessed. */
  readonly patients: Bounds;
}

/** From this shape on patients are written as alike. */
export const EVEN = 100;
const FEWEST_PATIENTS = 30;
const Z95 = normalQuantile(0.975);
const LEAST_LOG = -9;
const MOST_LOG = 9;

/**
 * A negative binomial law of the number of threads each patient began, by maximum likelihood: threads of a patient come at random at a rate that is
 * gamma over patients. `counts` are of those who wrote at least once; `patients` are all who could have written, and without it the
 * law is that of counts above zero, which says little of those who wrote nothing. Undefined of fewer than 30 writers.
 */
export function fitHeterogeneity(
  counts: ArrayLike<number>,
  patients: number | undefined,
): HeterogeneityFit | undefined {
  if (counts.length < FEWEST_PATIENTS) return undefined;
  const histogram = new Map<number, number>();
  let total = 0;
  for (let i = 0; i < counts.length; i += 1) {
    histogram.set(counts[i]!, (histogram.get(counts[i]!) ?? 0) + 1);
    total += counts[i]!;
  }
  const silent = patients === undefined ? 0 : Math.max(0, patients - counts.length);
  const cost = (at: readonly number[]) => {
    if (at.some((x) => x < LEAST_LOG || x > MOST_LOG)) return Number.POSITIVE_INFINITY;
    const [mean, shape] = [exp(at[0]!), exp(at[1]!)];
    const none = -shape * log1p(mean / shape);
    let sum = silent * none;
    for (const [n, many] of histogram) sum += many * (logProbability(n, mean, shape) + none);
    if (patients === undefined) sum -= counts.length * log(-expm1(none));
    return -sum;
  };
  const writers = counts.length;
  const start = [log(total / (patients ?? writers * 2)), log(0.5)];
  const { at } = minimise(cost, start);
  const covariance = covarianceAt(cost, at);
  const around = (i: number): Bounds => {
    const half = covariance === undefined ? Number.NaN : Z95 * Math.sqrt(covariance[i]![i]!);
    return { estimate: exp(at[i]!), low: exp(at[i]! - half), high: exp(at[i]! + half) };
  };
  const mean = around(0);
  const guessed: Bounds = {
    estimate: total / mean.estimate,
    low: Math.max(writers, total / mean.high),
    high: total / mean.low,
  };
  return {
    shape: around(1),
    mean,
    isGuessed: patients === undefined,
    patients: patients === undefined ? guessed : { ...UNKNOWN, estimate: patients },
  };
}

/** Log-probability of `n` threads over that of none. */
function logProbability(n: number, mean: number, shape: number): number {
  return n === 0
    ? 0
    : logGamma(n + shape) - logGamma(shape) - logGamma(n + 1) + n * log(mean / (mean + shape));
}
