import type {
  InputUncertainty,
  PreparedDraw,
  UncertainInput,
  UncertaintyDifference,
  UncertaintyRow,
} from "../experiment/index.ts";
import type { ReplicationResult, ResponseDefinition } from "../model/index.ts";
import type { Cell, Sheet, SheetColumn } from "./sheet.ts";

/** `draws.csv`: a row for each draw that was run, with what each input is in it. */
export function drawsSheet(inputs: readonly UncertainInput[], draw: PreparedDraw): Sheet {
  return {
    file: "draws.csv",
    columns: [
      { name: "draw", doc: "number of the draw, from 1" },
      { name: "overload", doc: "whether a team is asked for more than its hours", type: "text" },
      ...inputs.map(({ path, range }): SheetColumn => {
        const unit = range.kind === "number" ? range.unit : "";
        const doc = "what the scenario has there in this draw; of several places, in the first";
        return unit === "" ? { name: path, doc } : { name: `${path} [${unit}]`, unit, doc };
      }),
    ],
    rows: [
      [
        draw.draw,
        draw.overloaded ? "yes" : "no",
        ...draw.values.map(
          (value): Cell =>
            typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value),
        ),
      ],
    ],
  };
}

/** `replications.csv`: a row for each alternative, draw and replication. */
export function drawReplicationsSheet(
  columns: readonly SheetColumn[],
  alternative: string,
  definitions: readonly ResponseDefinition[],
  draw: number,
  results: readonly ReplicationResult[],
): Sheet {
  const places = new Map(definitions.map(({ name }, i) => [name, i]));
  return {
    file: "replications.csv",
    columns: [
      { name: "alternative", doc: "name of the alternative; of a run, of the scenario", type: "text" },
      { name: "draw", doc: "number of the draw, as in draws.csv" },
      { name: "replication", doc: "number of the replication: the same world for all alternatives" },
      ...columns,
    ],
    rows: results.map(({ replication, values }) => [
      alternative,
      draw,
      replication,
      ...columns.map(({ name }) => values[places.get(name) ?? -1] ?? Number.NaN),
    ]),
  };
}

const INTERVAL: readonly SheetColumn[] = [
  { name: "low", doc: "lower end of the 95 % interval of the clinic's own value: inputs and chance" },
  { name: "high", doc: "upper end of it" },
  { name: "chance_low", doc: "lower end of what chance alone leaves" },
  { name: "chance_high", doc: "upper end of it" },
  { name: "expected_low", doc: "lower end of the 95 % interval of the mean over what the inputs may be" },
  { name: "expected_high", doc: "upper end of it" },
  {
    name: "inputs_share",
    doc: "share of the variance behind low and high that not knowing the inputs stands for",
  },
  { name: "inputs_share_high", doc: "what that may be at most, where chance hides it" },
  { name: "inputs_sd", doc: "standard deviation of the expected value over what the inputs may be" },
  { name: "chance_sd", doc: "standard deviation of a replication at given inputs" },
  { name: "n", doc: "draws behind it" },
];

function intervalCells(row: UncertaintyRow | UncertaintyDifference): readonly Cell[] {
  const { low, high, chance, expected, share, shareHigh, sdBetween, sdWithin, n } = row;
  return [
    low,
    high,
    chance.low,
    chance.high,
    expected.low,
    expected.high,
    share,
    shareHigh,
    sdBetween,
    sdWithin,
    n,
  ];
}

/** `uncertainty.csv`: a row for each alternative and response. */
export function uncertaintySheet({ alternatives }: Pick<InputUncertainty, "alternatives">): Sheet {
  return {
    file: "uncertainty.csv",
    columns: [
      { name: "alternative", doc: "name of the alternative; of a run, of the scenario", type: "text" },
      { name: "response", doc: "name of the response, as in replications.csv", type: "text" },
      { name: "unit", doc: "unit of all but share and n", type: "text" },
      { name: "estimand", doc: "what is estimated in each draw", type: "text" },
      { name: "mean", doc: "mean over what the inputs may be" },
      ...INTERVAL,
    ],
    rows: alternatives.flatMap(({ name, rows }) =>
      rows.map((row): readonly Cell[] => [
        name,
        row.response,
        row.unit,
        row.estimand,
        row.estimate,
        ...intervalCells(row),
      ]),
    ),
  };
}

/** `differences.csv`: a row for each alternative but the base, and response. */
export function uncertainDifferencesSheet({ alternatives }: Pick<InputUncertainty, "alternatives">): Sheet {
  return {
    file: "differences.csv",
    columns: [
      { name: "alternative", doc: `name of what is compared with “${alternatives[0]!.name}”`, type: "text" },
      { name: "response", doc: "name of the response, as in replications.csv", type: "text" },
      { name: "unit", doc: "unit of all but share, n and the counts", type: "text" },
      { name: "better", doc: "lower, higher or neither", type: "text" },
      { name: "primary", doc: "whether it is one of those that decide", type: "text" },
      {
        name: "difference",
        doc: "mean over what the inputs may be of the alternative's value less the base's",
      },
      ...INTERVAL,
      { name: "wins", doc: "draws in which the alternative is better (higher, if neither is better)" },
      { name: "ties", doc: "draws in which both are the same" },
      { name: "losses", doc: "draws in which the base is" },
      {
        name: "conclusion",
        doc: "better, worse, higher or lower whatever the inputs; same; alike; unclear",
        type: "text",
      },
    ],
    rows: alternatives
      .slice(1)
      .flatMap(({ name, differences }) =>
        differences.map((row): readonly Cell[] => [
          name,
          row.response,
          row.unit,
          row.better,
          row.primary ? "yes" : "no",
          row.estimate,
          ...intervalCells(row),
          row.wins,
          row.ties,
          row.losses,
          row.conclusion,
        ]),
      ),
  };
}
