import type { SweepPoint, SweepSummary } from "../report/index.ts";
import { noResult } from "./result-manifest.ts";

/** Columns of `points.csv` before those of the settings. */
const BEFORE_SETTINGS = 4;

/** The points of `points.csv`, row by row. Throws InputError where the table is not the one that the summary was made from. */
export function sweepPointsOf(
  folder: string,
  [header = [], ...rows]: readonly (readonly string[])[],
  { columns, points, responses }: SweepSummary,
): readonly SweepPoint[] {
  const first = BEFORE_SETTINGS + columns.length;
  const missing = responses.filter(({ response }) => !header.includes(response, first));
  if (header[0] !== "point" || missing.length > 0 || header.length <= first)
    throw noResult(folder, "its points.csv has not the columns that its summary.json tells of");
  if (rows.length !== points)
    throw noResult(folder, `its points.csv has ${rows.length} of the ${points} points`);
  const broken = rows.findIndex(
    (row, i) =>
      row.length !== header.length ||
      Number(row[0]) !== i + 1 ||
      row.slice(first).some((cell) => Number.isNaN(Number(cell))),
  );
  if (broken !== -1) throw noResult(folder, `row ${broken + 2} of its points.csv cannot be read`);
  return rows.map((row) => ({
    point: Number(row[0]),
    levels: row.slice(BEFORE_SETTINGS, first).map((cell) => {
      const number = Number(cell);
      return cell.trim() !== "" && Number.isFinite(number) ? number : cell;
    }),
    values: new Map(
      header.slice(first).map((name, i) => {
        const cell = row[first + i] ?? "";
        return [name, cell === "" ? Number.NaN : Number(cell)];
      }),
    ),
  }));
}
