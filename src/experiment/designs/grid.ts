import { DESIGN_LIMITS, type Design } from "./design.ts";
import { designFault } from "./design-fault.ts";
import { columnsOf, type Factor, plainFactors } from "./factor.ts";

/** Every combination of the factors' levels; the last factor changes from point to point, the first most slowly. Throws InputError. */
export function gridDesign(factors: readonly Factor[]): Design {
  const levels = factors.map((factor) => {
    if ("levels" in factor) return factor.levels;
    const hint = `give it a step, as in ${factor.written}:1, or sample it with --lhs or --sobol`;
    throw designFault("bad-vary", `--vary ${factor.path}`, `${factor.written} has no step`, hint);
  });
  const size = levels.reduce((product, list) => product * list.length, 1);
  if (size > DESIGN_LIMITS.points) {
    const sizes = levels.map((list) => list.length).join(" × ");
    const hint = "take fewer levels, or sample them with --lhs or --sobol";
    throw designFault(
      "too-many-points",
      "--vary",
      `${sizes} points are more than ${DESIGN_LIMITS.points}`,
      hint,
    );
  }
  return {
    columns: columnsOf(factors),
    size,
    method: { type: "grid" },
    made: { factors: plainFactors(factors) },
    levels: (point) => {
      let rest = point - 1;
      return levels
        .toReversed()
        .map((list) => {
          const level = list[rest % list.length]!;
          rest = Math.floor(rest / list.length);
          return level;
        })
        .toReversed();
    },
  };
}
