import { columnName, type PointRecord, type ResponseColumn, type SweepTerms } from "../experiment/index.ts";
import type { JsonValue } from "../scenario/index.ts";
import { Tally } from "../stats/index.ts";
import type { Cell, Sheet, SheetColumn } from "./sheet.ts";

/** What the files of a sweep have columns for. */
export interface SweepColumns {
  readonly columns: SweepTerms["columns"];
  /** Every response that any point has. */
  readonly responses: readonly ResponseColumn[];
}

export type SweepFormat = "csv" | "parquet";

/** `replications.csv` or `.parquet`: a row for each replication of a point, of which `first` is the number of the first. */
export function sweepReplicationsSheet(
  { columns, responses }: SweepColumns,
  format: SweepFormat,
  record: PointRecord,
  first = 1,
): Sheet {
  const { scenario, point, levels } = record;
  const places = placesOf(responses, record);
  const settings = levels.map((level, i) => levelCell(level, columns[i]!.type));
  return {
    file: `replications.${format}`,
    columns: [
      { name: "scenario", doc: "name of the scenario", type: "text" },
      { name: "point", doc: "number of the design point, from 1", type: "whole" },
      { name: "replication", doc: "number of the replication, from 1", type: "whole" },
      ...columns.map(factorColumn),
      ...responses.map(({ name, unit, doc }): SheetColumn => ({ name, unit, doc, type: "number" })),
    ],
    rows: record.values.map((row, i) => [
      scenario,
      point,
      first + i,
      ...settings,
      ...places.map(valueIn(row)),
    ]),
  };
}

/** `points.csv`: a row for each point. */
export function sweepPointsSheet({ columns, responses }: SweepColumns, record: PointRecord): Sheet {
  const { scenario, point, levels, warnings, values } = record;
  return {
    file: "points.csv",
    columns: [
      { name: "point", doc: "number of the design point, from 1" },
      { name: "scenario", doc: "name of the scenario", type: "text" },
      { name: "replications", doc: "how many were run" },
      { name: "warnings", doc: "codes of what clinicsim validate warns of at this point", type: "text" },
      ...columns.map(factorColumn),
      ...responses.map(({ name, unit, doc }) => ({ name, unit, doc: `mean over replications: ${doc}` })),
    ],
    rows: [
      [
        point,
        scenario,
        values.length,
        warnings.join(" "),
        ...levels.map((level, i) => levelCell(level, columns[i]!.type)),
        ...placesOf(responses, record).map((place) => meanOf(values.map((row) => valueIn(row)(place)))),
      ],
    ],
  };
}

function factorColumn(column: SweepTerms["columns"][number]): SheetColumn {
  const { unit, type } = column;
  const doc = "what the scenario has there at this point";
  return { name: columnName(column), ...(unit === undefined ? {} : { unit }), doc, type };
}

function levelCell(level: JsonValue, type: "number" | "text"): Cell {
  if (type === "number" && typeof level === "number") return level;
  return typeof level === "string" ? level : JSON.stringify(level);
}

/** Where each response stands in a row of the point's values; −1 where the point has none of that name. */
function placesOf(responses: readonly ResponseColumn[], record: PointRecord): readonly number[] {
  const own = new Map(record.responses.map(({ name }, i) => [name, i]));
  return responses.map(({ name }) => own.get(name) ?? -1);
}

const valueIn = (row: Float64Array) => (place: number) => row[place] ?? Number.NaN;

/** Of those that are numbers; NaN if none is. */
function meanOf(values: readonly number[]): number {
  const tally = new Tally();
  for (const value of values) if (!Number.isNaN(value)) tally.add(value);
  return tally.mean;
}
