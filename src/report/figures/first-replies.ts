import type { FirstReplies } from "../../experiment/index.ts";
import { brief, percent } from "../number.ts";
import type { NamedPatterns } from "../patterns-json.ts";
import type { Figure } from "./figure.ts";
import { specOf, tooltip } from "./marks.ts";
import { colour } from "./palette.ts";

/** Bars in a picture at most. */
const MOST_BARS = 48;
/** Steps of a line at most. */
const MOST_STEPS = 160;
/** Share of those answered that the picture must hold. */
const HELD = 0.98;
const WIDTHS = [0.25, 0.5, 1, 2, 3, 6, 9, 18, 36, 90, 180];

/** How long first replies took, in opening hours; undefined where there was no first message. */
export function firstRepliesFigure({ patterns }: NamedPatterns, marks: readonly Mark[]): Figure | undefined {
  const { firstReplies, replications } = patterns;
  const all = totalOf(firstReplies);
  if (all === 0) return undefined;
  const { bars, width, end, beyond } = barsOf(firstReplies, all);
  const never = firstReplies.never / all;
  const shown = marks.filter(({ hours }) => hours <= end);
  const rows = bars.map((count, i) => ({
    from: i * width,
    to: (i + 1) * width,
    share: count / all,
    range: `${brief(i * width)} to ${brief((i + 1) * width)} opening hours`,
  }));
  const most = rows.reduce((high, { share }) => Math.max(high, share), 0);
  // Room over the bars for the words.
  const room = most * (1 + 0.12 * shown.length);
  const lines = shown.map(({ label, hours }) => ({ at: hours, label }));
  const spec = specOf(rows, 240, {
    layer: [
      {
        mark: { type: "bar", color: colour("blue"), binSpacing: 1 },
        encoding: {
          x: {
            field: "from",
            type: "quantitative",
            title: "opening hours to the first reply",
            bin: { binned: true },
            axis: { tickCount: 8, grid: false },
            scale: { domain: [0, end] },
          },
          x2: { field: "to" },
          y: {
            field: "share",
            type: "quantitative",
            title: null,
            scale: { domain: [0, room], nice: false },
            axis: { format: most < 0.04 ? ".1%" : ".0%", tickCount: 4 },
          },
          tooltip: tooltip(["range", "within"], ["share", "of first messages", ".1%"]),
        },
      },
      {
        data: { values: lines },
        mark: { type: "rule", color: colour("orange"), strokeWidth: 1.5, strokeDash: [4, 3] },
        encoding: { x: { field: "at", type: "quantitative" } },
      },
      // Labels stand below each other, the first at the top.
      ...lines.map(({ at, label }, i) => ({
        data: { values: [{ at, label }] },
        mark: {
          type: "text",
          baseline: "top",
          color: colour("ink"),
          ...(at < 0.6 * end ? { align: "left", dx: 5 } : { align: "right", dx: -5 }),
        },
        encoding: {
          x: { field: "at", type: "quantitative" },
          y: { value: 2 + 17 * i },
          text: { field: "label" },
        },
      })),
    ],
  });
  const unanswered = never > 0 ? ` ${percent(never)} never get one.` : "";
  return {
    name: "first-replies",
    title: "How long patients wait for a first reply",
    caption: `Each bar is the share of first messages answered after so many opening hours (nights, weekends and holidays do not count).${beyond > 0 ? ` ${percent(beyond)} take longer than ${brief(end)} hours and lie beyond the picture.` : ""}${unanswered} A long tail to the right means that some wait many times longer than most.`,
    inputs: [
      ["messages", `${brief(all, 0)} first messages of ${brief(replications, 0)} simulated worlds`],
      ["clock", "opening hours only"],
    ],
    table: {
      columns: [
        { title: "opening hours from", decimals: 2 },
        { title: "to", decimals: 2 },
        { title: "share of first messages", percent: true, decimals: 1 },
      ],
      rows: [
        ...rows.map(({ from, to, share }) => [from, to, share]),
        ...(beyond > 0 ? [[end, "later", beyond]] : []),
        ...(never > 0 ? [["never", "", never]] : []),
      ],
    },
    spec,
  };
}

/** Something to point out on the axis of hours. */
export interface Mark {
  readonly label: string;
  readonly hours: number;
}

/** Cumulative: the share answered within so many opening hours, for several ways of running the clinic. */
export function repliesWithinFigure(all: readonly NamedPatterns[], clock: string): Figure | undefined {
  const told = all.filter(({ patterns }) => totalOf(patterns.firstReplies) > 0);
  if (told.length === 0) return undefined;
  const ends = told.map(({ patterns: { firstReplies } }) => barsOf(firstReplies, totalOf(firstReplies)));
  const end = ends.reduce((most, each) => Math.max(most, each.end), 0);
  const width = WIDTHS.find((each) => end / each <= MOST_STEPS) ?? WIDTHS.at(-1)!;
  const steps = Math.ceil(end / width);
  const rows = told.flatMap(({ name, patterns: { firstReplies } }) => {
    const total = totalOf(firstReplies);
    return Array.from({ length: steps + 1 }, (_, i) => ({
      name,
      hours: i * width,
      share: countWithin(firstReplies, i * width) / total,
    }));
  });
  return {
    name: "replies-within",
    title: "How soon patients have a first reply",
    caption:
      "Read upwards from a number of opening hours: the line shows the share of first messages answered by then. The higher line keeps its patients waiting less; where lines meet, the change makes no difference.",
    inputs: [
      ["compared", told.map(({ name }) => name).join("; ")],
      ["clock", clock],
    ],
    table: {
      columns: [
        { title: "opening hours", decimals: 2 },
        ...told.map(({ name }) => ({ title: name, percent: true as const, decimals: 1 })),
      ],
      rows: Array.from({ length: steps + 1 }, (_, i) => [
        i * width,
        ...told.map((_, each) => rows[each * (steps + 1) + i]!.share),
      ]),
    },
    spec: specOf(rows, 250, {
      mark: { type: "line", strokeWidth: 2.25, interpolate: "linear" },
      encoding: {
        x: {
          field: "hours",
          type: "quantitative",
          title: "opening hours since the message was sent",
          axis: { grid: false, tickCount: 8 },
        },
        y: {
          field: "share",
          type: "quantitative",
          title: null,
          scale: { domain: [0, 1] },
          axis: { format: ".0%", tickCount: 5 },
        },
        color: whichOf(told.map(({ name }) => name)),
        strokeDash: dashesOf(told.map(({ name }) => name)),
        tooltip: tooltip(
          ["name", "with"],
          ["hours", "opening hours", ",.2~f"],
          ["share", "answered by then", ".1%"],
        ),
      },
    }),
  };
}

/** Colours of what is compared: the recommended first, then the base, then the runner-up. */
export function whichOf(names: readonly string[]): Figure["spec"] {
  const range = [colour("blue"), colour("orange"), colour("teal"), colour("violet")].slice(0, names.length);
  return {
    field: "name",
    type: "nominal",
    sort: null,
    title: null,
    scale: { domain: [...names], range },
    legend: names.length < 2 ? null : { columns: 1, labelLimit: 520, symbolType: "stroke" },
  };
}

/** Dashes of the same, for those who do not see the colours. */
export function dashesOf(names: readonly string[]): Figure["spec"] {
  const range = [
    [1, 0],
    [6, 3],
    [2, 3],
    [8, 2, 2, 2],
  ].slice(0, names.length);
  return {
    field: "name",
    type: "nominal",
    sort: null,
    title: null,
    scale: { domain: [...names], range },
    legend: names.length < 2 ? null : { columns: 1 },
  };
}

function totalOf({ counts, later, never }: FirstReplies): number {
  return counts.reduce((sum, count) => sum + count, 0) + later + never;
}

function countWithin({ width, counts }: FirstReplies, hours: number): number {
  let sum = 0;
  for (let bin = 0; bin < counts.length && (bin + 1) * width <= hours + 1e-9; bin += 1) sum += counts[bin]!;
  return sum;
}

/** Bars of a width that reads well, over as many hours as nearly all need. */
function barsOf({ counts, width, later }: FirstReplies, all: number) {
  const answered = counts.reduce((sum, count) => sum + count, 0);
  let held = 0;
  let bins = 0;
  while (bins < counts.length && held < HELD * answered) held += counts[bins++]!;
  const needed = Math.max(bins, 1) * width;
  const wide = WIDTHS.find((each) => needed / each <= MOST_BARS) ?? needed / MOST_BARS;
  const per = Math.max(1, Math.round(wide / width));
  const count = Math.ceil(Math.max(bins, 1) / per);
  const bars = Array.from({ length: count }, (_, i) =>
    counts.slice(i * per, (i + 1) * per).reduce((sum, each) => sum + each, 0),
  );
  const inside = bars.reduce((sum, each) => sum + each, 0);
  return { bars, width: per * width, end: count * per * width, beyond: (answered - inside + later) / all };
}
