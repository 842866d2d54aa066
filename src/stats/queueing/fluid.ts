import { checkPieces, type PiecewiseRate, rateAt } from "./piecewise-rate.ts";

/** What a stretch of a fluid queue looks like. */
export interface FluidBacklog {
  /** Time average of the backlog, in the unit of the inflow × min. */
  readonly mean: number;
  readonly most: number;
  /** Backlog at the end of the stretch. */
  readonly final: number;
  /** Mean delay of what flows in: backlog over inflow [min]; NaN without inflow. Little's law. */
  readonly meanDelay: number;
}

/**
 * The backlog that is left when chance is taken out: work flows in at its mean rate and drains at capacity.
 *
 * Inflow and capacity in the same unit per minute (messages, or minutes of work), from time `from` to `to` [min],
 * beginning with the backlog `initial`. As long as the people can work on anything that waits, no
 * random queue with these rates has a smaller mean backlog (Jensen's inequality on the queue's reflection), so
 * this is the part of waiting that opening hours alone explain. Throws RangeError on negative rates or an
 * empty stretch. Newell, Applications of Queueing Theory, ch. 2.
 */
export function fluidBacklog(
  inflow: PiecewiseRate,
  capacity: PiecewiseRate,
  from: number,
  to: number,
  initial = 0,
): FluidBacklog {
  checkPieces(inflow);
  checkPieces(capacity);
  if (!Number.isFinite(from) || !(from < to && to < Infinity)) {
    throw new RangeError(`a stretch needs a finite start before its end, got ${from} to ${to}`);
  }
  if (!(initial >= 0 && initial < Infinity)) {
    throw new RangeError(`the first backlog must be finite and not negative, got ${initial}`);
  }
  let backlog = initial;
  let most = initial;
  let area = 0;
  let arrived = 0;
  for (let now = from; now < to; ) {
    const into = rateAt(inflow, now);
    const out = rateAt(capacity, now);
    const length = Math.min(into.until, out.until, to) - now;
    const slope = into.rate - out.rate;
    // While it drains it may run dry before the rates change; after that it stays dry.
    const busy = slope < 0 ? Math.min(length, backlog / -slope) : length;
    const after = busy < length ? 0 : Math.max(0, backlog + slope * busy);
    area += ((backlog + after) / 2) * busy;
    arrived += into.rate * length;
    backlog = after;
    most = Math.max(most, backlog);
    now += length;
  }
  return {
    mean: area / (to - from),
    most,
    final: backlog,
    meanDelay: arrived > 0 ? area / arrived : Number.NaN,
  };
}
