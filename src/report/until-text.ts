import {
  type Analysis,
  type AnalysisRow,
  type Caution,
  type PrecisionOutcome,
  roundedUp,
  type UntilOutcome,
} from "../experiment/index.ts";
import { brief } from "./number.ts";
import { counted, listed } from "./words.ts";

/** What was reached of the precision that was asked for; nothing where none was. */
export function untilSentences(until: UntilOutcome | undefined, analysis: Analysis): readonly string[] {
  if (until?.borneOutBy === undefined) return [];
  const known = until.precisions.map((precision) => {
    const row = rowOf(precision, analysis);
    const { reached, halfWidth } = precision;
    return `${row.label} to ± ${sizeText(reached, precision, row)} (± ${sizeText(halfWidth, precision, row)} was asked)`;
  });
  const replications = counted(analysis.replications.length, "replication");
  return [
    `As exact as was asked with ${replications}, and still so with ${until.borneOutBy} more that are left out: ${listed(known)}.`,
  ];
}

/** Why the precision that was asked for was not reached, and what would help. */
export function untilCautions(until: UntilOutcome, analysis: Analysis): readonly Caution[] {
  const replications = counted(analysis.replications.length, "replication");
  if (until.ended === "endless") {
    const rows = until.precisions.map((precision) => rowOf(precision, analysis));
    const endless = rows
      .filter(({ estimate }) => !Number.isFinite(estimate))
      .map(({ label, estimate }) =>
        estimate === Infinity
          ? `${label} is infinite, because too many are not answered before the run ends`
          : `${label} is not defined`,
      );
    const message = `what has no finite value cannot be known to any precision: after ${replications} ${listed(endless)}`;
    return [{ code: "endless-precision", message }];
  }
  if (until.ended === "precise") return [];
  const missed = until.precisions.filter(({ met }) => !met);
  if (missed.length === 0) {
    const message = `as exact as was asked with the last of ${replications}, the most that are allowed, and so without any more to bear it out: allow some with --at-most`;
    return [{ code: "precision-not-borne-out", message }];
  }
  const parts = missed.map((precision) => {
    const row = rowOf(precision, analysis);
    const { reached, halfWidth } = precision;
    const wanted = `where ± ${sizeText(halfWidth, precision, row)} was asked`;
    return Number.isFinite(reached)
      ? `${row.label} is known to ± ${sizeText(reached, precision, row)} ${wanted}`
      : `${row.label} has no interval that could be measured ${wanted}`;
  });
  const most = missed.reduce((needs, precision) => Math.max(needs, precision.needs), 0);
  const more = Number.isNaN(most) ? "" : `; it would take about ${brief(roundedUp(most), 0)} (--at-most)`;
  const message = `${replications}, the most that are allowed, are not enough: ${listed(parts)}${more}`;
  return [{ code: "not-precise", message }];
}

function rowOf({ response }: PrecisionOutcome, { rows }: Analysis): AnalysisRow {
  return rows.find((row) => row.response === response)!;
}

/** As it is asked for on the command line: per cent of the estimate, percentage points, or the response's own unit. */
function sizeText(size: number, { relative }: PrecisionOutcome, { unit }: AnalysisRow): string {
  if (relative) return `${brief(100 * size)} %`;
  return unit === "share" ? `${brief(100 * size)} pp` : `${brief(size)} ${unit}`;
}
