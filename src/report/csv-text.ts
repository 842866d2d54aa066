import type { Cell, Sheet } from "./sheet.ts";

const FORMULA = /^[=+\-@\t\r]/;
/** What makes quotes necessary. No sheet needs them for `|`; files have always had them there. */
const QUOTED = /[",|\r\n]/;

/** A cell's text. What a spreadsheet would take for a formula gets a leading apostrophe, which makes it plain text there. */
export function cellText(cell: Cell): string {
  if (typeof cell === "number") return Number.isNaN(cell) ? "" : String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** A sheet as the text of its CSV file, to the byte: one header line, "\n" at the end of every line. For sheets that fit into memory. */
export function csvText({ columns, rows }: Pick<Sheet, "columns" | "rows">): string {
  const lines = [lineOf(columns.map(({ name }) => name))];
  for (const row of rows) lines.push(lineOf(row));
  return lines.join("");
}

function lineOf(cells: readonly Cell[]): string {
  const fields = cells.map((cell) => {
    const text = cellText(cell).replaceAll("\0", "");
    return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${fields.join(",")}\n`;
}
