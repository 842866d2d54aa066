import type { JsonValue } from "../../scenario/index.ts";
import type { DesignColumn } from "../designs/factor.ts";
import { type Box, type Limit, type Restriction, restrictionsOf } from "./box.ts";
import type { DiscoveryFactor } from "./discovery-table.ts";

/** One condition of a rule, as it is said. */
export interface RuleCondition extends DesignColumn {
  readonly operator: ">" | ">=" | "<" | "<=" | "=" | "one of";
  /** Of `one of`: a list of them. */
  readonly value: JsonValue;
  /** Whence it comes. */
  readonly restrictions: readonly Restriction[];
}

/** A factor with no more values than this is told by them: nobody has tried what lies between. */
const FEW = 10;

/**
 * A box in words that can be said of a point that was not simulated: of a factor with many values the end lies between the last one inside and the
 * first one outside, at the shortest number there; of whole numbers, and of few values, it is the last one inside.
 */
export function ruleOf(box: Box, factors: readonly DiscoveryFactor[]): readonly RuleCondition[] {
  return box.flatMap((limit, i): RuleCondition[] => {
    if (limit === undefined) return [];
    const { path, unit, values, levels } = factors[i]!;
    const column = unit === undefined ? { path } : { path, unit };
    const restrictions = restrictionsOf(box).filter(({ factor }) => factor === i);
    if (limit.levels !== undefined) {
      const left = levels!.filter((_, level) => limit.levels!.has(level));
      return left.length === 1
        ? [{ ...column, operator: "=", value: left[0]!, restrictions }]
        : [{ ...column, operator: "one of", value: left, restrictions }];
    }
    const distinct = [...new Set(values)].sort((a, b) => a - b);
    const isTold = distinct.length <= FEW || distinct.every(Number.isInteger);
    const inside = distinct.filter((value) => value >= limit.from && value <= limit.to);
    if (isTold && inside.length === 1) {
      return [{ ...column, operator: "=", value: inside[0]!, restrictions }];
    }
    return restrictions.map((restriction) => ({
      ...column,
      ...endOf(limit, restriction.end === "from", distinct, isTold),
      restrictions: [restriction],
    }));
  });
}

function endOf(
  limit: Limit,
  isFrom: boolean,
  distinct: readonly number[],
  isTold: boolean,
): Pick<RuleCondition, "operator" | "value"> {
  if (isFrom) {
    if (isTold) return { operator: ">=", value: limit.from };
    const below = distinct.findLast((value) => value < limit.from)!;
    return { operator: ">", value: shortestBetween(below, limit.from) };
  }
  if (isTold) return { operator: "<=", value: limit.to };
  const above = distinct.find((value) => value > limit.to)!;
  return { operator: "<", value: shortestBetween(limit.to, above) };
}

/** The number with the fewest digits that lies between two others, near their middle. */
export function shortestBetween(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  for (let digits = 1; digits <= 17; digits++) {
    const short = Number(middle.toPrecision(digits));
    if (short > low && short < high) return short;
  }
  return middle;
}
