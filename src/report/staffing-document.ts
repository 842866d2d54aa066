import type { Explanation, StaffingAnswer } from "../experiment/index.ts";
import type { Block, Document } from "./document.ts";
import { brief, fixed } from "./number.ts";
import { requirementNames } from "./requirement-name.ts";
import { chosenSentences, keptTable, left, planTable, right } from "./staffing-plan-blocks.ts";
import {
  erlangSentences,
  givenBackSentence,
  hourSentences,
  moreSentence,
  noPlanSentences,
  pointSentences,
  stepSentence,
  volumeSentence,
} from "./staffing-sentences.ts";
import type { StaffingSummary } from "./staffing-summary.ts";
import { toldText, toleranceText } from "./staffing-values.ts";
import { counted, listed, runText } from "./words.ts";

export interface StaffingDocumentOptions {
  /** Whether every plan is shown, not only those that say something. */
  readonly all?: boolean;
}

/** What a planner reads: the plan, what it keeps, why one fewer fails, what more would bring, and how far it goes. */
export function staffingDocument(
  summary: StaffingSummary,
  { all = false }: StaffingDocumentOptions = {},
): Document {
  const { answer } = summary;
  const { chosen, explanation, plans, confidence } = answer;
  const title: Block = {
    type: "title",
    text: summary.scenario,
    under: `the ${answer.objectives[0]!.response === "cost_per_week" ? "cheapest" : "best"} of ${counted(plans.length, "plan")} that keeps everything, with a confidence of ${brief(confidence * 100)} % · ${runText(summary)} · seed ${summary.seed}`,
  };
  if (chosen === undefined) {
    return [
      title,
      text(noPlanSentences(answer)),
      ...failedBlock(answer),
      heading("Plans"),
      ...plansBlocks(answer),
      spentBlock(answer),
    ];
  }
  return [
    title,
    planTable(answer, chosen),
    keptTable(chosen),
    text(chosenSentences(answer, chosen)),
    ...(explanation === undefined
      ? []
      : [...whyBlocks(answer, explanation), ...formulaBlocks(answer, explanation)]),
    ...tradeOffBlock(answer),
    ...(all ? [heading("Plans"), ...plansBlocks(answer)] : []),
    ...failedBlock(answer),
    spentBlock(answer),
  ];
}

const text = (sentences: readonly string[]): Block => ({ type: "text", sentences });
const heading = (words: string): Block => ({ type: "heading", text: words });

function list(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ type: "list", items, tone: "plain", mark: "–" }];
}

/** Why not less, and what more would bring. */
export function whyBlocks(answer: StaffingAnswer, explanation: Explanation): readonly Block[] {
  const { today, fewer, more, worlds } = explanation;
  const atLeast = answer.decisions.filter(
    ({ levels, inOrder }, i) => inOrder && levels[0] === answer.chosen!.levels[i],
  );
  const given = givenBackSentence(explanation);
  const cost =
    answer.explanation?.today.rows.find(({ response }) => response === "cost_per_week")?.unit ?? "";
  const points = pointSentences(explanation, cost);
  return [
    heading(`Why not less, in the same ${worlds} worlds`),
    ...list([
      ...fewer.map((step) => stepSentence(step, answer)),
      ...atLeast.map(({ name, levels }) => `${name}: ${levels[0]!} is the least that may be chosen.`),
    ]),
    text([
      today.broken.length === 0
        ? "Today's clinic keeps everything, by its means."
        : `Today's clinic breaks ${listed(requirementNames(answer, today.broken))}.`,
      ...(given === undefined ? [] : [given]),
      volumeSentence(explanation, answer),
    ]),
    ...(more.length + explanation.hours.length === 0 ? [] : [heading("What more would bring")]),
    ...list([
      ...more.map((step) => moreSentence(step, answer)),
      ...hourSentences(explanation, answer),
      ...points,
    ]),
  ];
}

function formulaBlocks(answer: StaffingAnswer, explanation: Explanation): readonly Block[] {
  if (explanation.erlang === undefined) return [];
  return [heading("What a formula would say"), ...erlangBlocks(answer, explanation)];
}

/** What Erlang C would say, and why that is not enough. */
export function erlangBlocks(answer: StaffingAnswer, explanation: Explanation): readonly Block[] {
  return [text(erlangSentences(explanation, answer))];
}

/** Plans of which none is better in both of two things that are minimised. */
export function tradeOffBlock({ tradeOff, objectives }: StaffingAnswer): readonly Block[] {
  if (tradeOff === undefined) return [];
  return [
    {
      type: "table",
      columns: [left(""), ...objectives.map(({ label }) => right(label))],
      sections: [
        {
          heading:
            "Plans that keep everything in the search's worlds, of which none is better in both; only the chosen one was confirmed",
          rows: tradeOff.map(({ name, values }) => [
            name,
            ...values.map((value, i) =>
              toldText({ estimate: value, low: Number.NaN, high: Number.NaN }, objectives[i]!.unit),
            ),
          ]),
        },
      ],
    },
  ];
}

/** Every plan that was looked at, with what became of it; names are too long for a table. */
export function plansBlocks(answer: StaffingAnswer): readonly Block[] {
  const { plans } = answer;
  return [
    {
      type: "entries",
      entries: plans.map(({ name, state, replications, why, requirements: found }) => {
        const places = found.flatMap(({ verdict }, i) => (verdict === "missed" ? [i] : []));
        const missed = requirementNames(answer, places);
        const reason = why ?? (missed.length === 0 ? undefined : `misses ${listed(missed)}`);
        return {
          term: name,
          note: replications === 0 ? state : `${state}, in ${counted(replications, "replication")}`,
          texts: reason === undefined ? [] : [reason],
        };
      }),
    },
  ];
}

/** What took from the search, or from its certainty. */
export function failedBlock(answer: StaffingAnswer): readonly Block[] {
  const { failed, notMonotone, plans } = answer;
  const guesses = plans.filter(({ forced }) => forced).length;
  const capped = failed.filter(({ isCapped }) => isCapped);
  const items = [
    ...failed.map(
      ({ name, missed }) =>
        `the search found “${name}” good, but fresh worlds could not confirm ${listed(requirementNames(answer, missed))}: it was passed over`,
    ),
    ...(capped.length === 0
      ? []
      : [
          `--at-most allowed fewer worlds than it takes to confirm ${listed(capped.map(({ name }) => `“${name}”`))}: a good plan may be lost for it, and the confidence does not hold for that`,
        ]),
    ...notMonotone.map((words) => `more did not help where one would expect it: ${words}`),
    ...(guesses === 0
      ? []
      : [
          `the tests of ${counted(guesses, "plan")} were cut short by --at-most, and decided by what there was: the confidence does not hold for them`,
        ]),
  ];
  return items.length === 0 ? [] : [{ type: "list", items, tone: "caution", mark: "!" }];
}

/** What it took. */
export function spentBlock({ spent, requirements, plans }: StaffingAnswer): Block {
  const { search, confirmation, explanation, equal } = spent;
  const tried = plans.filter(({ replications }) => replications > 0).length;
  const decided = search + confirmation;
  const tolerances = requirements.map(
    ({ label, unit, tolerance }) => `${label} by ${toleranceText(tolerance, unit)}`,
  );
  const ruledOut = plans.filter(({ state }) => state === "pruned").length;
  const without = ruledOut === 0 ? "" : `, ${ruledOut} were ruled out by arithmetic`;
  const saved = Number.isNaN(equal) ? "" : `; for all plans alike it would have been ${fixed(equal, 0)}`;
  return text([
    `${counted(tried, "plan")} of ${plans.length} were simulated${without}, in ${fixed(decided, 0)} replications${saved}.`,
    ...(explanation === 0 ? [] : [`Another ${fixed(explanation, 0)} went into the reasons.`]),
    `A plan that is not better than its bounds by as much as this may have been passed over: ${listed(tolerances)}.`,
  ]);
}
