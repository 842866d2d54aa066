import type { JsonValue } from "../../scenario/index.ts";
import type { PointResult } from "./point-result.ts";

/** A point as it is written: what is told of its responses stands elsewhere, once for all points that have the same. */
export interface WrittenPoint extends Omit<PointResult, "responses"> {
  /** Names the list of responses. */
  readonly responses: string;
  /** Its place in a design, in a journal; a point that is kept for every sweep has none. */
  readonly point?: number;
  readonly levels?: readonly JsonValue[];
}

/**
 * One line of JSON: the place and the responses first, so that a line can be told from its beginning. What is not a number is null, what is
 * without end is "Infinity". One text for one point.
 */
export function writePoint({
  point,
  levels,
  responses,
  id,
  scenario,
  warnings,
  values,
}: WrittenPoint): string {
  const rows = values.map((row) => Array.from(row, written));
  return JSON.stringify({
    ...(point === undefined ? {} : { point }),
    responses,
    ...(levels === undefined ? {} : { levels }),
    id,
    scenario,
    warnings,
    values: rows,
  });
}

/** The point that `text` was written from. Throws on any other text. */
export function readPoint(text: string): WrittenPoint {
  const { values, ...rest } = JSON.parse(text) as Omit<WrittenPoint, "values"> & {
    readonly values: readonly (readonly (number | string | null)[])[];
  };
  return { ...rest, values: values.map((row) => Float64Array.from(row, read)) };
}

function written(value: number): number | string | null {
  return Number.isFinite(value) ? value : Number.isNaN(value) ? null : String(value);
}

function read(value: number | string | null): number {
  return value === null ? Number.NaN : Number(value);
}
