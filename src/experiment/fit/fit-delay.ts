import { exp, log, log1p, normalQuantile } from "../../random/index.ts";
import { type Bounds, mapped } from "./bounds.ts";
import {
  DELAY_FAMILIES,
  type DelayFamily,
  type DelayFamilyName,
  isWritable,
  timeSums,
} from "./delay-family.ts";
import { type Delays, weighted } from "./delays.ts";
import { type CameBy, cameBy, largestDifference } from "./kaplan-meier.ts";
import { covarianceAt, minimise } from "./minimise.ts";

/** One law and how well it does. */
export interface FamilyFit {
  readonly family: DelayFamilyName;
  /** [min] */
  readonly mean: number;
  /** [min] */
  readonly sd: number;
  /** Of what was watched, how much ever comes, 0 … 1. */
  readonly probability: number;
  /** −2 log-likelihood + 2 × parameters (Akaike). */
  readonly criterion: number;
  /** The largest difference between the share that has come by any time and what the law says. */
  readonly distance: number;
}

export interface DelayFit {
  readonly best: FamilyFit;
  /** The best first. */
  readonly families: readonly FamilyFit[];
  /** Of the best. */
  readonly mean: Bounds;
  readonly probability: Bounds;
  readonly came: number;
  readonly watched: number;
  /** Whether no family comes near: the distance is more than chance and more than five points. */
  readonly fitsNone: boolean;
  /** What came, as values between which straight lines are drawn [min]: to be used where no family fits. Each stands for at least five. */
  readonly empirical: readonly number[];
}

/** Fewest that must have come for a law to be fitted. */
const FEWEST_CAME = 20;
const FEWEST_IN_CELL = 5;
const MISFIT = 0.05;
/** Kolmogorov's distance times √n that chance exceeds once in a hundred. */
const KOLMOGOROV_99 = 1.628;
const Z95 = normalQuantile(0.975);

/**
 * The law of a delay, and how much of what is waited for ever comes, by maximum likelihood over the families that a scenario can hold. What had not come
 * is censored when its watch ended, not dropped: it counts as "later, or never". With `always` everything comes in the end. Undefined where
 * fewer than `FEWEST_CAME` came. Intervals by the observed information. Sources: Kalbfleisch & Prentice (2002), ch. 3, for censoring;
 * Boag (1949), for the share that never comes; Akaike (1974), for the choice.
 */
export function fitDelay(delays: Delays, { always = false } = {}): DelayFit | undefined {
  const { came, watched } = delays;
  if (came.length < FEWEST_CAME) return undefined;
  const events = timeSums(came);
  const ends = weighted(watched, 300);
  const share = cameBy(delays);
  const mean = average(came);
  const sd = Math.max(deviation(came, mean), mean * 0.01);
  const portion = Math.min(0.98, Math.max(0.02, share.share.at(-1)!));
  const fits = DELAY_FAMILIES.map((family) => {
    const costOf = (at: readonly number[]) => {
      const probability = always ? 1 : logistic(at[family.parameters]!);
      let sum = came.length * log(probability) + family.logLikelihood(events, at);
      for (const x of ends.at) {
        const left = always
          ? log(Math.max(family.survival(x, at), 1e-300))
          : log1p(-probability * (1 - family.survival(x, at)));
        sum += ends.weight * left;
      }
      return -sum;
    };
    const start = [...family.start(mean, sd), ...(always ? [] : [log(portion / (1 - portion))])];
    const found = minimise(costOf, start);
    return { family, costOf, at: found.at, told: told(family, found, always, share) };
  }).filter(({ told: { family, mean: m, sd: s } }) => isWritable(family, m, s));
  if (fits.length === 0) return undefined;
  fits.sort((a, b) => a.told.criterion - b.told.criterion);
  const [best] = fits;
  const { family, at } = best!;
  const covariance = covarianceAt(best!.costOf, at);
  const logOf = (of: (at: readonly number[]) => number) => bounds(of, at, covariance);
  const meanOf = logOf((x) => log(family.mean(x)));
  const portionOf = always ? { estimate: 1, low: 1, high: 1 } : logOf((x) => x[family.parameters]!);
  const distance = best!.told.distance;
  return {
    best: best!.told,
    families: fits.map((fit) => fit.told),
    mean: mapped(meanOf, exp),
    probability: always ? portionOf : mapped(portionOf, logistic),
    came: came.length,
    watched: watched.length,
    fitsNone: distance > MISFIT && distance > KOLMOGOROV_99 / Math.sqrt(came.length + watched.length),
    empirical: empiricalOf(share),
  };
}

function told(
  family: DelayFamily,
  { at, cost }: { readonly at: readonly number[]; readonly cost: number },
  always: boolean,
  share: CameBy,
): FamilyFit {
  const probability = always ? 1 : logistic(at[family.parameters]!);
  return {
    family: family.name,
    mean: family.mean(at),
    sd: family.sd(at),
    probability,
    criterion: 2 * cost + 2 * at.length,
    distance: largestDifference(share, (x) => probability * (1 - family.survival(x, at))),
  };
}

/** Twice 1.96 standard errors around a function of the parameters, by its slopes. */
function bounds(
  of: (at: readonly number[]) => number,
  at: readonly number[],
  covariance: readonly (readonly number[])[] | undefined,
): Bounds {
  const estimate = of(at);
  if (covariance === undefined) return { estimate, low: Number.NaN, high: Number.NaN };
  const step = 1e-4;
  const slope = at.map((_, i) => {
    const moved = (by: number) => of(at.map((x, j) => (i === j ? x + by : x)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
  const variance = slope.reduce(
    (sum, a, i) => sum + slope.reduce((inner, b, j) => inner + a * b * covariance[i]![j]!, 0),
    0,
  );
  const half = Z95 * Math.sqrt(variance);
  return { estimate, low: estimate - half, high: estimate + half };
}

/** Means of equal groups of what came, in order, of at least five each and twenty groups at most. */
function empiricalOf({ at, share }: CameBy): readonly number[] {
  const last = share.at(-1)!;
  const groups = Math.min(20, Math.floor(at.length / FEWEST_IN_CELL));
  const values: number[] = [];
  for (let g = 0, i = 0; g < groups; g += 1) {
    let sum = 0;
    let weight = 0;
    for (; i < at.length && (share[i]! <= (last * (g + 1)) / groups || g === groups - 1); i += 1) {
      const step = share[i]! - (i === 0 ? 0 : share[i - 1]!);
      sum += at[i]! * step;
      weight += step;
    }
    if (weight > 0) values.push(sum / weight);
  }
  return values;
}

function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x));
}

function average(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function deviation(values: Float64Array, mean: number): number {
  let sum = 0;
  for (const value of values) sum += (value - mean) * (value - mean);
  return Math.sqrt(sum / Math.max(1, values.length - 1));
}
