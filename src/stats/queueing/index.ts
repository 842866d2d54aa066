/**
 * Queueing theory in closed form: what the tests hold the engine against, and the report's sanity line.
 *
 * Rates are per minute, times in minutes, loads in erlangs. Stationary results are Infinity (or 1, for
 * probabilities of waiting) once the load reaches capacity. Never knows: a simulation.
 */
export { erlangB, erlangC, mmcWait, mmcWaitExceeds } from "./erlang.ts";
export { type ErlangA, erlangA } from "./erlang-a.ts";
export { type FluidBacklog, fluidBacklog } from "./fluid.ts";
export { fluidKept } from "./fluid-kept.ts";
export { mgInfinityAtLeast, mgInfinityMean } from "./infinite-server.ts";
export { mg1Wait } from "./mg1.ts";
export type { PiecewiseRate } from "./piecewise-rate.ts";
export {
  cobhamWaits,
  cobhamWaitsManyServers,
  type PriorityClass,
  preemptiveResumeTimes,
} from "./priority.ts";
export { type ServiceTime, timeVaryingInfiniteServerMean } from "./time-varying.ts";
