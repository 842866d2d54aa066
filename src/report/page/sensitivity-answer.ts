import type { ResponseSensitivity } from "../../experiment/index.ts";
import type { Block } from "../document.ts";
import { settingText } from "../input-text.ts";
import { percent } from "../number.ts";
import { rankedInputs } from "../sensitivity-ranking.ts";
import type { SensitivitySummary } from "../sensitivity-summary.ts";
import type { PromiseTerms } from "../summary.ts";
import { counted, listed } from "../words.ts";

/** Inputs that the answer tells of. */
const MOST_TOLD = 3;

/** What to find out first, and whether a promise hangs on it. */
export function sensitivityAnswer(
  summary: SensitivitySummary,
  promises: readonly PromiseTerms[],
  names: readonly string[],
): Block {
  const { inputs, scenario } = summary;
  const [first, ...others] = rankedInputs(summary)
    .slice(0, MOST_TOLD)
    .map(({ index, does }) => ({ name: `“${names[index]!}”`, does }));
  return {
    type: "answer",
    question: `Of ${counted(inputs.length, "input")} that nobody knows for sure, which matter most for “${scenario}”?`,
    answer:
      first === undefined
        ? "None of them moves these responses by more than chance might."
        : `Find out ${first.name} first${others.length === 0 ? "" : `, then ${listed(others.map(({ name }) => name))}`}.`,
    tone: first === undefined ? "plain" : "caution",
    sentences: [
      ...promises.flatMap((promise) => promiseSentences(summary, promise, names)),
      ...(first === undefined ? [] : [`Of ${first.name}: ${lower(first.does)}.`]),
    ],
  };
}

/** Which inputs alone would turn what is said of a promise into its contrary; a tornado alone can say. */
function promiseSentences(
  summary: SensitivitySummary,
  { name, risk, response }: PromiseTerms,
  names: readonly string[],
): readonly string[] {
  const row = summary.responses.find((each) => each.response === `${response}_month_risk`);
  if (summary.method !== "tornado" || row === undefined) return [];
  const keeps = row.mean <= risk;
  const turning = turningPoints(summary, row, risk, names);
  const now = `As written, a month falls short of “${name}” with a risk of ${percent(row.mean)}, by the estimate of ${counted(summary.replications, "world")}; ${percent(risk, 0)} is allowed.`;
  if (turning.length === 0)
    return [
      now,
      `No input alone, at either end of its range, would ${keeps ? "break it" : "bring it within that"}.`,
    ];
  const shown = turning.slice(0, MOST_TOLD);
  const more = turning.length > shown.length ? `, and ${turning.length - shown.length} more` : "";
  return [
    now,
    `${counted(turning.length, "input")} alone, at an end of ${turning.length === 1 ? "its range" : "their ranges"}, would ${keeps ? "break it" : "bring it within that"}: ${shown.join("; ")}${more}.`,
  ];
}

/** Inputs of which one end of the range, or a choice, is on the other side of `limit` than what is written. */
function turningPoints(
  { inputs }: SensitivitySummary,
  { mean, effects }: ResponseSensitivity,
  limit: number,
  names: readonly string[],
): readonly string[] {
  return effects.flatMap(({ input, settings = [] }) => {
    const other = settings.filter((each) => each.mean <= limit !== mean <= limit);
    const [farthest] = other.sort((a, b) => Math.abs(b.mean - limit) - Math.abs(a.mean - limit));
    if (farthest === undefined) return [];
    return [
      `“${names[input]!}” at ${settingText(inputs[input]!, farthest.value)} (${percent(farthest.mean)})`,
    ];
  });
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
