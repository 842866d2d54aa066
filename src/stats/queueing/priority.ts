import { checkRate, checkServers } from "./domain.ts";
import { erlangC } from "./erlang.ts";

/** One priority class: Poisson arrivals and independent handling times of any distribution. */
export interface PriorityClass {
  /** [1/min] */
  readonly arrivalRate: number;
  /** [min] */
  readonly meanService: number;
  /** [min²] */
  readonly serviceVariance: number;
}

/**
 * Mean waits in queue of a single server with non-pre-emptive priorities [min], most urgent class first.
 *
 * Arrival rates ≥ 0, mean service > 0, variance ≥ 0. A class whose cumulative load reaches 1 waits Infinity;
 * those above it keep finite waits, behind a server that the overloaded class keeps busy. Throws RangeError
 * outside. Cobham (1954), its correction (1955) and Phipps (1956) for overload; Gross et al., § 3.4.
 */
export function cobhamWaits(classes: readonly PriorityClass[]): number[] {
  let residual = 0;
  let load = 0;
  for (const { arrivalRate, meanService, serviceVariance } of classes) {
    check(arrivalRate, meanService, serviceVariance);
    const secondMoment = serviceVariance + meanService * meanService;
    const room = Math.max(0, 1 - load);
    residual += (Math.min(arrivalRate, room / meanService) * secondMoment) / 2;
    load += arrivalRate * meanService;
  }
  return behind(
    residual,
    classes.map((c) => c.arrivalRate * c.meanService),
  );
}

/**
 * Mean waits in queue of M/M/c with non-pre-emptive priorities and one service rate [min], most urgent class first.
 *
 * Arrival rates ≥ 0, serviceRate > 0 [1/min], servers ≥ 1 whole; Infinity for a class whose cumulative load
 * reaches `servers`. Throws RangeError outside. Cobham (1954); Kella & Yechiali (1985).
 */
export function cobhamWaitsManyServers(
  arrivalRates: readonly number[],
  serviceRate: number,
  servers: number,
): number[] {
  checkServers(servers, 1);
  checkRate("service rate", serviceRate, true);
  let total = 0;
  for (const rate of arrivalRates) {
    checkRate("arrival rate", rate);
    total += rate;
  }
  const capacity = servers * serviceRate;
  return behind(
    erlangC(servers, total / serviceRate) / capacity,
    arrivalRates.map((rate) => rate / capacity),
  );
}

/**
 * Mean times in system of a single server with pre-emptive-resume priorities [min], most urgent class first.
 *
 * Domain as `cobhamWaits`; handling and the interruptions of it included. Gross et al., § 3.4.2.
 */
export function preemptiveResumeTimes(classes: readonly PriorityClass[]): number[] {
  let residual = 0;
  let before = 0;
  return classes.map(({ arrivalRate, meanService, serviceVariance }) => {
    check(arrivalRate, meanService, serviceVariance);
    residual += (arrivalRate * (serviceVariance + meanService * meanService)) / 2;
    const through = before + arrivalRate * meanService;
    const time = through < 1 ? (meanService + residual / (1 - through)) / (1 - before) : Infinity;
    before = through;
    return time;
  });
}

function behind(residual: number, loads: readonly number[]): number[] {
  let before = 0;
  return loads.map((load) => {
    const through = before + load;
    const wait = through < 1 ? residual / ((1 - before) * (1 - through)) : Infinity;
    before = through;
    return wait;
  });
}

function check(arrivalRate: number, meanService: number, serviceVariance: number): void {
  checkRate("arrival rate", arrivalRate);
  checkRate("mean service", meanService, true);
  checkRate("service variance", serviceVariance);
}
