import type { HeadroomStep } from "./headroom.ts";

/** The growth in volume at which the first promise breaks, with an interval; Infinity: beyond what was tried. */
export interface CrossingVolume {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Where a risk goes above what is allowed, and where the upper and the lower ends of the risks' intervals do, all joined by straight lines between the
 * volumes tried: the growths at which an interval holds what is allowed are those that it cannot tell from the crossing. More messages do
 * not lower a risk, so that an upper end at some volume is one at every smaller volume too, and a lower end at every larger. `steps`: in order
 * of volume, one at least.
 */
export function crossingVolume(steps: readonly HeadroomStep[]): CrossingVolume {
  const highs = steps.map(({ risks }) => risks.map(({ high }) => (Number.isNaN(high) ? 1 : high)));
  const lows = steps.map(({ risks }) => risks.map(({ low }) => (Number.isNaN(low) ? 0 : low)));
  const least = highs.map((own, at) =>
    own.map((high, i) => Math.min(high, ...highs.slice(at).map((each) => each[i]!))),
  );
  const most = lows.map((own, at) =>
    own.map((low, i) => Math.max(low, ...lows.slice(0, at).map((each) => each[i]!))),
  );
  return {
    estimate: firstAbove(
      steps,
      steps.map(({ risks }) => risks.map(({ estimate }) => estimate)),
    ),
    low: firstAbove(steps, least),
    high: firstAbove(steps, most),
  };
}

/** `values`: by step and promise. */
function firstAbove(steps: readonly HeadroomStep[], values: readonly (readonly number[])[]): number {
  const excess = steps.map(({ risks }, at) => risks.map(({ allowed }, i) => values[at]![i]! - allowed));
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
