import { isEquivalent } from "../stats/index.ts";
import type { Caution } from "./analysis.ts";
import type { ComparisonRow } from "./comparison.ts";
import { namesText } from "./comparison-cautions.ts";
import type { PairedRow } from "./pair-alternative.ts";
import { sureSkewness } from "./sure-skewness.ts";

/** Skewness over √n from which on an interval by Student's t is missed noticeably more often than it says: src/stats/README.md. */
const NOTICEABLE = 0.15;

/**
 * Of differences that decide: that they are skew from world to world, where a conclusion from an interval made for normal ones would
 * not stand if it were twice as wide.
 */
export function skewCautions(
  names: readonly string[],
  paired: readonly (readonly PairedRow[])[],
  rows: readonly (readonly ComparisonRow[])[],
): readonly Caution[] {
  const [first = []] = rows;
  return first.flatMap(({ label }, place) => {
    const skew = names.filter((_, i) => {
      const deviations = paired[i]![place]!.paired?.deviations;
      return deviations !== undefined && isSkew(deviations) && !isSafe(rows[i]![place]!);
    });
    if (skew.length === 0) return [];
    const message = `${namesText(skew)}: ${label} differs by much in a few worlds and by little in most, so that its interval may be missed more often than stated: more worlds would tell`;
    return [{ code: "skew-differences", message }];
  });
}

function isSkew(deviations: Float64Array): boolean {
  return Math.abs(sureSkewness(deviations)) > NOTICEABLE * Math.sqrt(deviations.length);
}

/** Whether nothing was concluded, or the same would be from an interval twice as wide. */
function isSafe({ difference, joint, conclusion, smallestDifference }: ComparisonRow): boolean {
  if (joint === undefined || conclusion === "unclear" || conclusion === "same") return true;
  const low = 2 * joint.low - difference;
  const high = 2 * joint.high - difference;
  if (conclusion === "alike") return isEquivalent({ low, high }, smallestDifference!);
  return low > 0 || high < 0;
}
