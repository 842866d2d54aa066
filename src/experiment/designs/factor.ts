import type { JsonObject, JsonValue } from "../../scenario/index.ts";
import { quantityValue } from "./quantity.ts";

/** A column of a design: a place in the scenario, and the unit that all of its numbers have, if they have one. */
export interface DesignColumn {
  readonly path: string;
  readonly unit?: string;
}

/** Something that is varied, and what it may be: one of a list, or any number of a span. */
export type Factor = DesignColumn &
  (
    | { readonly levels: readonly JsonValue[] }
    | { readonly span: readonly [from: number, to: number]; readonly written: string }
  );

/** The factors' columns. */
export function columnsOf(factors: readonly Factor[]): readonly DesignColumn[] {
  return factors.map(({ path, unit }) => (unit === undefined ? { path } : { path, unit }));
}

/** The factors as a manifest tells them. */
export function plainFactors(factors: readonly Factor[]): readonly JsonObject[] {
  return factors.map(({ path, unit, ...rest }) => ({
    path,
    ...(unit === undefined ? {} : { unit }),
    ...("levels" in rest ? { levels: rest.levels } : { span: rest.span }),
  }));
}

/** What a column's level becomes in the scenario: a number gets its unit. */
export function levelValue({ unit }: DesignColumn, level: JsonValue): JsonValue {
  return unit === undefined || typeof level !== "number" ? level : quantityValue({ amount: level, unit });
}

/** The level that stands at `u`, 0 < u < 1, along a factor: levels of a list have equal parts of it. */
export function levelAt(factor: Factor, u: number): JsonValue {
  if ("levels" in factor) return factor.levels[Math.floor(u * factor.levels.length)]!;
  const [from, to] = factor.span;
  return from + u * (to - from);
}

/** A column's name in files: its path, and its unit in brackets. */
export function columnName({ path, unit }: DesignColumn): string {
  return unit === undefined ? path : `${path} [${unit}]`;
}
