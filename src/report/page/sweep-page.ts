import type { Block, Document } from "../document.ts";
import { shortNames } from "../factor-text.ts";
import type { Figure } from "../figures/figure.ts";
import { effectFigure, type Measure, pointText, surfaceFigure } from "../figures/sweep-figures.ts";
import { tradeOffFigure } from "../figures/trade-off.ts";
import { brief, percent } from "../number.ts";
import type { PromiseTerms } from "../summary.ts";
import { sweepDocument } from "../sweep-document.ts";
import type { SweepSummary } from "../sweep-summary.ts";
import { valueText } from "../value-text.ts";
import { counted } from "../words.ts";
import { ledgerSection, organisationSection, reproduceSection, warningBlocks } from "./below.ts";
import { groupCards } from "./group-cards.ts";
import type { PageMatter } from "./matter.ts";
import { isWithin, type PlanFacts, ranked } from "./plan-facts.ts";
import type { ToldResponses } from "./responses-told.ts";

/** A row of `points.csv`. */
export interface SweepPoint {
  readonly point: number;
  readonly levels: readonly (string | number)[];
  /** By response: the mean of the point's replications; NaN: none. */
  readonly values: ReadonlyMap<string, number>;
}

/** What a response is called, by its name. */
export interface NamedMeasure extends Measure {
  readonly response: string;
}

const COST = "cost_per_week";
/** Factors that have a picture of their own. */
const MOST_EFFECTS = 6;
/** Points in a picture; of more, every second, third … is drawn. */
const MOST_POINTS = 1500;

/** What a director reads of a sweep: the cheapest setting that keeps the promise, and how every setting does. */
export function sweepPage(
  summary: SweepSummary,
  points: readonly SweepPoint[],
  measures: readonly NamedMeasure[],
  promises: readonly PromiseTerms[],
  matter: PageMatter,
): Document {
  const { scenario } = matter;
  const names = shortNames(summary.columns.map(({ path }) => path));
  const factors = summary.columns.map(({ unit = "" }, i): Measure => ({ label: names[i]!, unit }));
  const nameOf = ({ levels }: SweepPoint) => pointText(levels, factors);
  const plans = points.map((point) => ({ point, facts: factsOf(point, nameOf(point), promises) }));
  const order = ranked(
    plans.map(({ facts }) => facts),
    promises,
  );
  const best = plans.find(({ facts }) => facts === order[0])!;
  const [title, ...rest] = sweepDocument(summary);
  return [
    title!,
    answer(order, promises, summary, best.point, measures),
    groupCards(toldOfPoint(best.point, measures), promises, scenario),
    ...warningBlocks(summary.cautions, scenario),
    { type: "heading", text: "Pictures" },
    ...figuresOf(points, factors, measures, promises, nameOf, order[0]!.name).map(
      (figure) => ({ type: "figure", figure }) as const,
    ),
    { type: "heading", text: "For those who ask" },
    {
      type: "section",
      heading: summary.everyPoint ? "Every setting" : "The least and the most of each response",
      folded: true,
      blocks: rest.filter(({ type }) => type !== "list"),
    },
    ledgerSection(scenario, matter.sources),
    organisationSection(scenario),
    reproduceSection(matter, summary.replications, "the sweep's folder"),
  ];
}

function factsOf({ values }: SweepPoint, name: string, promises: readonly PromiseTerms[]): PlanFacts {
  const of = (response: string) => values.get(response) ?? Number.NaN;
  const alone = (response: string) => ({ estimate: of(response), low: Number.NaN, high: Number.NaN });
  return {
    name,
    risks: promises.map(({ response }) => alone(`${response}_month_risk`)),
    shares: promises.map(({ response }) => alone(`${response}_share`)),
    cost: of(COST),
    afterHours: of("physician_after_hours_min_per_week"),
    wait: of("first_reply_p90_business_h"),
  };
}

function answer(
  order: readonly PlanFacts[],
  promises: readonly PromiseTerms[],
  { scenario, points, replications }: SweepSummary,
  point: SweepPoint,
  measures: readonly NamedMeasure[],
): Block {
  const [best, second] = order;
  const keeping = order.filter((plan) => isWithin(plan, promises)).length;
  const keeps = promises.length > 0 && keeping > 0;
  const many = promises.length > 1 ? "promises" : "promise";
  const kept = promises.map(
    ({ name, risk }, i) =>
      `There “${name}” is kept for ${percent(best!.shares[i]!.estimate)} of messages, and a month falls short with a risk of ${percent(best!.risks[i]!.estimate)}; ${percent(risk, 0)} is allowed.`,
  );
  const money = (measures.find(({ response }) => response === COST)?.unit ?? "").split(" per ")[0] ?? "";
  return {
    type: "answer",
    question: `Which of ${counted(points, "setting")} of “${scenario}” is worth having?`,
    answer:
      promises.length === 0
        ? `Patients wait least with ${best!.name}.`
        : keeps
          ? `The cheapest that keeps the ${many}: ${best!.name}.`
          : `None keeps the ${many}; nearest comes ${best!.name}.`,
    tone: keeps ? "good" : "caution",
    sentences: [
      ...kept.filter((each) => !each.includes("NaN")),
      ...(!(best!.cost > 0) ? [] : [`It costs ${brief(best!.cost, 0)} ${money} a week.`]),
      ...(keeps ? [`${keeping} of ${points} settings keep the ${many}, by their estimates.`] : []),
      ...(second === undefined ? [] : [`Next in order: ${second.name}.`]),
      `Settings are judged by the mean of ${brief(replications / points, 1)} simulated worlds each, without intervals: confirm point ${point.point} with clinicsim run or compare before acting on it.`,
    ],
  };
}

function toldOfPoint({ values }: SweepPoint, measures: readonly NamedMeasure[]): ToldResponses {
  return new Map(
    measures.map(({ response, label, unit }) => {
      const estimate = values.get(response) ?? Number.NaN;
      const { value, unit: unitText } = valueText({ unit, estimate, low: Number.NaN, high: Number.NaN });
      return [response, { response, unit, label, estimate, value, withInterval: value, unitText }];
    }),
  );
}

function figuresOf(
  points: readonly SweepPoint[],
  factors: readonly Measure[],
  measures: readonly NamedMeasure[],
  promises: readonly PromiseTerms[],
  nameOf: (point: SweepPoint) => string,
  best: string,
): readonly Figure[] {
  const every = Math.ceil(points.length / MOST_POINTS);
  const drawn = points.filter((_, i) => i % every === 0);
  const [promise] = promises;
  const wanted = promise === undefined ? "first_reply_p90_business_h" : `${promise.response}_share`;
  const response = measures.find((each) => each.response === wanted);
  const cost = measures.find((each) => each.response === COST);
  if (response === undefined) return [];
  const spotsOf = (name: string) =>
    drawn.map(({ levels, values }) => ({ levels, value: values.get(name) ?? Number.NaN }));
  const spots = spotsOf(response.response);
  const terms = { factors, response, ...(promise === undefined ? {} : { target: promise.target }) };
  const found = [
    surfaceFigure(spots, factors, response),
    ...factors.slice(0, MOST_EFFECTS).map((_, i) => effectFigure(spots, i, `effect-${i + 1}`, terms)),
    cost === undefined || promise === undefined
      ? undefined
      : tradeOffFigure(
          drawn.map((point) => ({
            name: nameOf(point),
            x: point.values.get(COST) ?? Number.NaN,
            y: point.values.get(response.response) ?? Number.NaN,
            kind: nameOf(point) === best ? "recommended" : "others",
            label: "",
          })),
          { x: cost, y: response, kinds: ["recommended", "others"], target: promise.target },
        ),
  ];
  return found
    .filter((figure) => figure !== undefined)
    .map((figure) =>
      every === 1
        ? figure
        : {
            ...figure,
            inputs: [
              ...figure.inputs,
              ["drawn", `every ${every} of ${points.length} settings; all stand in points.csv`] as const,
            ],
          },
    );
}
