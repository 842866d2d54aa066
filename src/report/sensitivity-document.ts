import {
  type InputEffect,
  isTold,
  type Measured,
  movingEffects,
  type ResponseSensitivity,
  sizeOf,
  type UncertainInput,
} from "../experiment/index.ts";
import type { Block, Document, DocumentColumn } from "./document.ts";
import { inputNames, rangeText } from "./input-text.ts";
import { brief, decimalsFor, fixed } from "./number.ts";
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
  const size = method === "tornado" ? "" : ` in ${sets} ${method === "morris" ? "trajectories" : "rows"}`;
  const under = `${TITLES[method]} of ${counted(inputs.length, "input")} · ${counted(points, "point")}${size} · ${counted(replications, "replication")} of each · seed ${seed}`;
  const names = inputNames(inputs.map(({ path }) => path));
  const cautions = sensitivityCautions(summary, names);
  return [
    { type: "title", text: scenario, under },
    ...responses.flatMap((response): readonly Block[] => responseBlocks(summary, response, names)),
    { type: "text", sentences: methodSentences(method) },
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
    "An effect is by how much the response changes over the whole of an input's range, or from a choice to another, in the mean of where the others may be; + and − where it nearly always goes that way.",
    "Where the spread is as large as the effect, the effect depends on the other inputs, or is not proportional.",
    "Noise is taken out of both.",
  ],
  sobol: [
    "Alone: the part of the spread of the expected response that would go if this input were known.",
    "In all: the part that would stay if everything else were known, what it does together with others included.",
    "Chance is taken out of both.",
  ],
} as const;

/** What the numbers of a method are. */
export function methodSentences(method: SensitivitySummary["method"]): readonly string[] {
  return SAID[method];
}

/** What moves one response, as a table. */
export function responseBlocks(
  summary: SensitivitySummary,
  response: ResponseSensitivity,
  names: readonly string[],
): readonly Block[] {
  const { inputs, method } = summary;
  const { label, effects } = response;
  const moving = movingEffects(response);
  const shown = moving.slice(0, MOST_SHOWN);
  const rest = effects.length - shown.length;
  const rows = shown.map((effect) => {
    const input = inputs[effect.input]!;
    return [names[effect.input]!, ...effectCells(summary, response, effect), input.grade];
  });
  const under = rest === 0 ? [] : [restText(moving.slice(MOST_SHOWN), rest, method, response.unit)];
  const heading = `${label}${headingTail(summary, response)}`;
  if (rows.length === 0)
    return [
      { type: "heading", text: heading },
      {
        type: "text",
        sentences: [
          isTold(response) || isConstant(response)
            ? "Nothing moves it."
            : "What the inputs do to it cannot be told from chance.",
        ],
      },
    ];
  return [
    { type: "heading", text: heading },
    { type: "table", columns: COLUMNS[method], sections: [{ rows }] },
    ...(under.length === 0 ? [] : [{ type: "text", sentences: under } as const]),
  ];
}

const column = (title: string, align: "left" | "right" = "left"): DocumentColumn => ({ title, align });
const [INPUT, INTERVAL, GRADE] = [column("input"), column("interval"), column("range from")];
const RANGE: DocumentColumn = { ...column("range"), wraps: true };
const COLUMNS = {
  tornado: [INPUT, RANGE, column("changes it"), column("by", "right"), INTERVAL, GRADE],
  morris: [INPUT, RANGE, column("effect", "right"), INTERVAL, column("spread", "right"), GRADE],
  sobol: [INPUT, RANGE, column("in all", "right"), INTERVAL, column("alone", "right"), INTERVAL, GRADE],
} as const;

/** What an input does to a response, as the cells of its row have it after its name: its range, and the measures of the method. */
export function effectCells(
  { inputs }: SensitivitySummary,
  response: ResponseSensitivity,
  effect: InputEffect,
): readonly string[] {
  const input = inputs[effect.input]!;
  const { swing, muStar, mu, sigma, first, total } = effect;
  if (swing !== undefined) {
    const number = numberText(swing, response.unit);
    const [from, to] = endsOf(input, response, effect);
    return [
      input.range.kind === "number" ? rangeText(input) : `${from.text}, ${to.text}`,
      `${number(from.mean)} → ${number(to.mean)}`,
      number(swing.estimate),
      intervalText(swing, number),
    ];
  }
  if (muStar !== undefined) {
    const number = numberText(muStar, response.unit);
    const isOneWay = Math.abs(mu!.estimate) > 0.9 * muStar.estimate && input.range.kind === "number";
    const way = !isOneWay ? "±" : mu!.estimate > 0 ? "+" : "−";
    return [
      rangeText(input),
      `${way} ${number(muStar.estimate)}`,
      intervalText(muStar, number),
      number(sigma!.estimate),
    ];
  }
  const share = (value: number) => `${fixed(100 * Math.min(1, Math.max(0, value)), 0)} %`;
  return [
    rangeText(input),
    share(total!.estimate),
    intervalText(total!, share),
    share(first!.estimate),
    intervalText(first!, share),
  ];
}

/** What the response is at the two ends of a range; of a choice, at that with the least mean, and at that with the most. */
function endsOf({ range }: UncertainInput, { mean }: ResponseSensitivity, { settings = [] }: InputEffect) {
  if (range.kind === "number") return settings.map((each) => ({ text: "", mean: each.mean })) as [End, End];
  const written = range.written === undefined ? "as written" : String(range.values[range.written]);
  const all: readonly End[] = [
    { text: written, mean },
    ...settings.map((each) => ({ text: String(each.value), mean: each.mean })),
  ];
  const least = all.reduce((a, b) => (b.mean < a.mean ? b : a));
  const most = all.reduce((a, b) => (b.mean > a.mean ? b : a));
  return [least, most] as const;
}

interface End {
  readonly text: string;
  readonly mean: number;
}

function intervalText({ low, high }: Measured, number: (value: number) => string): string {
  return Number.isNaN(low) || Number.isNaN(high) ? "" : `${number(low)} – ${number(high)}`;
}

/** Shares as per cent. */
function inShown(value: number, unit: string): number {
  return unit === "share" ? 100 * value : value;
}

/** Numbers with as many decimals as one of them is known to. */
function numberText({ estimate, low, high }: Measured, unit: string): (value: number) => string {
  const half = Math.max(high - estimate, estimate - low);
  const decimals = decimalsFor(inShown(half > 0 ? half : Math.abs(estimate) / 20, unit));
  return (value) => fixed(inShown(value, unit), decimals);
}

function headingTail({ method }: SensitivitySummary, response: ResponseSensitivity): string {
  const { mean, unit, seedShare, variance } = response;
  const value = `${brief(inShown(mean, unit))} ${unitText(unit)}`;
  if (method === "tornado") return `: ${value} as written`;
  if (seedShare === undefined || variance === undefined || isConstant(response))
    return `: ${value} in the mean`;
  const seed = `${fixed(100 * seedShare.estimate, 0)} % of a single run's variance is its seed`;
  if (!isTold(response)) return `: ${value} in the mean; ${seed}`;
  const sd = inShown(Math.sqrt(variance.estimate), unit);
  return `: ${value} in the mean, ± ${fixed(sd, decimalsFor(sd / 10))} for what is not known; ${seed}`;
}

/** Whether a response is the same in every replication of every point. */
function isConstant({ variance, seedShare }: ResponseSensitivity): boolean {
  return variance !== undefined && Number.isNaN(seedShare!.estimate);
}

function restText(
  moving: readonly InputEffect[],
  rest: number,
  method: SensitivitySummary["method"],
  unit: string,
): string {
  const [next] = moving;
  const still = rest - moving.length;
  const parts: string[] = [];
  if (next !== undefined) {
    const size = method === "sobol" ? 100 * sizeOf(next) : inShown(sizeOf(next), unit);
    const shown = method === "sobol" || unit === "share" ? " %" : "";
    const move = moving.length === 1 ? "1 more input moves" : `${moving.length} more inputs move`;
    parts.push(`${move} it by ${fixed(size, decimalsFor(size / 10))}${shown} or less`);
  }
  if (still > 0) parts.push(`${still === 1 ? "1 input" : `${still} inputs`} not at all`);
  return `${parts.join(", ")}.`;
}
