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
import { type WeightedTimes, weighted } from "./delays.ts";

const HALF_LOG_2PI = 0.9189385332046728;

/** Laws of a delay that a scenario can hold and that a likelihood can choose from. */
export type DelayFamilyName = "exponential" | "lognormal" | "gamma" | "weibull";

/** All that most laws have to know of times, and a thinned copy for those that have to know more. */
export interface TimeSums {
  readonly count: number;
  readonly sum: number;
  readonly sumOfLogs: number;
  readonly sumOfSquaredLogs: number;
  readonly logs: WeightedTimes;
}

/** A law of positive times with parameters that may take any value, so that a search needs no walls. */
export interface DelayFamily {
  readonly name: DelayFamilyName;
  readonly parameters: number;
  /** Parameters with this mean and standard deviation, or near it: where a search begins. */
  start(mean: number, sd: number): readonly number[];
  /** Sum of the log-densities of times, all > 0. */
  logLikelihood(times: TimeSums, at: readonly number[]): number;
  /** P(X > x). */
  survival(x: number, at: readonly number[]): number;
  mean(at: readonly number[]): number;
  sd(at: readonly number[]): number;
}

const exponential: DelayFamily = {
  name: "exponential",
  parameters: 1,
  start: (mean) => [log(mean)],
  logLikelihood: ({ count, sum }, at) => -count * at[0]! - sum / exp(at[0]!),
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
  logLikelihood({ count, sumOfLogs, sumOfSquaredLogs }, at) {
    const squares = sumOfSquaredLogs - 2 * at[0]! * sumOfLogs + count * at[0]! * at[0]!;
    return -sumOfLogs - count * (at[1]! + HALF_LOG_2PI) - squares / (2 * exp(2 * at[1]!));
  },
  survival: (x, at) => normalCdf(-(log(x) - at[0]!) / exp(at[1]!)),
  mean: (at) => exp(at[0]! + exp(2 * at[1]!) / 2),
  sd: (at) => exp(at[0]! + exp(2 * at[1]!) / 2) * Math.sqrt(exp(exp(2 * at[1]!)) - 1),
};

const gamma: DelayFamily = {
  name: "gamma",
  parameters: 2,
  start: (mean, sd) => [log(mean), 2 * log(mean / sd)],
  logLikelihood({ count, sum, sumOfLogs }, at) {
    const shape = exp(at[1]!);
    const logScale = at[0]! - at[1]!;
    return (shape - 1) * sumOfLogs - sum / exp(logScale) - count * (shape * logScale + logGamma(shape));
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
  logLikelihood({ count, sumOfLogs, logs }, at) {
    const shape = exp(at[1]!);
    let powers = 0;
    for (const each of logs.at) powers += exp(shape * (each - at[0]!));
    return count * at[1]! + shape * (sumOfLogs - count * at[0]!) - sumOfLogs - logs.weight * powers;
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

/** Of times > 0. */
export function timeSums(times: Float64Array): TimeSums {
  const logs = times.map(log);
  let [sum, sumOfLogs, sumOfSquaredLogs] = [0, 0, 0];
  for (let i = 0; i < times.length; i += 1) {
    sum += times[i]!;
    sumOfLogs += logs[i]!;
    sumOfSquaredLogs += logs[i]! * logs[i]!;
  }
  return { count: times.length, sum, sumOfLogs, sumOfSquaredLogs, logs: weighted(logs, 1000) };
}
