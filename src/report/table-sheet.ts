import type { Table } from "../results/index.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** A table of one replication as rows of `file`, the replication's number before them; labels in place of their indexes. */
export function tableSheet(file: string, replication: number, table: Table): Sheet {
  return {
    file,
    columns: [
      { name: "replication", doc: "number of the replication, from 1" },
      ...table.specs.map(({ name, unit, doc }) => ({ name, doc, ...(unit === undefined ? {} : { unit }) })),
    ],
    rows: rowsOf(replication, table),
  };
}

function* rowsOf(replication: number, table: Table): Iterable<readonly Cell[]> {
  const columns = table.specs.map(({ name, levels }) => ({ values: table.column(name), levels }));
  for (let row = 0; row < table.rowCount; row++) {
    yield [
      replication,
      ...columns.map(({ values, levels }) => {
        const value = values[row]!;
        return levels === undefined ? value : levels[value]!;
      }),
    ];
  }
}
