import {
  createDistribution,
  exp,
  log,
  log1p,
  logGamma,
  normalCdf,
  pow,
  regularizedGammaQ,
} from "../../random/index.ts";

const HALF_LOG_2PI = 0.9189385332046728;

/** Laws of a delay that a scenario can hold and that a likelihood can choose from. */
export type DelayFamilyName = "exponential" | "lognormal" | "gamma" | "weibull";

/** A law of positive times with parameters that may take any value, so that a search needs no walls. */
export interface DelayFamily {
  readonly name: DelayFamilyName;
  readonly parameters: number;
  /** Parameters with this mean and standard deviation, or near it: where a search begins. */
  start(mean: number, sd: number): readonly number[];
  /** Of x > 0. */
  logDensity(x: number, at: readonly number[]): number;
  /** P(X > x). */
  survival(x: number, at: readonly number[]): number;
  mean(at: readonly number[]): number;
  sd(at: readonly number[]): number;
}

const exponential: DelayFamily = {
  name: "exponential",
  parameters: 1,
  start: (mean) => [log(mean)],
  logDensity: (x, at) => -at[0]! - x / exp(at[0]!),
  survival: (x, at) => exp(-x / exp(at[0]!)),
  mean: (at) => exp(at[0]!),
  sd: (at) => exp(at[0]!),
};

const lognormal: DelayFamily = {
  name: "lognormal",
  parameters: 2,
  start(mean, sd) {
    const variance = log1p((sd / mean) * (sd / mean));
    return [log(mean) - variance / 2, log(variance) / 2];
  },
  logDensity(x, at) {
    const logX = log(x);
    const z = (logX - at[0]!) / exp(at[1]!);
    return -logX - at[1]! - HALF_LOG_2PI - (z * z) / 2;
  },
  survival: (x, at) => normalCdf(-(log(x) - at[0]!) / exp(at[1]!)),
  mean: (at) => exp(at[0]! + exp(2 * at[1]!) / 2),
  sd: (at) => exp(at[0]! + exp(2 * at[1]!) / 2) * Math.sqrt(exp(exp(2 * at[1]!)) - 1),
};

const gamma: DelayFamily = {
  name: "gamma",
  parameters: 2,
  start: (mean, sd) => [log(mean), 2 * log(mean / sd)],
  logDensity(x, at) {
    const shape = exp(at[1]!);
    const scale = exp(at[0]! - at[1]!);
    return (shape - 1) * log(x) - x / scale - shape * log(scale) - logGamma(shape);
  },
  survival: (x, at) => regularizedGammaQ(exp(at[1]!), x / exp(at[0]! - at[1]!)),
  mean: (at) => exp(at[0]!),
  sd: (at) => exp(at[0]! - at[1]! / 2),
};

const weibull: DelayFamily = {
  name: "weibull",
  parameters: 2,
  start(mean, sd) {
    // Justus et al. (1978): shape ≈ (sd / mean)^−1.086.
    const shape = pow(sd / mean, -1.086);
    return [log(mean) - logGamma(1 + 1 / shape), log(shape)];
  },
  logDensity(x, at) {
    const shape = exp(at[1]!);
    const z = log(x) - at[0]!;
    return at[1]! + shape * z - log(x) - exp(shape * z);
  },
  survival: (x, at) => exp(-exp(exp(at[1]!) * (log(x) - at[0]!))),
  mean: (at) => exp(at[0]! + logGamma(1 + exp(-at[1]!))),
  sd(at) {
    const [first, second] = [logGamma(1 + exp(-at[1]!)), logGamma(1 + 2 * exp(-at[1]!))];
    return exp(at[0]! + first) * Math.sqrt(Math.max(0, exp(second - 2 * first) - 1));
  },
};

/** In the order in which equal fits are preferred: the fewest parameters first. */
export const DELAY_FAMILIES: readonly DelayFamily[] = [exponential, lognormal, gamma, weibull];

/** Whether a scenario takes a law with this mean and standard deviation [min]. */
export function isWritable(name: DelayFamilyName, mean: number, sd: number): boolean {
  try {
    createDistribution(name === "exponential" ? { type: name, mean } : { type: name, mean, sd });
    return true;
  } catch {
    return false;
  }
}
