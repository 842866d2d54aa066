import { normalQuantile } from "../../random/index.ts";
import { Tally } from "../../stats/index.ts";
import type { Observation } from "./observation.ts";
import { centreOf, chanceOf, type Standard, surplus } from "./standard.ts";

/**
 * Replications that the same answer would take if every plan got as many: one stage, each plan's standards tested at the middle of their tolerance zones,
 * the error of a plan that breaks a promise shared over all plans (any of them might be the one that is wrongly accepted), that of a
 * good plan over its standards. The spread is that of one plan, `observed`, which must have two replications or more. It is generous to equal allocation: with the largest spread of
 * all plans, which it would need to know before, it would take more.
 */
export function equalAllocation(
  plans: number,
  standards: readonly Standard[],
  observed: readonly Observation[],
  confidence: number,
): number {
  const risk = (1 - confidence) / 2;
  const accept = normalQuantile(1 - risk / plans);
  const reject = normalQuantile(1 - risk / Math.max(1, standards.length));
  let each = 2;
  for (const standard of standards) {
    const centre = centreOf(standard);
    const spread = new Tally();
    const units = new Tally();
    for (const one of observed) {
      const value = surplus(standard, one, centre);
      if (Number.isFinite(value)) spread.add(value);
      units.add(one[2 * standard.measure + 1]!);
    }
    const variance = Math.max(spread.variance, units.mean * chanceOf(standard));
    const zone = standard.tolerance * units.mean;
    const needed = ((accept + reject) * (accept + reject) * variance) / (zone * zone);
    if (Number.isFinite(needed)) each = Math.max(each, Math.ceil(needed));
  }
  return each * plans;
}
