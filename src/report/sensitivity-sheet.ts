import type { InputEffect, Measured } from "../experiment/index.ts";
import type { SensitivitySummary } from "./sensitivity-summary.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** `indices.csv`: a row for each measure of each input in each response. */
export function sensitivitySheet({ inputs, responses }: SensitivitySummary): Sheet {
  return {
    file: "indices.csv",
    columns: [
      { name: "response", doc: "name of the response", type: "text" },
      {
        name: "unit",
        doc: "unit of the response; indices are shares of its variance and have none",
        type: "text",
      },
      { name: "input", doc: "path of the input, a * standing for every name", type: "text" },
      { name: "grade", doc: "who vouches for its range: cited, local, assumed or given", type: "text" },
      {
        name: "measure",
        doc: "mean, difference or swing; mu, mu_star or sigma; first or total",
        type: "text",
      },
      { name: "setting", doc: "where the input is, of a mean or a difference", type: "text" },
      { name: "estimate", doc: "the measure" },
      { name: "low", doc: "lower end of its 95 % interval" },
      { name: "high", doc: "upper end of its 95 % interval" },
    ],
    rows: responses.flatMap(({ response, unit, effects }) =>
      effects.flatMap((effect) => {
        const { path, grade } = inputs[effect.input]!;
        return measuresOf(effect).map(([measure, setting, { estimate, low, high }]): readonly Cell[] => [
          response,
          measure === "first" || measure === "total" ? "" : unit,
          path,
          grade,
          measure,
          String(setting),
          estimate,
          low,
          high,
        ]);
      }),
    ),
  };
}

type Row = readonly [measure: string, setting: string, measured: Measured];

function measuresOf({ settings = [], ...effect }: InputEffect): readonly Row[] {
  const one = (measure: string, measured: Measured | undefined): readonly Row[] =>
    measured === undefined ? [] : [[measure, "", measured]];
  return [
    ...one("swing", effect.swing),
    ...settings.flatMap(({ value, mean, difference }): readonly Row[] => [
      ["mean", String(value), { estimate: mean, low: Number.NaN, high: Number.NaN }],
      ["difference", String(value), difference],
    ]),
    ...one("mu_star", effect.muStar),
    ...one("mu", effect.mu),
    ...one("sigma", effect.sigma),
    ...one("total", effect.total),
    ...one("first", effect.first),
  ];
}
