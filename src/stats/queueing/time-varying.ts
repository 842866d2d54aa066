import { checkPieces, type PiecewiseRate } from "./piecewise-rate.ts";

/** A handling time, as far as an infinite-server queue needs it; every distribution of `random` is one. */
export interface ServiceTime {
  /** P(S ≤ x), and E[S; S ≤ x] [min]: what lies up to and at x ≥ 0 [min]. */
  momentsUpTo(x: number): readonly [mass: number, first: number, ...further: number[]];
}

/**
 * Mean number in service at time t of M(t)/G/∞ whose arrival rate changes; the number itself is Poisson.
 *
 * m(t) = ∫ λ(t − u) P(S > u) du over u > 0, exact for each piece. With `period` the queue has run for ever, without
 * it the queue is empty until the first piece. Throws RangeError on rates that are negative, starts out of
 * order, or a handling time so long that 100,000 periods do not settle it. Eick, Massey & Whitt, "The physics
 * of the M_t/G/∞ queue" (1993), Theorem 1.
 */
export function timeVaryingInfiniteServerMean(rate: PiecewiseRate, service: ServiceTime, t: number): number {
  checkPieces(rate);
  if (!Number.isFinite(t)) throw new RangeError(`t must be finite, got ${t}`);
  const { period } = rate;
  if (period === undefined) return overPieces(rate, service, t, Infinity);
  const phase = t - Math.floor(t / period) * period;
  let mean = overPieces(rate, service, phase, period);
  for (let back = 1; back <= 100_000; back++) {
    const further = overPieces(rate, service, phase + back * period, period);
    mean += further;
    if (further <= 1e-14 * mean) return mean;
  }
  throw new RangeError("the handling time is too long for its arrival rate to repeat: give a longer period");
}

/** What the arrivals of the pieces within [0, end) contribute at time t. */
function overPieces({ starts, rates }: PiecewiseRate, service: ServiceTime, t: number, end: number): number {
  let mean = 0;
  for (let i = 0; i < starts.length && starts[i]! < t; i++) {
    if (rates[i] === 0) continue;
    const youngest = Math.max(0, t - (starts[i + 1] ?? end));
    mean += rates[i]! * (spentBy(service, t - starts[i]!) - spentBy(service, youngest));
  }
  return mean;
}

/** E[min(S, age)], the integral of P(S > u) up to `age`. */
function spentBy(service: ServiceTime, age: number): number {
  const [mass, first] = service.momentsUpTo(age);
  return first + age * (1 - mass);
}
