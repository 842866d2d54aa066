import type { UncertainAlternative, UncertaintyDifference, UncertaintyRow } from "../experiment/index.ts";
import { cautionsBlock } from "./cautions-block.ts";
import { differenceText, winsText } from "./difference-text.ts";
import type { Block, Document, DocumentColumn, TableSection } from "./document.ts";
import { GROUP_HEADINGS } from "./group-headings.ts";
import { brief, fixed } from "./number.ts";
import type { UncertaintySummary } from "./uncertainty-summary.ts";
import { valueText } from "./value-text.ts";
import { counted, listed, runText } from "./words.ts";

export interface UncertaintyDocumentOptions {
  /** Whether responses are shown that do not decide, as far as a run would show them. */
  readonly all?: boolean;
}

/** What a planner reads of a run, or a comparison, whose inputs are not known for sure. */
export function uncertaintyDocument(
  summary: UncertaintySummary,
  { all = false }: UncertaintyDocumentOptions = {},
): Document {
  const { uncertainty, cautions } = summary;
  const { alternatives, draws, inner, inputs, seed } = uncertainty;
  const [base, ...others] = alternatives as [UncertainAlternative, ...UncertainAlternative[]];
  const against =
    others.length === 0 ? "" : `${counted(others.length, "alternative")} against “${base.name}” · `;
  const under = `${against}${draws} draws of ${counted(inputs.length, "uncertain input")}, ${counted(inner, "replication")} each · ${runText(summary)} · seed ${seed}`;
  return [
    { type: "title", text: summary.scenario, under },
    others.length === 0 ? runTable(summary, base) : comparisonTable(summary, others, all),
    ...(others.length === 0 ? [] : [verdicts(others)]),
    { type: "text", sentences: notes(summary, others) },
    ...cautionsBlock(cautions),
  ];
}

const right = (title: string): DocumentColumn => ({ title, align: "right" });
const left = (title: string): DocumentColumn => ({ title, align: "left" });

function runTable(
  { uncertainty: { confidence } }: UncertaintySummary,
  { rows }: UncertainAlternative,
): Block {
  const shown = rows.filter(({ headline }) => headline);
  const groups = [...new Set(shown.map(({ group }) => group))];
  return {
    type: "table",
    columns: [
      left(""),
      right("mean"),
      left(`${brief(confidence * 100)} % in all`),
      left("by chance alone"),
      right("inputs' part"),
    ],
    sections: groups.map(
      (group): TableSection => ({
        heading: GROUP_HEADINGS[group],
        rows: shown
          .filter((row) => row.group === group)
          .map((row) => {
            const { value, unit, interval } = valueText(row);
            const chance = valueText({ unit: row.unit, estimate: row.estimate, ...row.chance });
            return [`${row.label} [${unit}]`, value, interval, chance.interval, partText(row)];
          }),
      }),
    ),
  };
}

/** From here on chance hides what inputs do: the least part that is told, of what it may be at most. */
const TOLD = 0.5;

/** `98 %`: how much of the interval's variance not knowing the inputs stands for; `≤ 98 %` where chance hides it. */
function partText({ share, shareHigh }: Pick<UncertaintyRow, "share" | "shareHigh">): string {
  if (Number.isNaN(share)) return "";
  if (share < TOLD * shareHigh) return `≤ ${fixed(100 * shareHigh, 0)} %`;
  if (share > 0.995 && share < 1) return "> 99 %";
  return `${fixed(100 * share, 0)} %`;
}

function comparisonTable(
  { uncertainty: { confidence } }: UncertaintySummary,
  others: readonly UncertainAlternative[],
  all: boolean,
): Block {
  const shown = others[0]!.differences.filter(({ primary, headline }) => primary || (all && headline));
  return {
    type: "table",
    columns: [
      left(""),
      right(""),
      right("change"),
      left(`${brief(confidence * 100)} % in all`),
      left("better in"),
      right("inputs' part"),
    ],
    sections: shown.map((first, _): TableSection => {
      const base = valueText({ unit: first.unit, estimate: first.base, ...NO_ENDS });
      return {
        heading: `${first.label} (base: ${base.value} ${base.unit})`,
        rows: others.map(({ name, differences }) => {
          const row = differences.find(({ response }) => response === first.response)!;
          const { difference, interval } = textOf(row);
          const own = valueText({ unit: row.unit, estimate: row.own, ...NO_ENDS }).value;
          return [name, own, difference, interval, winsText(row), partText(row)];
        }),
      };
    }),
  };
}

const NO_ENDS = { low: Number.NaN, high: Number.NaN };

function textOf({ estimate, low, high, unit, own, base }: UncertaintyDifference) {
  return differenceText({
    difference: estimate,
    low,
    high,
    unit,
    own: { estimate: own },
    base: { estimate: base },
  });
}

/** What to think of each alternative, given what its inputs may be. */
function verdicts(others: readonly UncertainAlternative[]): Block {
  const items = others.map(({ name, differences }) => {
    const deciding = differences.filter(({ primary }) => primary);
    const those = (...conclusions: readonly UncertaintyDifference["conclusion"][]) =>
      deciding.filter(({ conclusion }) => conclusions.includes(conclusion));
    const say = (what: string, rows: readonly UncertaintyDifference[]) =>
      rows.length === 0
        ? []
        : [`${what} ${listed(rows.map((row) => `${row.label} (in ${winsText(row)} draws)`))}`];
    const labels = (what: string, rows: readonly UncertaintyDifference[]) =>
      rows.length === 0 ? [] : [`${what} ${listed(rows.map(({ label }) => label))}`];
    const parts = [
      ...say("very likely better on", those("better")),
      ...say("very likely worse on", those("worse")),
      ...labels("very likely higher in", those("higher")),
      ...labels("very likely lower in", those("lower")),
      ...labels("no difference that matters in", those("alike", "same")),
      ...say("it depends on the inputs, or cannot be told, on", those("unclear")),
    ];
    return `${name}: ${parts.join("; ")}.`;
  });
  return { type: "list", items, tone: "plain", mark: "–" };
}

function notes(
  { uncertainty }: UncertaintySummary,
  others: readonly UncertainAlternative[],
): readonly string[] {
  const { confidence, draws, inner, inputs } = uncertainty;
  const what = others.length === 0 ? "each number" : "each change";
  const sure = `${brief(confidence * 100)} %`;
  const fixed = others.filter((each) => each.fixed.length > 0);
  return [
    `${what[0]!.toUpperCase()}${what.slice(1)} is the mean over what the inputs may be. “In all” is where this clinic's own ${others.length === 0 ? "long-run figure" : "change"} lies with a probability of ${sure}, each by itself, given that nobody knows which of those inputs it has, and given the chance that ${counted(draws * inner, "world")} leave.`,
    ...(others.length === 0
      ? ["“By chance alone” is what would be left if the inputs were known."]
      : ["“Better in” counts draws, each by the mean of its worlds, = those in which both are alike."]),
    ...(endless(uncertainty.alternatives)
      ? ["∞: in some draws so many are never answered that the mean has no end."]
      : []),
    "“Inputs' part” is how much of the interval's variance comes from not knowing them: what is above 90 % gets no better by more worlds, only by measuring inputs; ≤: so much at most, because the worlds of a draw differ so much that one cannot tell.",
    ...fixed.map(
      ({ name, fixed: paths }) =>
        `“${name}” sets ${listed(paths.slice(0, 5))}${paths.length > 5 ? " and others" : ""} itself, which is not drawn there.`,
    ),
    `Drawn from the ledger's ranges, independently of each other: ${inputs.length <= 4 ? listed(inputs.map(({ path }) => path)) : `${counted(inputs.length, "input")}, which draws.csv lists`}.`,
  ];
}

function endless(alternatives: readonly UncertainAlternative[]): boolean {
  const [base, ...others] = alternatives;
  const shown = others.length === 0 ? base!.rows.filter(({ headline }) => headline) : [];
  const compared = others.flatMap(({ differences }) => differences.filter(({ primary }) => primary));
  return [...shown, ...compared].some(({ estimate }) => Math.abs(estimate) === Infinity);
}
