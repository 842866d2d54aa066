/**
 * Randomness: named streams, keys, distributions, and the elementary functions they rest on, the same bits on every
 * platform. It must never know what is simulated, and never reads a clock or an ambient generator.
 *
 *   (seed, replication, name) ─▶ stream ─▶ uniform numbers in order
 *                             └▶ key ─▶ derived keys ─▶ uniform numbers by (purpose, ordinal), in any order
 *   uniform number ─▶ distribution.quantile ─▶ variate
 */
export { createDistribution, distributionDefinitions } from "./distributions/create-distribution.ts";
export type {
  Distribution,
  DistributionDefinition,
  ParameterDefinition,
  ParameterKind,
  PartialMoments,
} from "./distributions/distribution.ts";
export type * from "./distributions/distribution-spec.ts";
export { poissonQuantile } from "./distributions/poisson.ts";
export { deriveKey, deriveKeyInto, type Key64, keyedUniform, keyedUniformAt } from "./key.ts";
export { exp } from "./math/exp.ts";
export { expm1 } from "./math/expm1.ts";
export { log } from "./math/log.ts";
export { log1p } from "./math/log1p.ts";
export { pow } from "./math/pow.ts";
export { gammaQuantile } from "./special/gamma-quantile.ts";
export { logGamma } from "./special/log-gamma.ts";
export { normalCdf, normalQuantile } from "./special/normal.ts";
export { regularizedGammaP, regularizedGammaQ } from "./special/regularized-gamma.ts";
export { createStream, type Stream, streamKey } from "./stream.ts";
export { threefry2x32 } from "./threefry.ts";
