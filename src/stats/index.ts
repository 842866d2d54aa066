/**
 * stats/: what observations add up to, and how sure one may be.
 *
 * Two accumulators that are never confused (`Tally` for things that happen, `TimeWeighted` for levels that
 * last), quantiles that take +Infinity for what was never answered, intervals named by their estimand
 * (README.md says which gets which), and the queueing theory the engine is held against.
 *
 *     observations ─▶ Tally · TimeWeighted ─▶ one number per replication ─▶ Interval
 *
 * Never knows: clinics, scenarios, where numbers come from or how they are printed. Takes from random/ only its
 * bit-exact functions. Nothing here accepts NaN as a number, and nothing has a unit of its own except time, in minutes.
 */
export { betaQuantile, regularizedBeta } from "./beta.ts";
export { bootstrapInterval } from "./bootstrap-interval.ts";
export { bootstrapRows, type Ends, type RowBootstrapOptions } from "./bootstrap-rows.ts";
export { type CountedShare, designEffect, effectiveShareEnds } from "./design-effect.ts";
export { type EnergyDistance, energyAmong } from "./energy-distance.ts";
export { isEquivalent } from "./equivalence.ts";
export type { Interval, IntervalMethod } from "./interval.ts";
export { type JointOptions, jointConfidence } from "./joint-confidence.ts";
export { KnSelection, type SelectionRule } from "./kn-selection.ts";
export { meanInterval } from "./mean-interval.ts";
export { medianInterval } from "./median-interval.ts";
export { type Mser, mser } from "./mser.ts";
export { type NestedInterval, nestedInterval } from "./nested-interval.ts";
export type { PairedDifference } from "./paired-difference.ts";
export { pairedMean } from "./paired-mean.ts";
export { type PairedBootstrapOptions, pairedQuantile } from "./paired-quantile.ts";
export { pairedRatio, type RatioTerms } from "./paired-ratio.ts";
export { Pool } from "./pool.ts";
export { type BootstrapOptions, pooledQuantileInterval } from "./pooled-quantile-interval.ts";
export { proportionInterval } from "./proportion-interval.ts";
export { quantile, sorted } from "./quantile.ts";
export * from "./queueing/index.ts";
export { ratioInterval } from "./ratio-interval.ts";
export { replicationsNeeded } from "./replications-needed.ts";
export { skewness } from "./skewness.ts";
export { studentTCdf, studentTQuantile } from "./student-t.ts";
export { Tally, type TallyState } from "./tally.ts";
export { TimeWeighted } from "./time-weighted.ts";
export { TimeWeightedSeries } from "./time-weighted-series.ts";
export { type Group, type VarianceComponents, varianceComponents } from "./variance-components.ts";
export { countWins, type Wins } from "./wins.ts";
