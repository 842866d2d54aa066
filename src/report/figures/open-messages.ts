import type { JsonObject, JsonValue } from "../../scenario/index.ts";
import { dashesOf, whichOf } from "./first-replies.ts";
import { colour } from "./palette.ts";

/** The band of the rows of one name, between two of their fields. */
export function bandOf(name: string, low: string, high: string): JsonObject {
  return {
    transform: [{ filter: { field: "name", equal: name } }],
    mark: { type: "area", color: colour("band"), opacity: 0.75 },
    encoding: {
      y: {
        field: low,
        type: "quantitative",
        title: null,
        scale: { domainMin: 0, nice: true },
        axis: { tickCount: 4 },
      },
      y2: { field: high },
    },
  };
}

/** A line for each name, of a field of its rows. */
export function linesOf(names: readonly string[], field: string, told: JsonValue): JsonObject {
  return {
    mark: { type: "line", strokeWidth: 2, point: { size: 45, filled: true, opacity: 0 } },
    encoding: {
      y: { field, type: "quantitative" },
      color: whichOf(names),
      strokeDash: dashesOf(names),
      tooltip: told,
    },
  };
}
