import { exp, expm1, log, log1p, logGamma, normalQuantile } from "../../random/index.ts";
import { type Bounds, UNKNOWN } from "./bounds.ts";
import { covarianceAt, minimise } from "./minimise.ts";

/** How unevenly patients write, from how many threads each began. */
export interface HeterogeneityFit {
  /** Of the gamma law of patients' rates; above `EVEN` they are as good as alike. NaN where it is not told. */
  readonly shape: Bounds;
  /** Threads a patient in the time watched, those who wrote nothing included; NaN where it is not told. */
  readonly mean: Bounds;
  /** Mean over shape: how much more than by chance threads crowd on some patients. Known whatever the number of patients. */
  readonly clumping: number;
  /** Whether the number of patients was not known, so that those who wrote nothing had to be guessed from those who did. */
  readonly isGuessed: boolean;
  /** Whether shape and patients can be told; not where any number of patients from some on, however great, goes with who wrote how much. */
  readonly isTold: boolean;
  /** Patients who could have written: as given, or as guessed; where that is not told, those who wrote as the low end, without an estimate. */
  readonly patients: Bounds;
}

/** From this shape on patients are written as alike. */
export const EVEN = 100;
const FEWEST_PATIENTS = 30;
const Z95 = normalQuantile(0.975);
const LEAST_LOG = -9;
const MOST_LOG = 9;
/** Half of what a chi-square of one degree of freedom exceeds once in twenty times: within it a likelihood is as good as its best. */
const AS_GOOD = (Z95 * Z95) / 2;

/**
 * A negative binomial law of the number of threads each patient began, by maximum likelihood: threads of a patient come at random at a rate that is
 * gamma over patients. `counts` are of those who wrote at least once; `patients` are all who could have written, and without it the
 * law is that of counts above zero, which says little of those who wrote nothing: with ever more patients, of ever smaller shape, it nears the logarithmic law
 * (Fisher, Corbet & Williams 1943), and where that is as good as the best, only mean ∕ shape is told. Undefined of fewer than 30 writers.
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
  const costOf = (mean: number, shape: number) => {
    const none = -shape * log1p(mean / shape);
    let sum = silent * none;
    for (const [n, many] of histogram) sum += many * (logProbability(n, mean, shape) + none);
    if (patients === undefined) sum -= counts.length * log(-expm1(none));
    return -sum;
  };
  const cost = (at: readonly number[]) =>
    at.some((x) => x < LEAST_LOG || x > MOST_LOG)
      ? Number.POSITIVE_INFINITY
      : costOf(exp(at[0]!), exp(at[1]!));
  const writers = counts.length;
  const start = [log(total / (patients ?? writers * 2)), log(0.5)];
  const { at, cost: least } = minimise(cost, start);
  if (patients === undefined) {
    const smallest = exp(LEAST_LOG);
    const endless = minimise(([x]) => costOf(exp(x!) * smallest, smallest), [at[0]! - at[1]!]);
    if (endless.cost - least < AS_GOOD) {
      const open: Bounds = { estimate: Number.NaN, low: writers, high: Number.POSITIVE_INFINITY };
      return {
        shape: UNKNOWN,
        mean: UNKNOWN,
        clumping: exp(endless.at[0]!),
        isGuessed: true,
        isTold: false,
        patients: open,
      };
    }
  }
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
    clumping: exp(at[0]! - at[1]!),
    isGuessed: patients === undefined,
    isTold: true,
    patients: patients === undefined ? guessed : { ...UNKNOWN, estimate: patients },
  };
}

/** Log-probability of `n` threads over that of none. */
function logProbability(n: number, mean: number, shape: number): number {
  return n === 0
    ? 0
    : logGamma(n + shape) - logGamma(shape) - logGamma(n + 1) + n * log(mean / (mean + shape));
}

/**
 * So many patients of whom `writers` write at least once where all write `threads`, at rates that are gamma with this shape over them; ten times those who
 * wrote at most. The shape is somebody else's: for where the number of patients is not told.
 */
export function patientsBehind(writers: number, threads: number, shape: number): number {
  const writing = (patients: number) => -patients * expm1(-shape * log1p(threads / (patients * shape)));
  let [low, high] = [writers, MOST_TIMES * writers];
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (low + high) / 2;
    if (writing(middle) < writers) low = middle;
    else high = middle;
  }
  return Math.round(high);
}

/** Patients for one who wrote, at most. */
export const MOST_TIMES = 10;
