import type { JsonObject } from "../../scenario/index.ts";
import type { Design } from "./design.ts";
import { columnsOf, type Factor, levelAt, plainFactors } from "./factor.ts";

/** Points in the open unit cube, numbered from 0. */
export interface CubePoints {
  readonly size: number;
  readonly method: JsonObject;
  /** 0 < u < 1. */
  coordinate(point: number, dimension: number): number;
}

/** Factors sampled at points of the cube that has one dimension for each. */
export function sampledDesign(factors: readonly Factor[], { size, method, coordinate }: CubePoints): Design {
  return {
    columns: columnsOf(factors),
    size,
    method,
    made: { factors: plainFactors(factors) },
    levels: (point) => factors.map((factor, dimension) => levelAt(factor, coordinate(point - 1, dimension))),
  };
}
