import { InputError, type Issue } from "../../errors.ts";
import type { JsonValue } from "../../scenario/index.ts";
import { DESIGN_LIMITS, type Design } from "./design.ts";
import { designFault } from "./design-fault.ts";
import type { DesignColumn } from "./factor.ts";
import { canonicalPath, shown } from "./flag-parts.ts";

const HEADER = /^(.*?)(?:\s*\[([^[\]]+)\])?$/s;
/** A scenario takes no more changes at once. */
const MOST_COLUMNS = 200;
/** Faults that are told; more of a kind help nobody. */
const MOST_FAULTS = 20;

/**
 * The design of a table: its first row has paths, each with a unit in brackets behind it if its numbers have one, each other row a point.
 * A cell is JSON if it can be read as such, else text. `where` names the table. Throws InputError with every fault.
 */
export function tableDesign(rows: readonly (readonly string[])[], where: string): Design {
  const [header, ...body] = rows;
  if (header === undefined || body.length === 0) {
    throw designFault(
      "bad-design",
      where,
      "there are no points",
      "the first line has paths, each other line a point",
    );
  }
  if (body.length > DESIGN_LIMITS.points) {
    throw designFault(
      "too-many-points",
      where,
      `${body.length} points are more than ${DESIGN_LIMITS.points}`,
    );
  }
  if (header.length === 1 && header[0]!.includes(";")) {
    throw designFault("bad-design", where, "its columns are parted by semicolons", "save it with commas");
  }
  if (header.length > MOST_COLUMNS) {
    throw designFault("too-many-factors", where, `${header.length} columns are more than ${MOST_COLUMNS}`);
  }
  const columns = header.map((title, i) => columnOf(title, `${where}, column ${i + 1}`));
  const issues: Issue[] = [];
  const points = body.map((cells, i) => {
    const at = `${where}, point ${i + 1}`;
    const fault = (message: string, hint?: string): readonly JsonValue[] => {
      issues.push(...designFault("bad-design", at, message, hint).issues);
      return [];
    };
    if (cells.length !== columns.length) return fault(`${cells.length} cells instead of ${columns.length}`);
    const empty = cells.findIndex((cell) => cell.trim() === "");
    if (empty >= 0) {
      return fault(
        `${shown(columns[empty]!.path)} is empty`,
        "write a value; null takes a key away, so that its default holds",
      );
    }
    const long = cells.findIndex((cell) => cell.length > DESIGN_LIMITS.text);
    if (long >= 0)
      return fault(`${shown(columns[long]!.path)} has ${cells[long]!.length} characters, too many`);
    return cells.map(levelOf);
  });
  if (issues.length > 0) throw new InputError(issues.slice(0, MOST_FAULTS));
  return {
    columns,
    size: points.length,
    method: { type: "table" },
    made: { rows: points },
    levels: (point) => points[point - 1]!,
  };
}

function columnOf(title: string, where: string): DesignColumn {
  if (title.length > DESIGN_LIMITS.text) {
    const message = `a title has ${title.length} characters, more than ${DESIGN_LIMITS.text}`;
    throw designFault(
      "bad-design",
      where,
      message,
      "the first line has paths, with a unit in brackets behind",
    );
  }
  const [, path = "", unit] = HEADER.exec(title.trim()) ?? [];
  const column = { path: canonicalPath(where, path) };
  return unit === undefined ? column : { ...column, unit: unit.trim() };
}

function levelOf(cell: string): JsonValue {
  const text = cell.trim();
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
