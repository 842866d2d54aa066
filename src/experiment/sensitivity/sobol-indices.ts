import { bootstrapRows, type Ends, type RowBootstrapOptions } from "../../stats/index.ts";
import { covariance, mean, productOfMeans, squareOfMean, weightedMean } from "./replicate-products.ts";

/** A number with its interval. */
export interface Measured extends Ends {
  readonly estimate: number;
}

export interface SobolIndices {
  /** By input: the share of the variance that would go if that input alone were known. */
  readonly first: readonly Measured[];
  /** By input: the share that would stay if all inputs but that one were known. */
  readonly total: readonly Measured[];
  /** Variance of the expected response over the inputs; NaN indices where it cannot be told from none. */
  readonly variance: Measured;
  /** Variance of one replication about its expectation, in the mean over the inputs. */
  readonly seedVariance: Measured;
  /** What part of the variance of a replication comes from its seed alone. */
  readonly seedShare: Measured;
}

/** What a row of the design says of each term, as lists by row. */
interface Terms {
  readonly middle: Float64Array;
  readonly middleNoise: Float64Array;
  readonly square: Float64Array;
  readonly seed: Float64Array;
  readonly second: Float64Array;
  readonly inputs: readonly {
    readonly step: Float64Array;
    readonly product: Float64Array;
    readonly noise: Float64Array;
    readonly total: Float64Array;
  }[];
}

/**
 * First and total Sobol' indices of the expected response. `values` are those of `sobolDesign`: row after row the points A, B and, for each
 * input, A with that input from B; of each point its m ≥ 2 replications, in the same worlds in all points of a row, in others in each row.
 *
 * First: Saltelli et al. 2010, Comput. Phys. Commun. 181, 259, eq. (b) of table 2; total: Jansen 1999, their eq. (f). Each square and product of
 * expectations is made of different replications alone, so that noise of any size and shape adds nothing to them in the mean, and what
 * the points of a row have in common cancels. Intervals: bootstrap over rows.
 */
export function sobolIndices(
  values: readonly ArrayLike<number>[],
  inputs: number,
  options: RowBootstrapOptions,
): SobolIndices {
  const rows = values.length / (inputs + 2);
  const terms = termsOf(values, inputs, rows);
  const statistics = (weights: ArrayLike<number>) => statisticsOf(terms, weights, rows);
  const estimates = statistics(new Int32Array(rows).fill(1));
  const ends = bootstrapRows(rows, statistics, options);
  const [variance, seedVariance, seedShare, ...indices] = estimates.map(
    (estimate, i): Measured => ({ estimate, ...ends[i]! }),
  );
  return {
    first: indices.slice(0, inputs),
    total: indices.slice(inputs),
    variance: variance!,
    seedVariance: seedVariance!,
    seedShare: seedShare!,
  };
}

function termsOf(values: readonly ArrayLike<number>[], inputs: number, rows: number): Terms {
  const stride = inputs + 2;
  // Products about the middle are less spread out.
  let centre = 0;
  for (let r = 0; r < rows; r++)
    centre += (mean(values[r * stride]!) + mean(values[r * stride + 1]!)) / (2 * rows);
  const list = () => new Float64Array(rows);
  const terms = {
    middle: list(),
    middleNoise: list(),
    square: list(),
    seed: list(),
    second: list(),
    inputs: Array.from({ length: inputs }, () => ({
      step: list(),
      product: list(),
      noise: list(),
      total: list(),
    })),
  };
  for (let r = 0; r < rows; r++) {
    const centred = (point: number) =>
      Float64Array.from(values[r * stride + point]!, (value) => value - centre);
    const [a, b] = [centred(0), centred(1)];
    const m = a.length;
    const middle = a.map((value, j) => (value + b[j]!) / 2);
    terms.middle[r] = mean(middle);
    terms.middleNoise[r] = covariance(middle, middle) / m;
    terms.square[r] = (squareOfMean(a) + squareOfMean(b)) / 2;
    terms.seed[r] = (covariance(a, a) + covariance(b, b)) / 2;
    terms.second[r] = mean(b);
    for (const [i, own] of terms.inputs.entries()) {
      const step = centred(2 + i).map((value, j) => value - a[j]!);
      own.step[r] = mean(step);
      own.product[r] = productOfMeans(b, step);
      own.noise[r] = covariance(b, step) / m;
      own.total[r] = squareOfMean(step) / 2;
    }
  }
  return terms;
}

function statisticsOf(terms: Terms, weights: ArrayLike<number>, rows: number): readonly number[] {
  const of = (list: Float64Array) => weightedMean(list, weights);
  // The noise of a mean of all rows, in its square, is that of a row over their number.
  const middle = of(terms.middle);
  const variance = of(terms.square) - middle * middle + of(terms.middleNoise) / rows;
  const seed = of(terms.seed);
  const second = of(terms.second);
  const whole = variance > 0 ? variance : Number.NaN;
  const first = terms.inputs.map(
    ({ step, product, noise }) => (of(product) - second * of(step) + of(noise) / rows) / whole,
  );
  const total = terms.inputs.map((own) => of(own.total) / whole);
  return [variance, seed, seed / (Math.max(0, variance) + seed), ...first, ...total];
}
