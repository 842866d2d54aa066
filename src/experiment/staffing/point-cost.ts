import { studentTQuantile, Tally } from "../../stats/index.ts";
import type { Told } from "./answer.ts";
import { objectiveDifference } from "./dearer.ts";
import { type Observation, ratioOf } from "./observation.ts";

const CONFIDENCE = 0.95;

/**
 * What a percentage point of a share costs by a step from one plan to another: the difference in cost over that in the share, with the
 * jackknife's interval over worlds. Undefined unless the share surely changes, in the direction of the cost: over a difference that may be
 * nothing, a ratio says nothing.
 */
export function pointCost(
  to: readonly Observation[],
  from: readonly Observation[],
  { cost, share }: { readonly cost: number; readonly share: number },
): Told | undefined {
  const n = Math.min(to.length, from.length);
  const shares = objectiveDifference(to, from, share, CONFIDENCE);
  const costs = objectiveDifference(to, from, cost, CONFIDENCE);
  const isSure = shares.low > 0 || shares.high < 0;
  if (n < 3 || !isSure || shares.estimate * costs.estimate <= 0) return undefined;
  const perPoint = (a: readonly Observation[], b: readonly Observation[]) =>
    (ratioOf(a, cost) - ratioOf(b, cost)) / (100 * (ratioOf(a, share) - ratioOf(b, share)));
  const without = (list: readonly Observation[], i: number) => list.filter((_, at) => at !== i);
  const estimate = perPoint(to, from);
  const leftOut = new Tally();
  for (let i = 0; i < n; i++) leftOut.add(perPoint(without(to, i), without(from, i)));
  const half = ((n - 1) / Math.sqrt(n)) * leftOut.sd * studentTQuantile((1 + CONFIDENCE) / 2, n - 1);
  return Number.isFinite(half) ? { estimate, low: estimate - half, high: estimate + half } : undefined;
}
