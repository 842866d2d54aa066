import type { JsonObject, JsonValue } from "../../scenario/index.ts";
import type { DesignColumn } from "./factor.ts";

/** Bounds on a design, so that no flag and no file can hang a sweep or exhaust memory. */
export const DESIGN_LIMITS = {
  points: 1_000_000,
  factors: 64,
  /** [characters] of a path, of the text of a level, of an expression. */
  text: 2_000,
  derived: 64,
} as const;

/** Points to simulate: each is one level for every column. Points are numbered from 1. */
export interface Design {
  readonly columns: readonly DesignColumn[];
  readonly size: number;
  /** How it was made, for the manifest. */
  readonly method: JsonObject;
  /** What it was made of: its factors, or the rows of its table. With the method and the scenario, all that is needed to make it again. */
  readonly made: JsonObject;
  /** The levels of a point, in order of the columns; always the same ones. Throws InputError where a column cannot be derived. */
  levels(point: number): readonly JsonValue[];
}
