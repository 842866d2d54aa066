import type { HeadroomStep } from "./headroom.ts";

/** The growth in volume at which the first promise breaks, with an interval; Infinity: beyond what was tried. */
export interface CrossingVolume {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Where a risk goes above what is allowed, and where the upper and the lower ends of the risks' intervals do, all joined by straight lines between the
 * volumes tried: the growths at which an interval holds what is allowed are those that it cannot tell from the crossing. `steps`: in order
 * of volume, one at least.
 */
export function crossingVolume(steps: readonly HeadroomStep[]): CrossingVolume {
  return {
    estimate: firstAbove(steps, ({ estimate }) => estimate),
    low: firstAbove(steps, ({ high }) => (Number.isNaN(high) ? 1 : high)),
    high: firstAbove(steps, ({ low }) => (Number.isNaN(low) ? 0 : low)),
  };
}

type Risk = HeadroomStep["risks"][number];

function firstAbove(steps: readonly HeadroomStep[], of: (risk: Risk) => number): number {
  const excess = steps.map(({ risks }) => risks.map((risk) => of(risk) - risk.allowed));
  const at = excess.findIndex((each) => each.some((above) => above > 0));
  if (at === -1) return Infinity;
  const to = steps[at]!.factor - 1;
  if (at === 0) return to;
  const from = steps[at - 1]!.factor - 1;
  const parts = excess[at]!.map((above, i) => {
    const before = excess[at - 1]![i]!;
    return above > 0 ? before / (before - above) : 1;
  });
  return from + Math.min(...parts) * (to - from);
}
