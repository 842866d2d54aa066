import type { ResponseDefinition } from "../model/index.ts";
import type { Difference } from "../scenario/index.ts";
import { countWins, type PairedDifference } from "../stats/index.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import type { CommonResponse } from "./common-responses.ts";
import type { ComparisonRow, Estimate } from "./comparison.ts";
import { conclude } from "./conclude.ts";
import { pairResponse, type Side } from "./pair-response.ts";

/** An alternative or the base, with what its results say by themselves. */
export interface AnalysedSide extends Side {
  readonly analysis: Analysis;
}

export interface PairingTerms {
  readonly seed: number;
  readonly confidence: number;
  readonly primary: ReadonlySet<string>;
  readonly smallestDifferences: Readonly<Record<string, Difference>>;
}

/** A row, and the difference behind it where its joint interval is still to be made. */
export interface PairedRow {
  readonly row: ComparisonRow;
  /** Only of primary responses. */
  readonly paired?: PairedDifference;
}

/** An alternative's rows, as far as they can be told without the other alternatives: primary ones lack their joint interval. */
export function pairAlternative(
  common: readonly CommonResponse[],
  own: AnalysedSide,
  base: AnalysedSide,
  { seed, confidence, primary, smallestDifferences }: PairingTerms,
): readonly PairedRow[] {
  return common.map((response): PairedRow => {
    const { definition, places } = response;
    const { name, label, group, unit, better, headline } = definition;
    const isPrimary = primary.has(name);
    const paired = within(definition, pairResponse(response, own, base, { seed, primary: isPrimary }));
    const rowOf = ({ place, analysis }: AnalysedSide) => analysis.rows[places[place]!]!;
    const valuesOf = ({ place, results }: Side) => results.map(({ values }) => values[places[place]!]!);
    const [values, baseValues] = [valuesOf(own), valuesOf(base)];
    const wins = countWins(values, baseValues, better === "lower" ? "lower" : "higher");
    const { low, high } = paired.at(confidence);
    const smallestDifference = sizeOf(smallestDifferences[name], rowOf(base).estimate);
    const margin = smallestDifference === undefined ? {} : { smallestDifference };
    return {
      row: {
        response: name,
        label,
        group,
        unit,
        better,
        headline,
        estimand: rowOf(base).estimand,
        primary: isPrimary,
        base: estimateOf(rowOf(base)),
        own: estimateOf(rowOf(own)),
        difference: paired.estimate,
        low,
        high,
        sd: paired.sd,
        n: paired.n,
        ...wins,
        endless: values.filter((value, i) => value === Infinity || baseValues[i] === Infinity).length,
        varianceRatio: paired.varianceRatio,
        ...margin,
        ...conclude({
          paired,
          better,
          unequal: wins.wins + wins.losses,
          confidence,
          // Two one-sided tests at level α are an interval at 1 − 2α.
          equivalenceConfidence: 2 * confidence - 1,
          ...margin,
        }),
      },
      ...(isPrimary ? { paired } : {}),
    };
  });
}

function estimateOf({ estimate, low, high, beyond }: AnalysisRow): Estimate {
  return { estimate, low, high, ...(beyond === undefined ? {} : { beyond }) };
}

/** A smallest difference in the unit of its response; none of a share of what is not a number, or is 0. */
function sizeOf(difference: Difference | undefined, base: number): number | undefined {
  if (difference === undefined) return undefined;
  const size = difference.relative ? difference.amount * Math.abs(base) : difference.amount;
  return size > 0 && Number.isFinite(size) ? size : undefined;
}

/** A difference with intervals that end where the range of the response lets them. */
function within({ range: [least, most] }: ResponseDefinition, paired: PairedDifference): PairedDifference {
  const widest = most - least;
  return {
    ...paired,
    at: (confidence) => {
      const { low, high, ...rest } = paired.at(confidence);
      return { ...rest, low: Math.max(low, -widest), high: Math.min(high, widest) };
    },
  };
}
