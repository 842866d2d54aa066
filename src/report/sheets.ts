import type { Analysis } from "../experiment/index.ts";
import type { ReplicationResult, ResponseDefinition } from "../model/index.ts";
import type { Sheet } from "./sheet.ts";

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
    columns: [
      { name: "response", doc: "name of the response, as in replications.csv" },
      { name: "unit", doc: "unit of mean, sd, low and high" },
      { name: "estimand", doc: "what mean estimates" },
      { name: "mean", doc: "the estimate; Infinity: too many messages were never answered" },
      { name: "sd", doc: "spread of one replication, so that sd / √n is the standard error" },
      { name: "low", doc: "lower end of the 95 % interval" },
      { name: "high", doc: "upper end of the 95 % interval" },
      { name: "n", doc: "replications behind it" },
    ],
    rows: rows.map(({ response, unit, estimand, estimate, sd, low, high, n }) => [
      response,
      unit,
      estimand,
      estimate,
      sd,
      low,
      high,
      n,
    ]),
  };
}
