import { type JsonObject, type JsonValue, parsePath } from "../../scenario/index.ts";
import { DESIGN_LIMITS, type Design } from "./design.ts";
import { designFault } from "./design-fault.ts";
import { type Expression, readExpression } from "./expression.ts";
import { ExpressionFault } from "./expression-fault.ts";
import { type DesignColumn, levelValue } from "./factor.ts";
import { flagParts } from "./flag-parts.ts";
import { type Quantity, quantityOf } from "./quantity.ts";

/** A place in the scenario that is computed from others at every point. */
export interface Derivation {
  readonly path: string;
  readonly text: string;
  readonly expression: Expression;
}

/** The derivation of a command line's `--derive path=expression`. Throws InputError. */
export function parseDerive(written: string): Derivation {
  const [path, text] = flagParts("--derive", written, "path=expression");
  try {
    return { path, text, expression: readExpression(text) };
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    throw designFault("bad-expression", `--derive ${path}`, error.message, HINT);
  }
}

const HINT =
  'write arithmetic over paths, as in "2 * staff.triage-nurse.count", with blanks around a minus; there are min, max, abs, round, floor, ceil, sqrt, exp and log';

/**
 * The design with a column for each derivation behind its own. A path means what the point has there: a factor's level, what was derived
 * before, else what `document` has. All points of a column must come out in one unit. Throws InputError.
 */
export function withDerived(
  design: Design,
  derivations: readonly Derivation[],
  document: JsonObject,
): Design {
  if (derivations.length === 0) return design;
  if (derivations.length > DESIGN_LIMITS.derived) {
    throw designFault(
      "bad-flag",
      "--derive",
      `${derivations.length} of them are more than ${DESIGN_LIMITS.derived}`,
    );
  }
  const columns: DesignColumn[] = [...design.columns];
  const units: string[] = [];
  const derive = (levels: readonly JsonValue[]): readonly JsonValue[] => {
    const all = [...levels];
    derivations.forEach((derivation, i) => {
      const { amount, unit } = computed(derivation, columns, all, document);
      units[i] ??= unit;
      if (unit !== units[i])
        throw fault(derivation, `it is in "${unit}" here, and in "${units[i]}" at the first point`);
      columns[design.columns.length + i] ??=
        unit === "" ? { path: derivation.path } : { path: derivation.path, unit };
      all.push(amount);
    });
    return all;
  };
  derive(design.levels(1));
  const derived = Object.fromEntries(derivations.map(({ path, text }) => [path, text]));
  return {
    columns,
    size: design.size,
    method: { ...design.method, derived },
    made: design.made,
    levels: (point) => derive(design.levels(point)),
  };
}

function computed(
  derivation: Derivation,
  columns: readonly DesignColumn[],
  levels: readonly JsonValue[],
  document: JsonObject,
): Quantity {
  const lookUp = (text: string): Quantity => {
    const path = parsePath(text);
    const value = path && valueAtPoint(path, columns, levels, document);
    if (value === undefined) throw new ExpressionFault(`the scenario has nothing at ${text}`);
    const quantity = quantityOf(value);
    if (quantity === undefined)
      throw new ExpressionFault(`${text} is no number, but ${JSON.stringify(value)}`);
    return quantity;
  };
  let result: Quantity;
  try {
    result = derivation.expression(lookUp);
  } catch (error) {
    throw error instanceof ExpressionFault ? fault(derivation, error.message) : error;
  }
  if (!Number.isFinite(result.amount)) throw fault(derivation, `it is ${result.amount}, not a finite number`);
  return { amount: result.amount + 0, unit: result.unit };
}

function fault({ path, text }: Derivation, message: string) {
  return designFault("bad-expression", `--derive ${path}`, `${text}: ${message}`, HINT);
}

/** What the point has at a path: the level of the last column that leads there, or around it, else what the document has. */
function valueAtPoint(
  path: readonly string[],
  columns: readonly DesignColumn[],
  levels: readonly JsonValue[],
  document: JsonObject,
): JsonValue | undefined {
  for (let i = levels.length - 1; i >= 0; i--) {
    const place = parsePath(columns[i]!.path)!;
    if (place.every((segment, depth) => path[depth] === segment)) {
      return valueAt(levelValue(columns[i]!, levels[i]!), path.slice(place.length));
    }
  }
  return valueAt(document, path);
}

/** The value at a path, own keys only; undefined where there is none. */
export function valueAt(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const segment of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, segment)) return undefined;
    here = (here as JsonObject)[segment];
  }
  return here;
}
