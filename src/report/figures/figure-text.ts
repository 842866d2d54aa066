import type { DocumentColumn } from "../document.ts";
import { fixed } from "../number.ts";
import type { Cell } from "../sheet.ts";
import type { Figure, FigureColumn } from "./figure.ts";

/** A figure's numbers as a reader sees them. */
export function figureTable({ table: { columns, rows } }: Figure): {
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly string[])[];
} {
  const isNumber = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  return {
    columns: columns.map(({ title }, i) => ({ title, align: isNumber[i] === true ? "right" : "left" })),
    rows: rows.map((row) => row.map((cell, i) => cellText(cell, columns[i]!))),
  };
}

function cellText(cell: Cell, { decimals = 0, percent }: FigureColumn): string {
  if (typeof cell === "string") return cell;
  if (Number.isNaN(cell)) return "";
  if (!Number.isFinite(cell)) return cell > 0 ? "∞" : "−∞";
  return percent === true ? `${fixed(cell * 100, decimals)} %` : fixed(cell, decimals);
}
