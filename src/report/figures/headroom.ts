import type { Headroom, HeadroomStep } from "../../experiment/index.ts";
import { brief, percent } from "../number.ts";
import type { Figure } from "./figure.ts";
import { specOf, tooltip } from "./marks.ts";
import { colour } from "./palette.ts";

/** The risk that a month falls short, as volume grows; undefined where one volume was tried. */
export function headroomFigure(name: string, { replications, steps }: Headroom): Figure | undefined {
  if (steps.length < 2) return undefined;
  const rows = steps.flatMap(({ factor, risks }) =>
    risks
      .filter(({ estimate }) => Number.isFinite(estimate))
      .map((risk) => ({ ...risk, growth: factor - 1 })),
  );
  const promises = [...new Set(rows.map(({ promise }) => promise))];
  const allowed = promises.map((promise) => ({
    promise,
    allowed: rows.find((row) => row.promise === promise)!.allowed,
  }));
  const many = promises.length > 1;
  const colours = [colour("blue"), colour("orange"), colour("teal"), colour("violet")];
  const scale = { domain: promises, range: promises.map((_, i) => colours[i % colours.length]!) };
  return {
    name: "headroom",
    title: "When it stops being true: more messages",
    caption: `The dots say with what risk a month falls short of the promise if so many more messages come, the bars how sure that is; the dashed line is what is allowed. Left of where the dots cross it the promise holds.`,
    inputs: [
      ["scenario", name],
      ["varied", "the volume of messages of every specialty; people and everything else stay as they are"],
      ["worlds", brief(replications, 0)],
    ],
    table: {
      columns: [
        { title: "more messages", percent: true, decimals: 0 },
        { title: "promise" },
        { title: "risk of a month", percent: true, decimals: 1 },
        { title: "from", percent: true, decimals: 1 },
        { title: "to", percent: true, decimals: 1 },
        { title: "allowed", percent: true, decimals: 0 },
      ],
      rows: rows.map(({ growth, promise, estimate, low, high, allowed: most }) => [
        growth,
        promise,
        estimate,
        low,
        high,
        most,
      ]),
    },
    spec: specOf(rows, 230, {
      encoding: {
        x: {
          field: "growth",
          type: "quantitative",
          title: "more messages than now",
          axis: { format: "+.0%", tickCount: 6, grid: false },
          scale: { nice: false, padding: 10 },
        },
        color: {
          field: "promise",
          type: "nominal",
          title: null,
          scale,
          legend: many ? { columns: 1 } : null,
        },
        tooltip: tooltip(
          ["growth", "more messages", "+.0%"],
          ["promise", "promise"],
          ["estimate", "risk of a month", ".1%"],
          ["low", "from", ".1%"],
          ["high", "to", ".1%"],
        ),
      },
      layer: [
        {
          data: { values: allowed },
          mark: { type: "rule", strokeDash: [5, 4], strokeWidth: 1.5 },
          encoding: {
            x: null,
            tooltip: null,
            y: { field: "allowed", type: "quantitative" },
            ...(many ? {} : { color: { value: colour("muted") } }),
          },
        },
        {
          mark: { type: "rule", strokeWidth: 3, opacity: 0.5 },
          encoding: {
            y: { field: "low", type: "quantitative", title: null, axis: { format: ".0%", tickCount: 5 } },
            y2: { field: "high" },
          },
        },
        {
          mark: { type: "line", strokeWidth: 1.5 },
          encoding: { y: { field: "estimate", type: "quantitative" }, tooltip: null },
        },
        {
          mark: { type: "point", filled: true, size: 70, opacity: 1 },
          encoding: { y: { field: "estimate", type: "quantitative" } },
        },
      ],
    }),
  };
}

/** Where nobody has looked when it stops being true; and, for those who make the page, how to. */
export const UNKNOWN_HEADROOM = "How much more volume it bears was not looked for.";
export const HOW_TO_FIND_HEADROOM =
  "Made with --headroom, this page says more exactly how much more volume it bears: several times as many worlds are simulated for that.";

/** Where a quick search was not begun. */
const TOO_LONG =
  "How much more volume it bears was not looked for: one world of it takes too long to simulate for a quick search.";

/** When it stops being true, in words; nothing where a promise is not kept as it is, or none is made. */
export function headroomSentences(headroom: Headroom): readonly string[] {
  const { search, steps } = headroom;
  const [now] = steps;
  if (now === undefined) return search === "quick" ? [TOO_LONG] : [];
  if (now.risks.length === 0) return [];
  if (!now.holds) {
    return search === "quick"
      ? [`Whether it bears more volume the first ${worldsOf(headroom)} leave open.`]
      : [];
  }
  const breaking = steps.find(({ holds }) => !holds);
  const holding = steps
    .filter(({ factor, holds }) => holds && (breaking === undefined || factor < breaking.factor))
    .at(-1)!;
  const sure = steps.filter(({ holds, surely }) => holds && surely).at(-1);
  const broken = steps.find(({ holds, surely }) => !holds && surely);
  const found = { now, holding, breaking, sure, broken };
  return search === "quick" ? quickSentences(headroom, found) : thoroughSentences(headroom, found);
}

interface Found {
  readonly now: HeadroomStep;
  readonly holding: HeadroomStep;
  readonly breaking: HeadroomStep | undefined;
  /** The last at which it holds, and the first at which it does not, beyond doubt. */
  readonly sure: HeadroomStep | undefined;
  readonly broken: HeadroomStep | undefined;
}

const grown = ({ factor }: HeadroomStep) => percent(factor - 1, 0);
const worldsOf = ({ replications }: Headroom) => `${brief(replications, 0)} worlds`;

function quickSentences(headroom: Headroom, { holding }: Found): readonly string[] {
  const { crossing } = headroom;
  const worlds = worldsOf(headroom);
  if (crossing === undefined)
    return [
      `It holds with all the volume that was tried, up to ${grown(holding)} more, by the estimates of ${worlds}: too few to be sure of it.`,
    ];
  const { estimate, low, high } = crossing;
  const rounded = (growth: number) => percent(growth, 0);
  const ends =
    high === Infinity
      ? `it may be anything from ${rounded(low)} on`
      : `it may be ${rounded(low)} to ${rounded(high)}`;
  const doubt =
    low < 0.005 && high === Infinity ? `${worlds} leave open how far` : `by these ${worlds} ${ends}`;
  return estimate < 0.005
    ? [`It bears hardly any more volume (${doubt}).`]
    : [`It holds until volume is about ${rounded(estimate)} higher (${doubt}).`];
}

function thoroughSentences(
  headroom: Headroom,
  { now, holding, breaking, sure, broken }: Found,
): readonly string[] {
  const it = now.risks.length > 1 ? "one of the promises" : "the promise";
  const until =
    breaking === undefined
      ? `It holds even if volume is ${grown(holding)} higher, the most that was tried.`
      : holding === now
        ? `It does not bear more volume: with ${grown(breaking)} more messages ${it} breaks.`
        : `It holds until volume is ${grown(holding)} higher; with ${grown(breaking)} more messages ${it} breaks.`;
  const doubts = [
    ...(sure === undefined
      ? []
      : [`it holds ${sure === now ? "as things are" : `with ${grown(sure)} more`}`]),
    ...(broken === undefined ? [] : [`it breaks with ${grown(broken)} more`]),
  ];
  const doubt =
    doubts.length === 0
      ? `The intervals of ${worldsOf(headroom)} leave open how far.`
      : `Beyond the doubt of ${worldsOf(headroom)} ${doubts.join(", and ")}.`;
  return [until, doubt];
}
