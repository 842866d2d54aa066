import type { Analysis, AnalysisRow, RegimeAnalysis } from "../experiment/index.ts";
import type { ReplicationResult, ResponseDefinition } from "../model/index.ts";
import type { Cell, Sheet, SheetColumn } from "./sheet.ts";

/** `replications.csv`: a row per replication, a column per response. */
export function replicationsSheet(
  definitions: readonly ResponseDefinition[],
  results: readonly ReplicationResult[],
): Sheet {
  return {
    file: "replications.csv",
    columns: [
      { name: "replication", doc: "number of the replication, from 1" },
      ...definitions.map(({ name, unit, doc }) => ({ name, unit, doc })),
    ],
    rows: results.map(({ replication, values }) => [replication, ...values]),
  };
}

/** `summary.csv`: a row per response. */
export function summarySheet({ rows }: Analysis): Sheet {
  return {
    file: "summary.csv",
    columns: [{ name: "response", doc: "name of the response, as in replications.csv" }, ...ESTIMATES],
    rows: rows.map((row) => [row.response, ...estimatesOf(row)]),
  };
}

/** `regimes.csv`: a row per regime of a timeline and response. */
export function regimesSheet(regimes: readonly RegimeAnalysis[]): Sheet {
  return {
    file: "regimes.csv",
    columns: [
      { name: "from", doc: "first date of the regime" },
      { name: "to", doc: "its last date" },
      { name: "response", doc: "name of the response, as in replications.csv; measured in the regime alone" },
      ...ESTIMATES,
    ],
    rows: regimes.flatMap(({ from, to, rows }) =>
      rows.map((row) => [from, to, row.response, ...estimatesOf(row)]),
    ),
  };
}

const ESTIMATES: readonly SheetColumn[] = [
  { name: "unit", doc: "unit of mean, sd, low and high" },
  { name: "estimand", doc: "what mean estimates" },
  { name: "mean", doc: "the estimate; Infinity: too many messages were never answered" },
  { name: "sd", doc: "spread of one replication, so that sd / √n is the standard error" },
  { name: "low", doc: "lower end of the 95 % interval" },
  { name: "high", doc: "upper end of the 95 % interval" },
  { name: "n", doc: "replications behind it" },
];

function estimatesOf({ unit, estimand, estimate, sd, low, high, n }: AnalysisRow): readonly Cell[] {
  return [unit, estimand, estimate, sd, low, high, n];
}
