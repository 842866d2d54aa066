import { columnName, type Discovery, type DiscoveryTable } from "../experiment/index.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** `points.csv`: a row for each point of which failing can be told, with whether the rule holds there. */
export function discoveryPointsSheet(
  { points, factors, failing }: DiscoveryTable,
  { inside }: Discovery,
): Sheet {
  return {
    file: "points.csv",
    columns: [
      { name: "point", doc: "number of the design point, from 1" },
      { name: "failing", unit: "share", doc: "share of it that fails" },
      { name: "in_rule", doc: "whether the rule says that it fails", type: "text" },
      ...factors.map((factor) => ({
        name: columnName(factor),
        doc: "what the scenario has there at this point",
      })),
    ],
    rows: points.map((point, row): Cell[] => [
      point,
      failing[row]!,
      inside[row] === true ? "yes" : "no",
      ...factors.map(({ values, levels }): Cell => {
        const level = levels === undefined ? values[row]! : levels[values[row]!]!;
        return typeof level === "number" || typeof level === "string" ? level : JSON.stringify(level);
      }),
    ]),
  };
}

/** `trade_offs.csv`: a row for each of the boxes that the rule was chosen from, from wide to narrow. */
export function tradeOffsSheet({ tradeOffs }: Discovery): Sheet {
  return {
    file: "trade_offs.csv",
    columns: [
      { name: "points", doc: "points in it" },
      { name: "mass", unit: "share", doc: "their share of all points" },
      { name: "density", unit: "share", doc: "share of it that fails" },
      { name: "coverage", unit: "share", doc: "share of all that fails which lies in it" },
      { name: "conditions", doc: "how many it has" },
      { name: "rule", doc: "its conditions as JSON: path, operator, value, unit", type: "text" },
    ],
    rows: tradeOffs.map(({ points, mass, density, coverage, conditions }): Cell[] => [
      points,
      mass,
      density,
      coverage,
      conditions.length,
      JSON.stringify(conditions),
    ]),
  };
}
