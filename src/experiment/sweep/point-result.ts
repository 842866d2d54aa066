import type { ResponseDefinition } from "../../model/index.ts";
import type { JsonValue } from "../../scenario/index.ts";

/** What is told of a response beside its values. */
export type ResponseColumn = Pick<ResponseDefinition, "name" | "unit" | "label" | "group" | "doc">;

/** What came out at a design point: a function of its id alone, wherever and in whichever sweep it was computed. */
export interface PointResult {
  /** The id of the point's plan, see `planId`. */
  readonly id: string;
  /** Name of the scenario. */
  readonly scenario: string;
  /** Codes of the scenario's warnings, each once. */
  readonly warnings: readonly string[];
  readonly responses: readonly ResponseColumn[];
  /** The responses of each replication, from the first of the plan; NaN where there is none. */
  readonly values: readonly Float64Array[];
}

/** A result with its place in a design. */
export interface PointRecord extends PointResult {
  /** From 1. */
  readonly point: number;
  readonly levels: readonly JsonValue[];
}
