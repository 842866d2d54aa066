import type { Comparison, ComparisonRow } from "../experiment/index.ts";
import type { ReplicationResult, ResponseDefinition } from "../model/index.ts";
import type { Cell, Sheet, SheetColumn } from "./sheet.ts";

/** A column of `comparison.csv`, and what stands in it. */
interface Field extends SheetColumn {
  readonly of: (row: ComparisonRow) => Cell;
}

const FIELDS: readonly Field[] = [
  { name: "response", doc: "name of the response, as in replications.csv", of: (row) => row.response },
  { name: "unit", doc: "unit of the estimates and differences", of: (row) => row.unit },
  { name: "estimand", doc: "what is estimated", of: (row) => row.estimand },
  { name: "better", doc: "lower, higher or neither", of: (row) => row.better },
  {
    name: "primary",
    doc: "whether it is one of those that decide",
    of: (row) => (row.primary ? "yes" : "no"),
  },
  { name: "base_estimate", doc: "the base's own estimate", of: (row) => row.base.estimate },
  {
    name: "estimate",
    doc: "the alternative's; Infinity: too many messages were never answered",
    of: (row) => row.own.estimate,
  },
  {
    name: "difference",
    doc: "estimate less base_estimate; empty where both are infinite",
    of: (row) => row.difference,
  },
  { name: "low", doc: "lower end of the 95 % interval of this difference by itself", of: (row) => row.low },
  { name: "high", doc: "upper end of it", of: (row) => row.high },
  {
    name: "joint_low",
    doc: "lower end of the interval that holds together with those of all other primary differences; empty if not primary",
    of: (row) => row.joint?.low ?? Number.NaN,
  },
  { name: "joint_high", doc: "upper end of it", of: (row) => row.joint?.high ?? Number.NaN },
  {
    name: "sd",
    doc: "spread of one pair of replications, so that sd / √n is the standard error",
    of: (row) => row.sd,
  },
  { name: "n", doc: "pairs of replications behind it", of: (row) => row.n },
  {
    name: "wins",
    doc: "worlds in which the alternative is better (higher, if neither is better)",
    of: (row) => row.wins,
  },
  { name: "ties", doc: "worlds in which both are the same", of: (row) => row.ties },
  { name: "losses", doc: "worlds in which the base is", of: (row) => row.losses },
  {
    name: "variance_ratio",
    doc: "variance of the difference had the worlds not been the same, over the one it has",
    of: (row) => row.varianceRatio,
  },
  {
    name: "smallest_difference",
    doc: "from which on a difference matters; empty if nobody has said",
    of: (row) => row.smallestDifference ?? Number.NaN,
  },
  {
    name: "conclusion",
    doc: "better, worse, higher or lower; same: in every world; alike: no difference that matters; unclear: one cannot tell",
    of: (row) => row.conclusion,
  },
  {
    name: "more_worlds",
    doc: "about how many more would tell, if unclear; Infinity: the difference seems to be none; empty where that cannot be said",
    of: (row) => row.more ?? Number.NaN,
  },
];

/** `comparison.csv`: a row per alternative and response. */
export function comparisonSheet({ base, alternatives }: Pick<Comparison, "base" | "alternatives">): Sheet {
  return {
    file: "comparison.csv",
    columns: [
      { name: "alternative", doc: `name of what is compared with “${base}”` },
      ...FIELDS.map(({ of: _, ...column }) => column),
    ],
    rows: alternatives.flatMap(({ name, rows }) =>
      rows.map((row) => [name, ...FIELDS.map(({ of }) => of(row))]),
    ),
  };
}

/** All columns of `replications.csv` when several alternatives, with these responses each, write into it. */
export function alternativesColumns(
  lists: readonly (readonly ResponseDefinition[])[],
): readonly SheetColumn[] {
  const columns = new Map<string, SheetColumn>();
  for (const { name, unit, doc } of lists.flat())
    if (!columns.has(name)) columns.set(name, { name, unit, doc });
  return [...columns.values()];
}

/** `replications.csv` of a comparison: a row per alternative and replication, a column per response of any of them. */
export function alternativeReplicationsSheet(
  columns: readonly SheetColumn[],
  alternative: string,
  definitions: readonly ResponseDefinition[],
  results: readonly Pick<ReplicationResult, "replication" | "values">[],
): Sheet {
  const places = columns.map((column) => definitions.findIndex(({ name }) => name === column.name));
  return {
    file: "replications.csv",
    columns: [
      { name: "alternative", doc: "name of the alternative" },
      { name: "replication", doc: "number of the replication, from 1: the same world for all alternatives" },
      ...columns,
    ],
    rows: results.map(({ replication, values }) => [
      alternative,
      replication,
      ...places.map((place) => (place < 0 ? Number.NaN : values[place]!)),
    ]),
  };
}
