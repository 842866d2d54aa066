import { createStream } from "../random/index.ts";
import { jointConfidence } from "../stats/index.ts";
import type { ComparisonRow } from "./comparison.ts";
import { conclude } from "./conclude.ts";
import type { PairedRow } from "./pair-alternative.ts";

/**
 * All alternatives' rows with joint intervals for the primary ones, which together cover at `confidence`; and the confidence that takes of each.
 * Differences of which the deviations are not known (quantiles without end) get Bonferroni's share of the error, the others the rest.
 */
export function joinRows(
  alternatives: readonly (readonly PairedRow[])[],
  { seed, confidence }: { readonly seed: number; readonly confidence: number },
): { readonly rows: readonly (readonly ComparisonRow[])[]; readonly jointConfidence: number } {
  const pairs = alternatives.flat().flatMap(({ paired }) => (paired === undefined ? [] : [paired]));
  const known = pairs.flatMap(({ deviations }) => (deviations === undefined ? [] : [deviations]));
  const varied = known.filter((deviations) => deviations.some((each) => each !== 0)).length;
  const unknown = pairs.length - known.length;
  const error = (1 - confidence) / Math.max(1, varied + unknown);
  const joint = jointConfidence(known, {
    confidence: 1 - error * Math.max(1, varied),
    stream: createStream(seed, 0, "joint signs"),
  });
  const rows = alternatives.map((own) =>
    own.map(({ row, paired }): ComparisonRow => {
      if (paired === undefined) return row;
      const ownConfidence = paired.deviations === undefined ? 1 - error : joint;
      const { low, high } = paired.at(ownConfidence);
      const { more: _, ...rest } = row;
      return {
        ...rest,
        joint: { low, high },
        ...conclude({
          paired,
          better: row.better,
          unequal: row.wins + row.losses,
          confidence: ownConfidence,
          equivalenceConfidence: ownConfidence,
          ...(row.smallestDifference === undefined ? {} : { smallestDifference: row.smallestDifference }),
        }),
      };
    }),
  );
  return { rows, jointConfidence: joint };
}
