import { type JsonObject, type JsonValue, parsePath } from "../../scenario/index.ts";
import { buildDesign, type FactorRequest } from "./build-design.ts";
import type { Derivation } from "./derived.ts";
import { DESIGN_LIMITS, type Design } from "./design.ts";
import { designFault } from "./design-fault.ts";
import { readExpression } from "./expression.ts";
import { ExpressionFault } from "./expression-fault.ts";
import type { DesignColumn, Factor } from "./factor.ts";

/** What a design says of itself. */
type Told = Pick<Design, "method" | "made" | "columns" | "size">;

/**
 * The design that says this of itself, made again; `document` is the scenario that it starts from. What it is told may come from anywhere:
 * throws InputError where no design says so.
 */
export function remakeDesign(told: Told, document: JsonObject): Design {
  const derivations = derivationsOf(told.method);
  return buildDesign(requestOf(told, told.columns.length - derivations.length), derivations, document);
}

function requestOf({ method, made, columns, size }: Told, own: number): FactorRequest | Design {
  const { type, seed } = method;
  if (!(Number.isInteger(size) && size >= 1 && size <= DESIGN_LIMITS.points)) throw untold("points");
  if (type === "table") return tableOf(made, columns.slice(0, own), size);
  const factors = factorsOf(made);
  if (type === "grid") return { factors };
  if (type !== "latin hypercube" && type !== "sobol") throw untold("type");
  if (!Number.isSafeInteger(seed) || (seed as number) < 0) throw untold("seed");
  return { factors, sample: { type, points: size, seed: seed as number } };
}

function tableOf(made: JsonObject, columns: readonly DesignColumn[], size: number): Design {
  const rows = listOf(made.rows, DESIGN_LIMITS.points, "made.rows").map((row) =>
    listOf(row, columns.length, "made.rows"),
  );
  if (rows.length !== size || rows.some((row) => row.length !== columns.length)) throw untold("made.rows");
  if (columns.some(({ path, unit }) => !isPath(path) || !isUnit(unit))) throw untold("columns");
  return {
    columns: columns.map(({ path, unit }) => (unit === undefined ? { path } : { path, unit })),
    size,
    method: { type: "table" },
    made: { rows },
    levels: (point) => rows[point - 1]!,
  };
}

/** The factors that a design says it was made of; throws InputError where it says none. */
export function factorsOf({ factors }: JsonObject): readonly Factor[] {
  return listOf(factors, DESIGN_LIMITS.factors, "made.factors").map(factorOf);
}

function factorOf(told: JsonValue): Factor {
  const { path, unit, levels, span } = (told ?? {}) as JsonObject;
  if (!isPath(path) || !isUnit(unit)) throw untold("made.factors");
  const column = unit === undefined ? { path } : { path, unit };
  if (levels !== undefined)
    return { ...column, levels: listOf(levels, DESIGN_LIMITS.points, "made.factors") };
  const [from, to, ...more] = listOf(span, 2, "made.factors");
  if (typeof from !== "number" || typeof to !== "number" || more.length > 0) throw untold("made.factors");
  return { ...column, span: [from, to], written: `${from}:${to}` };
}

function derivationsOf({ derived = {} }: JsonObject): readonly Derivation[] {
  const texts = Object.entries(derived as JsonObject);
  return texts.map(([path, text]) => {
    if (!isPath(path) || typeof text !== "string" || text.length > DESIGN_LIMITS.text)
      throw untold("derived");
    try {
      return { path, text, expression: readExpression(text) };
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      throw designFault("bad-expression", "design.derived", error.message);
    }
  });
}

const isPath = (path: unknown): path is string =>
  typeof path === "string" && path.length <= DESIGN_LIMITS.text && parsePath(path) !== undefined;

const isUnit = (unit: unknown): unit is string | undefined =>
  unit === undefined || (typeof unit === "string" && unit.length <= DESIGN_LIMITS.text);

function listOf(value: JsonValue | undefined, most: number, where: string): readonly JsonValue[] {
  if (Array.isArray(value) && value.length > 0 && value.length <= most) return value as readonly JsonValue[];
  throw untold(where);
}

export const untold = (where: string) =>
  designFault("bad-design", `design.${where}`, "no design says so of itself");
