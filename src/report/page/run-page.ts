import type { AnalysisRow } from "../../experiment/index.ts";
import type { Block, Document, TableSection } from "../document.ts";
import { backlogFigure } from "../figures/backlog.ts";
import type { Figure } from "../figures/figure.ts";
import { firstRepliesFigure } from "../figures/first-replies.ts";
import {
  HOW_TO_FIND_HEADROOM,
  headroomFigure,
  headroomSentences,
  UNKNOWN_HEADROOM,
} from "../figures/headroom.ts";
import { type PromiseKept, promiseMonthsFigure, promisesFigure } from "../figures/promises.ts";
import { waitingFigure } from "../figures/waiting.ts";
import { weekAndDayFigures } from "../figures/week-and-day.ts";
import { GROUP_HEADINGS } from "../group-headings.ts";
import type { NamedHeadroom } from "../headroom-json.ts";
import { brief, percent } from "../number.ts";
import { regimeBlocks } from "../regimes-text.ts";
import { runKindSentences } from "../run-kind-text.ts";
import { sanitySentences } from "../sanity-sentences.ts";
import { sentences } from "../sentences.ts";
import type { Summary } from "../summary.ts";
import { untilSentences } from "../until-text.ts";
import { valueText } from "../value-text.ts";
import { counted, listed, runText } from "../words.ts";
import {
  ledgerSection,
  organisationSection,
  reproduceSection,
  warningBlocks,
  withoutPatterns,
} from "./below.ts";
import { groupCards } from "./group-cards.ts";
import { headroomOf, type PageMatter } from "./matter.ts";
import { isWithin, type PlanFacts, standingOf } from "./plan-facts.ts";
import { toldOfRun } from "./responses-told.ts";

/** What a director reads of a run: does it keep its promises, what does it mean for whom, what does it look like, on what does it stand. */
export function runPage(summary: Summary, matter: PageMatter): Document {
  const { analysis, promises, cautions } = summary;
  const { scenario } = matter;
  const told = toldOfRun(analysis.rows);
  const replications = analysis.replications.length;
  return [
    {
      type: "title",
      text: summary.scenario,
      under: `${runText(summary)} · ${counted(replications, "simulated world")} · seed ${summary.seed}`,
    },
    answer(summary, headroomOf(matter, summary.scenario)),
    groupCards(told, promises, scenario),
    ...warningBlocks(cautions, scenario),
    { type: "heading", text: "Pictures" },
    ...figuresOf(summary, matter).map((figure) => ({ type: "figure", figure }) as const),
    ...(matter.patterns === undefined ? withoutPatterns(matter.command) : []),
    { type: "heading", text: "For those who ask" },
    {
      type: "section",
      heading: "All numbers",
      folded: true,
      blocks: [numbersTable(analysis.rows, analysis.confidence)],
    },
    ...regimeSection(summary),
    {
      type: "section",
      heading: "Notes on the statistics",
      folded: true,
      blocks: [
        {
          type: "text",
          sentences: statisticsSentences(
            summary,
            headroomOf(matter, summary.scenario)?.search === "thorough",
          ),
        },
        { type: "text", sentences: sanitySentences(summary) },
      ],
    },
    ledgerSection(scenario, matter.sources),
    organisationSection(scenario),
    reproduceSection(matter, replications, "the result's folder"),
  ];
}

/** What decides of a run's only way of working. */
export function factsOfRun({ analysis, promises, scenario }: Summary): PlanFacts {
  const rows = new Map(analysis.rows.map((row) => [row.response, row]));
  return {
    name: scenario,
    risks: promises.map(({ response }) => estimated(rows.get(`${response}_month_risk`))),
    shares: promises.map(({ response }) => estimated(rows.get(`${response}_share`))),
    cost: rows.get("cost_per_week")?.estimate ?? Number.NaN,
    afterHours: rows.get("physician_after_hours_min_per_week")?.estimate ?? Number.NaN,
    wait: rows.get("first_reply_p90_business_h")?.estimate ?? Number.NaN,
  };
}

function answer(summary: Summary, headroom: NamedHeadroom | undefined): Block {
  const { analysis, promises, scenario } = summary;
  const facts = factsOfRun(summary);
  const many = promises.length > 1;
  const question =
    promises.length === 0
      ? `How long do patients of “${scenario}” wait, and what does it cost?`
      : `Does “${scenario}” keep its ${many ? "promises" : "promise"} with the people it has?`;
  const cost = analysis.rows.find(({ response }) => response === "cost_per_week");
  const costText = cost === undefined ? undefined : valueText(cost);
  const keeps = standingOf(facts, promises) !== "none" && isWithin(facts, promises);
  const told = [
    ...sentences(summary),
    ...(headroom !== undefined ? headroomSentences(headroom) : keeps ? [UNKNOWN_HEADROOM] : []),
    ...(costText === undefined || costText.value === "none" || cost!.estimate === 0
      ? []
      : [
          `The staff costs ${costText.value} ${(cost!.unit.split(" per ")[0] ?? "").trim()} a week, its other work and paid absence included.`,
        ]),
  ];
  return { type: "answer", question, ...verdict(facts, summary), sentences: told };
}

function verdict(
  facts: PlanFacts,
  { promises }: Summary,
): Pick<Extract<Block, { type: "answer" }>, "answer" | "tone"> {
  const standing = standingOf(facts, promises);
  if (standing === "none") {
    return promises.length === 0
      ? { answer: "No promise is made here, so there is none to keep.", tone: "plain" }
      : { answer: "There was no message by which a promise could be judged.", tone: "caution" };
  }
  const it = promises.length > 1 ? "them" : "it";
  if (standing === "keeps") return { answer: `Yes: it keeps ${it}.`, tone: "good" };
  if (standing === "breaks")
    return { answer: `No: months fall short more often than is allowed.`, tone: "bad" };
  return isWithin(facts, promises)
    ? { answer: `Probably: but these worlds are too few to be sure.`, tone: "caution" }
    : { answer: `Probably not: but these worlds are too few to be sure.`, tone: "caution" };
}

function estimated(row: AnalysisRow | undefined) {
  const { estimate = Number.NaN, low = Number.NaN, high = Number.NaN } = row ?? {};
  return { estimate, low, high };
}

function figuresOf(summary: Summary, matter: PageMatter): readonly Figure[] {
  const { patterns } = matter;
  const headroom = headroomOf(matter, summary.scenario);
  const { analysis, promises } = summary;
  const rows = new Map(analysis.rows.map((row) => [row.response, row]));
  const kept = promises.flatMap(({ name, response, target }): PromiseKept[] => {
    const row = rows.get(`${response}_share`);
    return row === undefined ? [] : [{ name, share: row.estimate, low: row.low, high: row.high, target }];
  });
  const own = patterns?.[0];
  const marks = [
    ["half", "first_reply_median_business_h"],
    ["nine of ten", "first_reply_p90_business_h"],
  ].flatMap(([words, response]) => {
    const hours = rows.get(response!)?.estimate ?? Number.NaN;
    return Number.isFinite(hours) ? [{ label: `${words} within ${brief(hours)} h`, hours }] : [];
  });
  const found = [
    promisesFigure(kept, listed(promises.map(({ name }) => name)), analysis.confidence),
    ...(own === undefined
      ? []
      : [
          firstRepliesFigure(own, marks),
          ...promises.map((promise, i) =>
            promiseMonthsFigure([{ ...own, name: summary.scenario }], i, promise),
          ),
          backlogFigure([own]),
        ]),
    headroom === undefined ? undefined : headroomFigure(summary.scenario, headroom),
    waitingFigure(
      summary.scenario,
      analysis.rows.filter(({ group }) => group === "waiting"),
    ),
    ...(own === undefined ? [] : weekAndDayFigures(own)),
  ];
  return found.filter((figure) => figure !== undefined);
}

/** Every response with its name in the files, as exact as its interval bears out. */
function numbersTable(rows: readonly AnalysisRow[], confidence: number): Block {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return {
    type: "table",
    columns: [
      { title: "", align: "left", wraps: true },
      { title: "value", align: "right" },
      { title: "unit", align: "left" },
      { title: `${brief(confidence * 100)} % interval`, align: "left" },
      { title: "in summary.csv", align: "left" },
    ],
    sections: groups.map(
      (group): TableSection => ({
        heading: GROUP_HEADINGS[group],
        rows: rows
          .filter((row) => row.group === group)
          .map((row) => {
            const { value, unit, interval } = valueText(row);
            return [row.label, value, unit, interval, row.response];
          }),
      }),
    ),
  };
}

function regimeSection(summary: Summary): Document {
  const blocks = regimeBlocks(summary);
  return blocks.length === 0
    ? []
    : [{ type: "section", heading: "By stretch of the timeline", folded: true, blocks }];
}

function statisticsSentences(summary: Summary, isLookedFor: boolean): readonly string[] {
  const { analysis, until } = summary;
  const count = analysis.replications.length;
  return [
    count === 1
      ? "One world was simulated: its numbers are one year's luck, and have no intervals."
      : `Every number is from ${brief(count, 0)} simulated worlds; where the interval is ${percent(analysis.confidence, 0)}, it covers what endlessly many worlds would say in about so many of 100 such experiments.`,
    "Intervals are about the chance within the model; whether the clinic is as the scenario says is another matter, and below.",
    ...untilSentences(until, analysis),
    ...runKindSentences(summary),
    ...(summary.promises.length === 0 || isLookedFor ? [] : [HOW_TO_FIND_HEADROOM]),
  ];
}
