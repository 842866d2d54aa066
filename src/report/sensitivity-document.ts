import { type InputEffect, type Measured, type ResponseSensitivity, sizeOf } from "../experiment/index.ts";
import type { Block, Document, DocumentColumn } from "./document.ts";
import { inputNames, rangeText, settingText } from "./input-text.ts";
import { decimalsFor, fixed } from "./number.ts";
import { sensitivityCautions } from "./sensitivity-cautions.ts";
import { worthMeasuring } from "./sensitivity-ranking.ts";
import type { SensitivitySummary } from "./sensitivity-summary.ts";
import { unitText } from "./value-text.ts";
import { counted } from "./words.ts";

/** Inputs of which each response shows its effects. */
const MOST_SHOWN = 8;

/** What a planner reads of what is not known for sure: what moves each response, and what is worth measuring first. */
export function sensitivityDocument(summary: SensitivitySummary): Document {
  const { scenario, seed, method, inputs, points, replications, sets, responses } = summary;
  const size =
    method === "tornado"
      ? ""
      : ` in ${counted(sets, method === "morris" ? "trajectory" : "row").replace("trajectorys", "trajectories")}`;
  const under = `${TITLES[method]} of ${counted(inputs.length, "input")} · ${counted(points, "point")}${size} · ${counted(replications, "replication")} of each · seed ${seed}`;
  const names = inputNames(inputs.map(({ path }) => path));
  const cautions = sensitivityCautions(summary, names);
  return [
    { type: "title", text: scenario, under },
    ...responses.flatMap((response): readonly Block[] => responseBlocks(summary, response, names)),
    { type: "text", sentences: SAID[method] },
    ...worthMeasuring(summary, names),
    ...(cautions.length === 0
      ? []
      : [{ type: "list", items: cautions, tone: "caution", mark: "!" } as const]),
  ];
}

const TITLES = {
  tornado: "tornado",
  morris: "Morris's elementary effects",
  sobol: "Sobol' indices",
} as const;

const SAID = {
  tornado: [
    "Each input alone goes to the ends of its range while all others are as written, in the same worlds.",
    "What inputs do together, a tornado does not see.",
    "Each interval is of one difference: about 1 in 20 misses by chance.",
  ],
  morris: [
    "An effect is by how much the response changes over the whole of an input's range, or from a choice to another, wherever the others are in theirs; its sign is left out.",
    "Where the spread is as large as the effect, the effect depends on the other inputs, or is not proportional.",
    "Noise is taken out of both.",
  ],
  sobol: [
    "Alone: the part of the spread of the expected response that would go if this input were known.",
    "In all: the part that would stay if everything else were known, what it does together with others included.",
    "Chance is taken out of both.",
  ],
} as const;

function responseBlocks(
  summary: SensitivitySummary,
  response: ResponseSensitivity,
  names: readonly string[],
): readonly Block[] {
  const { inputs, method } = summary;
  const { label, effects } = response;
  const moving = effects.filter((effect) => sizeOf(effect) > 0);
  const shown = moving.slice(0, MOST_SHOWN);
  const rest = effects.length - shown.length;
  const rows = shown.map((effect) => {
    const input = inputs[effect.input]!;
    return [names[effect.input]!, ...cellsOf(summary, response, effect), input.grade];
  });
  const under = rest === 0 ? [] : [restText(moving.slice(MOST_SHOWN), rest, method, response)];
  const heading = `${label}${headingTail(summary, response)}`;
  if (rows.length === 0)
    return [
      { type: "heading", text: heading },
      { type: "text", sentences: ["Nothing moves it."] },
    ];
  return [
    { type: "heading", text: heading },
    { type: "table", columns: COLUMNS[method], sections: [{ rows }] },
    ...(under.length === 0 ? [] : [{ type: "text", sentences: under } as const]),
  ];
}

const column = (title: string, align: "left" | "right" = "left"): DocumentColumn => ({ title, align });
const COLUMNS = {
  tornado: [
    column("input"),
    column("from"),
    column("to"),
    column("changes it from"),
    column("to"),
    column("by"),
    column("range from"),
  ],
  morris: [
    column("input"),
    column("range"),
    column("effect", "right"),
    column("interval"),
    column("spread", "right"),
    column("range from"),
  ],
  sobol: [
    column("input"),
    column("range"),
    column("in all", "right"),
    column("interval"),
    column("alone", "right"),
    column("interval"),
    column("range from"),
  ],
} as const;

function cellsOf(
  { inputs }: SensitivitySummary,
  { unit, mean }: ResponseSensitivity,
  effect: InputEffect,
): readonly string[] {
  const input = inputs[effect.input]!;
  const { swing, settings = [], muStar, mu, sigma, first, total } = effect;
  if (swing !== undefined) {
    const decimals = decimalsOf(swing, unit);
    const number = (value: number) => fixed(inShown(value, unit), decimals);
    const written = input.range.written;
    const asWritten = {
      value:
        input.range.kind === "choice"
          ? written === undefined
            ? "as written"
            : input.range.values[written]!
          : (written as number),
      mean,
    };
    const all = input.range.kind === "choice" ? [asWritten, ...settings] : settings;
    const ends = input.range.kind === "choice" ? extremes(all) : all;
    const [from, to] = [ends[0]!, ends.at(-1)!];
    return [
      settingText(input, from.value),
      settingText(input, to.value),
      number(from.mean),
      `${number(to.mean)} ${unitText(unit)}`,
      `${number(swing.estimate)} (${number(swing.low)} – ${number(swing.high)})`,
    ];
  }
  if (muStar !== undefined) {
    const decimals = decimalsOf(muStar, unit);
    const number = (value: number) => fixed(inShown(value, unit), decimals);
    const isOneWay =
      mu !== undefined && Math.abs(mu.estimate) > 0.9 * muStar.estimate && input.range.kind === "number";
    const way = !isOneWay ? "± " : mu.estimate > 0 ? "+ " : "− ";
    return [
      rangeText(input),
      `${way}${number(muStar.estimate)} ${unitText(unit)}`,
      intervalText(muStar, number),
      number(sigma!.estimate),
    ];
  }
  const share = (value: number) => fixed(100 * value, 0);
  return [
    rangeText(input),
    `${share(total!.estimate)} %`,
    intervalText(total!, share),
    `${share(first!.estimate)} %`,
    intervalText(first!, share),
  ];
}

function intervalText({ low, high }: Measured, number: (value: number) => string): string {
  return Number.isNaN(low) || Number.isNaN(high) ? "" : `${number(low)} – ${number(high)}`;
}

/** The setting with the least mean, and that with the most. */
function extremes<T extends { readonly mean: number }>(settings: readonly T[]): readonly T[] {
  return [
    settings.reduce((a, b) => (b.mean < a.mean ? b : a)),
    settings.reduce((a, b) => (b.mean > a.mean ? b : a)),
  ];
}

/** Shares as per cent. */
function inShown(value: number, unit: string): number {
  return unit === "share" ? 100 * value : value;
}

function decimalsOf({ estimate, low, high }: Measured, unit: string): number {
  const half = Math.max(high - estimate, estimate - low);
  return decimalsFor(inShown(Number.isFinite(half) && half > 0 ? half : Math.abs(estimate) / 50, unit));
}

function headingTail(
  { method }: SensitivitySummary,
  { mean, unit, seedShare, variance }: ResponseSensitivity,
): string {
  const value = `${fixed(inShown(mean, unit), decimalsFor(Math.abs(inShown(mean, unit)) / 50))} ${unitText(unit)}`;
  if (method === "tornado") return `: ${value} as written`;
  if (method === "morris" || seedShare === undefined || variance === undefined)
    return `: ${value} in the mean`;
  const sd = inShown(Math.sqrt(Math.max(0, variance.estimate)), unit);
  const seed = fixed(100 * seedShare.estimate, 0);
  return `: ${value} in the mean, ± ${fixed(sd, decimalsFor(sd / 10))} for what is not known; of a single run's spread, ${seed} % is its seed`;
}

function restText(
  moving: readonly InputEffect[],
  rest: number,
  method: SensitivitySummary["method"],
  { unit }: ResponseSensitivity,
): string {
  const [next] = moving;
  const still = rest - moving.length;
  const most = next === undefined ? 0 : sizeOf(next);
  const size =
    method === "sobol"
      ? `${fixed(100 * most, 1)} %`
      : `${fixed(inShown(most, unit), decimalsFor(inShown(most, unit) / 10))} ${unitText(unit)}`;
  const parts = [
    ...(next === undefined
      ? []
      : [
          `${counted(moving.length, "more input")} ${moving.length === 1 ? "moves" : "move"} it by ${size} or less`,
        ]),
    ...(still === 0 ? [] : [`${counted(still, moving.length === 0 ? "other input" : "other")} not at all`]),
  ];
  return `${parts.join(", ")}.`;
}
