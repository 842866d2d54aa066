import type { ComparisonRow } from "../experiment/index.ts";
import { cautionsBlock } from "./cautions-block.ts";
import type { ComparisonSummary } from "./comparison-summary.ts";
import { differenceText, varianceRatioText, winsText } from "./difference-text.ts";
import type { Block, Document, DocumentColumn, TableSection } from "./document.ts";
import { brief } from "./number.ts";
import { valueText } from "./value-text.ts";
import { overallSentence, selectionSentences, verdictSentences } from "./verdicts.ts";
import { counted, runText } from "./words.ts";

export interface ComparisonDocumentOptions {
  /** Whether responses are shown that do not decide, as far as a run would show them. */
  readonly all?: boolean;
}

/** What a planner reads after a comparison: differences, what to think of them, whether to believe it. */
export function comparisonDocument(
  summary: ComparisonSummary,
  { all = false }: ComparisonDocumentOptions = {},
): Document {
  const { comparison, cautions, seed } = summary;
  const { alternatives, base, replications } = comparison;
  const [only] = replications;
  const worlds = replications.length === 1 ? `world ${only}` : `the same ${replications.length} worlds`;
  const overall = overallSentence(comparison);
  return [
    {
      type: "title",
      text: summary.scenario,
      under: `${counted(alternatives.length, "alternative")} against “${base}” in ${worlds} · ${runText(summary)} · seed ${seed}`,
    },
    comparisonTable(summary, ({ primary }) => primary, "together"),
    ...(all ? otherResponses(summary) : []),
    ...(overall === undefined ? [] : [{ type: "text", sentences: [overall] } as const]),
    { type: "list", items: verdictSentences(comparison), tone: "plain", mark: "–" },
    ...textBlock(selectionSentences(comparison)),
    ...textBlock(noteSentences(summary, all)),
    ...cautionsBlock(cautions),
  ];
}

function otherResponses(summary: ComparisonSummary): readonly Block[] {
  const others = comparisonTable(summary, ({ primary, headline }) => headline && !primary, "each");
  return [{ type: "heading", text: "What does not decide, each interval by itself" }, others];
}

/** A table of differences: of each response that is shown, a row for each alternative. */
export function comparisonTable(
  { comparison: { alternatives, confidence } }: ComparisonSummary,
  isShown: (row: ComparisonRow) => boolean,
  holding: string,
): Block {
  const shown = (alternatives[0]?.rows ?? []).filter(isShown);
  const sections = shown.map(
    (first): TableSection => ({
      heading: `${first.label} (base: ${baseText(first)})`,
      rows: alternatives.map(({ name, rows }) => {
        const row = rows.find(({ response }) => response === first.response)!;
        const { difference, interval } = differenceText(row);
        return [
          name,
          valueText({ ...row.own, unit: row.unit }).value,
          difference,
          interval,
          winsText(row),
          varianceRatioText(row),
        ];
      }),
    }),
  );
  const right = (title: string): DocumentColumn => ({ title, align: "right" });
  return {
    type: "table",
    columns: [
      { title: "", align: "left" },
      right(""),
      right("change"),
      { title: `${brief(confidence * 100)} % ${holding}`, align: "left" },
      { title: "better in", align: "left" },
      right("pairing"),
    ],
    sections,
  };
}

function baseText({ base, unit }: ComparisonRow): string {
  const text = valueText({ ...base, unit });
  return `${text.value}${text.unit === "" ? "" : ` ${text.unit}`}`;
}

function noteSentences({ comparison }: ComparisonSummary, all: boolean): readonly string[] {
  const { primary, alternatives, confidence, replications, leftOut } = comparison;
  const rows = alternatives.flatMap((alternative) => alternative.rows.filter((row) => row.primary));
  const together =
    replications.length < 2 || primary.length * alternatives.length < 2
      ? []
      : [
          `The intervals of what decides hold together: with a confidence of ${brief(confidence * 100)} % all of them cover at once.`,
        ];
  const unsized = rows.some(
    ({ conclusion, smallestDifference }) => conclusion === "unclear" && smallestDifference === undefined,
  );
  return [
    ...together,
    ...(rows.some(({ unit }) => unit === "share") ? ["Changes of shares are in percentage points."] : []),
    ...(replications.length < 2
      ? []
      : [
          "“Better in” counts worlds, = those in which both are alike; “pairing” is how many times smaller the variance of a change is for being measured in the same worlds.",
        ]),
    ...(unsized
      ? [
          "Say with --smallest-difference, or in the scenario, from when on a difference matters, and it can be told when one does not.",
        ]
      : []),
    ...(all ? [] : ["comparison.csv has all responses; --all shows more of them here."]),
    ...(leftOut.length === 0
      ? []
      : [
          `Not compared, because not all alternatives have it alike: ${leftOut.map(({ response }) => response).join(", ")}.`,
        ]),
  ];
}

function textBlock(sentences: readonly string[]): readonly Block[] {
  return sentences.length === 0 ? [] : [{ type: "text", sentences }];
}
