import { exp, log, log1p, normalCdf } from "../../random/index.ts";
import { minimise } from "./minimise.ts";

/** Telephone calls that take somebody off a message. */
export interface Interruptions {
  /** A minute of work on messages, of one person. */
  readonly rate: number;
  /** The same if no colleague is ever free to take one. */
  readonly most: number;
  /** [min] Of one, with finding one's place again. */
  readonly mean: number;
  readonly sd: number;
}

const BINS = 60;
/** More of them within one piece of work are taken to be longer than what is looked at. */
const MOST = 3;

/**
 * Of elapsed minutes, as which only the `share` of the shortest is known, those that are work: elapsed are a lognormal law's, and as many calls as come
 * meanwhile by chance (a Poisson process of `rate`), each of lognormal minutes. By maximum likelihood with and without calls, on `BINS` equal steps up
 * to the longest that is known; the ratio of both means, 0 … 1.
 */
export function workShare(
  sorted: Float64Array,
  share: number,
  calls: Pick<Interruptions, "rate" | "mean" | "sd">,
): number {
  const cut = Math.floor(sorted.length * share);
  const top = sorted[cut - 1]!;
  const counts = new Float64Array(BINS);
  for (const x of sorted.subarray(0, cut)) counts[Math.min(BINS - 1, Math.floor((x / top) * BINS))]! += 1;
  const known = sorted.subarray(0, cut);
  const { mean, sd } = moments(known);
  const start = lognormalOf(mean, sd);
  const meanWith = (by: readonly Float64Array[], rate: number) => {
    const cost = (at: readonly number[]) =>
      -logLikelihood(at, { counts, beyond: sorted.length - cut, top, rate, by });
    const { at } = minimise(cost, start, { tolerance: 1e-7 });
    return exp(at[0]! + exp(2 * at[1]!) / 2);
  };
  return Math.min(1, meanWith(sumsOf(calls, top), calls.rate) / meanWith([], 0));
}

interface Known {
  readonly counts: Float64Array;
  readonly beyond: number;
  readonly top: number;
  readonly rate: number;
  /** By how many calls less one: the chance that they take so many steps. */
  readonly by: readonly Float64Array[];
}

function logLikelihood(at: readonly number[], { counts, beyond, top, rate, by }: Known): number {
  const work = stepsOf((x) => normalCdf((log(x) - at[0]!) / exp(at[1]!)), top, BINS);
  const elapsed = new Float64Array(BINS);
  const expected = work.map((_, i) => (rate * (i + 0.5) * top) / BINS);
  let chances = work.map((chance, i) => chance * exp(-expected[i]!));
  elapsed.set(chances);
  by.forEach((steps, n) => {
    chances = chances.map((chance, i) => (chance * expected[i]!) / (n + 1));
    both(chances, steps).forEach((chance, i) => {
      elapsed[i]! += chance;
    });
  });
  let [sum, within] = [0, 0];
  for (let i = 0; i < BINS; i += 1) {
    within += elapsed[i]!;
    if (counts[i]! > 0) sum += counts[i]! * log(Math.max(elapsed[i]!, 1e-300));
  }
  return sum + beyond * log1p(-Math.min(within, 1 - 1e-12));
}

/** Chances that one, two, … calls together take so many steps of `top ∕ BINS`. */
function sumsOf({ mean, sd }: Pick<Interruptions, "mean" | "sd">, top: number): readonly Float64Array[] {
  const [location, logSd] = lognormalOf(mean, sd);
  const one = stepsOf((x) => normalCdf((log(x) - location) / exp(logSd)), top, BINS);
  const sums = [one];
  while (sums.length < MOST) sums.push(both(sums.at(-1)!, one));
  return sums;
}

/** Chances of the sum of two times: what lies in steps i and j is, together, as likely in i + j as in the next. */
function both(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(BINS + 1);
  for (let i = 0; i < BINS; i += 1) {
    if (a[i] === 0) continue;
    for (let j = 0; i + j < BINS; j += 1) {
      const half = (a[i]! * b[j]!) / 2;
      sum[i + j]! += half;
      sum[i + j + 1]! += half;
    }
  }
  return sum.subarray(0, BINS);
}

/** What a law has between steps. */
function stepsOf(cumulative: (x: number) => number, top: number, steps: number): Float64Array {
  let before = 0;
  return Float64Array.from({ length: steps }, (_, i) => {
    const now = cumulative(((i + 1) * top) / steps);
    const within = now - before;
    before = now;
    return within;
  });
}

/** Location and log of the scale of the lognormal law with this mean and standard deviation. */
function lognormalOf(mean: number, sd: number): readonly [number, number] {
  const variance = log1p((sd / mean) * (sd / mean));
  return [log(mean) - variance / 2, log(variance) / 2];
}

function moments(values: Float64Array): { readonly mean: number; readonly sd: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return { mean, sd: Math.max(Math.sqrt(squares / values.length), mean * 0.05) };
}
