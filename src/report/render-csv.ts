import type { Document } from "./document.ts";
import type { Cell } from "./sheet.ts";
import { harmless } from "./text-width.ts";

/** What spreadsheets take for a formula at the beginning of a cell. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The numbers of a document as CSV with four columns, tidy: part, row, column, value. Numbers of figures are as exact as they are known,
 * those of tables as they are shown. No cell is a formula to a spreadsheet.
 */
export function renderCsv(document: Document): string {
  const lines = [["part", "row", "column", "value"], ...cellsOf(document, "")];
  return lines.map((line) => `${line.map(csvCell).join(",")}\n`).join("");
}

type Line = readonly [part: Cell, row: Cell, column: Cell, value: Cell];

function cellsOf(document: Document, around: string): Line[] {
  let part = around;
  return document.flatMap((block): Line[] => {
    switch (block.type) {
      case "heading":
        part = block.text;
        return [];
      case "section":
        return cellsOf(block.blocks, block.heading);
      case "figure": {
        const { title, table } = block.figure;
        return table.rows.flatMap((row) =>
          row.slice(1).map((value, i): Line => [title, row[0]!, table.columns[i + 1]!.title, value]),
        );
      }
      case "cards":
        return block.cards.flatMap(({ heading, lead }): Line[] =>
          lead === undefined ? [] : [[heading, lead.label, lead.unit, lead.value]],
        );
      case "table":
        return block.sections.flatMap(({ heading, rows }) =>
          rows.flatMap((row) =>
            row
              .slice(1)
              .map((value, i): Line => [heading ?? part, row[0] ?? "", block.columns[i + 1]!.title, value]),
          ),
        );
      default:
        return [];
    }
  });
}

function csvCell(cell: Cell): string {
  if (typeof cell === "number") return Number.isNaN(cell) ? "" : String(cell);
  const text = FORMULA.test(cell) && !/^[+-]?\d/.test(cell) ? `'${harmless(cell)}` : harmless(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
