import { gammaQuantile, keyedUniform, log, normalCdf, normalQuantile } from "../../random/index.ts";
import type { Demand } from "../clinic.ts";
import { PURPOSE, worldKey } from "./purpose.ts";

/** Below 1 by one bit: no date is infinitely busy. */
const ALMOST_ONE = 1 - 1.1102230246251565e-16;
const NEGLIGIBLE = 1e-8;
const LONGEST_MEMORY = 3650;

/**
 * How busy each of `days` dates is for everybody: gamma with mean 1, one factor per date. `firstDate` counts days from 1970.
 *
 * The normal score of a date is a moving average of independent scores of the dates up to it, weighted `carryOver`^age and
 * scaled to variance 1: an autoregression of that correlation, seen from a date rather than from the start of the run, so
 * that neither the start nor the length of a run moves it. Weights below 1e-8 are left out.
 */
export function drawDayFactors(
  { cv, carryOver }: Demand["dayFactor"],
  firstDate: number,
  days: number,
  seed: number,
  replication: number,
): Float64Array {
  const factors = new Float64Array(days).fill(1);
  if (cv === 0) return factors;
  const key = worldKey(seed, replication, ["day factor"]);
  const memory = memoryOf(carryOver);
  const scores = new Float64Array(days + memory);
  for (let i = 0; i < scores.length; i += 1) {
    scores[i] = normalQuantile(keyedUniform(key, PURPOSE.dayFactor, firstDate - memory + i));
  }
  const shape = 1 / (cv * cv);
  for (let day = 0; day < days; day += 1) {
    let weight = 1;
    let sum = 0;
    let variance = 0;
    for (let age = 0; age <= memory; age += 1) {
      sum += weight * scores[day + memory - age]!;
      variance += weight * weight;
      weight *= carryOver;
    }
    const u = Math.min(ALMOST_ONE, normalCdf(sum / Math.sqrt(variance)));
    factors[day] = gammaQuantile(u, shape, 1 / shape);
  }
  return factors;
}

function memoryOf(carryOver: number): number {
  if (carryOver === 0) return 0;
  return Math.min(LONGEST_MEMORY, Math.ceil(log(NEGLIGIBLE) / log(Math.abs(carryOver))));
}
