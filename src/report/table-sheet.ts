import type { Table } from "../results/index.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** Columns that name people by their ordinals, which are counted from 1 on paper. */
const PEOPLE: ReadonlySet<string> = new Set(["person", "physician"]);
const PEOPLE_DOC = "number in the team, from 1 as in event_log.csv; empty: nobody in particular";

/** A table of one replication as rows of `file`, the replication's number before them; labels in place of their indexes. */
export function tableSheet(file: string, replication: number, table: Table): Sheet {
  return {
    file,
    columns: [
      { name: "replication", doc: "number of the replication, from 1" },
      ...table.specs.map(({ name, unit, doc }) => ({
        name,
        doc: PEOPLE.has(name) ? PEOPLE_DOC : doc,
        ...(unit === undefined ? {} : { unit }),
      })),
    ],
    rows: rowsOf(replication, table),
  };
}

function* rowsOf(replication: number, table: Table): Iterable<readonly Cell[]> {
  const columns = table.specs.map(({ name, levels }) => ({
    values: table.column(name),
    levels,
    people: PEOPLE.has(name),
  }));
  for (let row = 0; row < table.rowCount; row++) {
    yield [
      replication,
      ...columns.map(({ values, levels, people }) => {
        const value = values[row]!;
        if (people) return value < 0 ? Number.NaN : value + 1;
        return levels === undefined ? value : levels[value]!;
      }),
    ];
  }
}
