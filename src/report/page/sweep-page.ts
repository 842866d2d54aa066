import type { Document } from "../document.ts";
import { shortNames } from "../factor-text.ts";
import type { Figure } from "../figures/figure.ts";
import { effectFigure, type Measure, pointText, surfaceFigure } from "../figures/sweep-figures.ts";
import { tradeOffFigure } from "../figures/trade-off.ts";
import type { PromiseTerms } from "../summary.ts";
import { sweepDocument } from "../sweep-document.ts";
import type { SweepSummary } from "../sweep-summary.ts";
import { valueText } from "../value-text.ts";
import { ledgerSection, organisationSection, reproduceSection, warningBlocks } from "./below.ts";
import { COST } from "./choice.ts";
import { groupCards } from "./group-cards.ts";
import type { PageMatter } from "./matter.ts";
import { ranked } from "./plan-facts.ts";
import type { ToldResponses } from "./responses-told.ts";
import { sweepAnswer } from "./sweep-answer.ts";
import { givenOf, inWords, type SweepPoint, waysOf } from "./sweep-ways.ts";

/** What a response is called, by its name. */
export interface NamedMeasure extends Measure {
  readonly response: string;
}

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
  const factors = summary.columns.map(({ unit = "" }, i): Measure => ({ label: inWords(names[i]!), unit }));
  const nameOf = ({ levels }: SweepPoint) => pointText(levels, factors);
  const given = givenOf(
    points,
    summary.columns.map(({ path }) => path),
  );
  const ways = waysOf(points, factors, given, promises);
  const order = ranked(
    ways.map(({ facts }) => facts),
    promises,
  );
  const chooses = given.includes(false);
  const best = ways.find(({ facts }) => facts === order[0])!;
  const [title, ...rest] = sweepDocument(summary);
  return [
    title!,
    sweepAnswer(summary, { order, best, factors, given }, promises, measures),
    groupCards(toldOfPoint(best.worst, measures), promises, scenario),
    ...warningBlocks(summary.cautions, scenario, "as written"),
    { type: "heading", text: "Pictures" },
    ...figuresOf(points, factors, measures, promises, nameOf, new Set(chooses ? best.points : [])).map(
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
  best: ReadonlySet<SweepPoint>,
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
            kind: best.has(point) ? "recommended" : "others",
            label: "",
          })),
          {
            x: cost,
            y: response,
            kinds: best.size === 0 ? ["others"] : ["recommended", "others"],
            target: promise.target,
          },
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
