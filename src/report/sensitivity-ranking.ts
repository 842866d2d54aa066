import {
  type InputEffect,
  movingEffects,
  type ResponseSensitivity,
  type UncertainInput,
} from "../experiment/index.ts";
import type { Block } from "./document.ts";
import { rangeText } from "./input-text.ts";
import { brief, decimalsFor, fixed } from "./number.ts";
import { relativeSizes, type SensitivitySummary } from "./sensitivity-summary.ts";
import { unitText } from "./value-text.ts";
import { listed } from "./words.ts";

/** Inputs that are named as worth measuring, at most. */
const MOST_NAMED = 5;
/** What an input does to a response is told if it is at least this part of what the first one does. */
const TOLD = 0.2;

const VOUCHED = {
  assumed: "nobody has measured it: its range is an assumption",
  cited: "its range is from what was published elsewhere",
  local: "its range is from the clinic's own records",
  given: "its range was given with the command",
} as const;

/**
 * What is worth measuring first: inputs by what they do, as a part of what the strongest input does, in the mean over the responses. Only
 * numbers whose effect is clear of chance in some response, and that the clinic has not measured itself.
 */
export function worthMeasuring(summary: SensitivitySummary, names: readonly string[]): readonly Block[] {
  const { responses } = summary;
  const ranked = rankedInputs(summary);
  if (responses.length === 0) return [];
  if (ranked.length === 0) {
    return [
      { type: "heading", text: "Worth measuring first" },
      {
        type: "text",
        sentences: ["No number in the ledger moves these responses by more than chance might."],
      },
    ];
  }
  return [
    { type: "heading", text: "Worth measuring first" },
    {
      type: "entries",
      entries: ranked.map(({ input, index, does }, i) => ({
        term: `${i + 1}. ${names[index]!}`,
        note: `${rangeText(input)} · ${input.grade}`,
        texts: [`${does}; ${VOUCHED[input.grade]} (${input.path}).`],
      })),
    },
  ];
}

/** An input that is worth measuring. */
export interface RankedInput {
  readonly input: UncertainInput;
  /** Its place among the inputs. */
  readonly index: number;
  /** What it does to the responses that it moves most. */
  readonly does: string;
}

/** What is worth measuring, the most first; see `worthMeasuring`. */
export function rankedInputs(summary: SensitivitySummary): readonly RankedInput[] {
  const { inputs, responses } = summary;
  const sizes = relativeSizes(summary);
  return inputs
    .map((input, index) => ({ input, index, size: sizes[index]!.reduce((sum, size) => sum + size, 0) }))
    .filter(
      ({ input, index }) =>
        input.range.kind === "number" &&
        input.grade !== "local" &&
        responses.some((response) => isClear(effectOf(response, index))),
    )
    .sort((a, b) => b.size - a.size)
    .slice(0, MOST_NAMED)
    .map(({ input, index }) => ({ input, index, does: sentence(summary, index, sizes[index]!) }));
}

/** What an input does to the responses that it moves most. */
function sentence(
  { responses, method }: SensitivitySummary,
  input: number,
  sizes: readonly number[],
): string {
  const told = responses
    .map((response, r) => ({
      response,
      size: sizes[r]!,
      effect: effectOf(response, input),
    }))
    .filter((each) => each.size >= TOLD && isClear(each.effect))
    .sort((a, b) => b.size - a.size)
    .slice(0, 3);
  const clear = responses
    .map((response) => ({ response, effect: effectOf(response, input) }))
    .filter(({ effect }) => isClear(effect))
    .slice(0, 1);
  const parts = (told.length > 0 ? told : clear).map(({ response, effect }) => partOf(response, effect!));
  const does = {
    tornado: "From one end of its range to the other it moves",
    morris: "Over its range it moves",
    sobol: "Not knowing it accounts for",
  };
  return `${does[method]} ${listed(parts)}`;
}

function partOf({ label, unit }: ResponseSensitivity, { swing, muStar, total }: InputEffect): string {
  const label_ = label.charAt(0).toLowerCase() + label.slice(1);
  if (total !== undefined)
    return `${brief(100 * Math.min(1, total.estimate), 0)} % of the spread of ${label_}`;
  const { estimate, low, high } = (swing ?? muStar)!;
  const scale = unit === "share" ? 100 : 1;
  const half = scale * Math.max(high - estimate, estimate - low);
  const decimals = half > 0 ? decimalsFor(half) : 0;
  const shown = unit === "share" ? "points" : unitText(unit);
  return `${label_} by ${fixed(scale * estimate, decimals)} ${shown}`;
}

function effectOf(response: ResponseSensitivity, input: number): InputEffect | undefined {
  return movingEffects(response).find((effect) => effect.input === input);
}

/** Whether chance alone would hardly have given as much. */
function isClear(effect: InputEffect | undefined): boolean {
  const measured = effect?.swing ?? effect?.muStar ?? effect?.total;
  return measured !== undefined && measured.low > 0;
}
