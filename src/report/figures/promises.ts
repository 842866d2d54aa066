import { brief, percent } from "../number.ts";
import type { NamedPatterns } from "../patterns-json.ts";
import { givenText } from "../staffing-values.ts";
import type { PromiseTerms } from "../summary.ts";
import type { Figure } from "./figure.ts";
import { dashesOf, whichOf } from "./first-replies.ts";
import { dateAxis, NAMES_ABOVE, ROW, specOf, tooltip } from "./marks.ts";
import { colour } from "./palette.ts";

/** How often one promise is kept, by one way of running the clinic. */
export interface PromiseKept {
  /** Of the promise or the alternative. */
  readonly name: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly target: number;
}

/** Shares kept, with their intervals, against what was aimed at. */
export function promisesFigure(
  kept: readonly PromiseKept[],
  what: string,
  confidence: number,
): Figure | undefined {
  const told = kept.filter(({ share }) => Number.isFinite(share));
  if (told.length === 0) return undefined;
  const least = told.reduce((low, each) => Math.min(low, finite(each.low, each.share), each.target), 1);
  const from = Math.max(0, Math.floor(least * 20 - 0.5) / 20);
  const rows = told.map((each) => ({
    ...each,
    kept: each.share >= each.target ? "reaches it" : "falls short",
  }));
  const target = [...new Set(told.map((each) => each.target))];
  return {
    name: "promise-kept",
    title: "Replies against the promise",
    caption: `The dot is the share of messages for which the promise is kept, the bar its ${percent(confidence, 0)} interval, the upright line the target of ${target.map((each) => givenText(each, "share")).join(" or ")}. A bar that lies wholly right of the line keeps the promise beyond doubt, in the mean over the year; single months may still fall short.`,
    inputs: [
      ["promise", what],
      ["of", "patients' own messages that need a reply, sent in the measured period"],
    ],
    table: {
      columns: [
        { title: "" },
        { title: "kept", percent: true, decimals: 1 },
        { title: "from", percent: true, decimals: 1 },
        { title: "to", percent: true, decimals: 1 },
        { title: "target", percent: true, decimals: 0 },
      ],
      rows: told.map(({ name, share, low, high, target: aim }) => [name, share, low, high, aim]),
    },
    spec: specOf(rows, ROW * rows.length + 6, {
      encoding: {
        y: { field: "name", type: "nominal", sort: null, axis: NAMES_ABOVE },
        tooltip: tooltip(
          ["name", ""],
          ["share", "kept", ".1%"],
          ["low", "from", ".1%"],
          ["high", "to", ".1%"],
          ["target", "target", ".0%"],
        ),
      },
      layer: [
        {
          mark: { type: "rule", strokeWidth: 3, color: colour("blue"), opacity: 0.55, yOffset: 8 },
          encoding: {
            x: {
              field: "low",
              type: "quantitative",
              title: "share of messages",
              scale: { domain: [from, 1] },
              axis: { format: ".0%", grid: true, tickCount: 6 },
            },
            x2: { field: "high" },
          },
        },
        {
          mark: { type: "point", filled: true, size: 90, color: colour("blue"), opacity: 1, yOffset: 8 },
          encoding: { x: { field: "share", type: "quantitative" } },
        },
        {
          mark: { type: "tick", thickness: 3, size: 14, color: colour("orange"), yOffset: 8 },
          encoding: { x: { field: "target", type: "quantitative" } },
        },
      ],
    }),
  };
}

/** One promise from month to month: its share, and in how many worlds a month fell short. */
export function promiseMonthsFigure(
  all: readonly NamedPatterns[],
  promise: number,
  { name: promised, target, risk, response }: PromiseTerms,
): Figure | undefined {
  const told = all.flatMap(({ name, patterns }) => {
    const months = (patterns.promises[promise]?.months ?? []).filter(({ made }) => made > 0);
    return months.length === 0 ? [] : [{ name, months }];
  });
  const [first] = told;
  if (first === undefined) return undefined;
  const names = told.map(({ name }) => name);
  const rows = told.flatMap(({ name, months }) =>
    months.map(({ from, made, kept, p10, p90, worlds, short }) => ({
      name,
      from,
      on: from,
      share: kept / made,
      p10,
      p90,
      short: short / worlds,
    })),
  );
  const one = told.length === 1;
  const worst = first.months.reduce((a, b) => (b.short / b.worlds > a.short / a.worlds ? b : a));
  const lows = rows.map(({ p10, share }) => finite(p10, share));
  const from = Math.max(0, Math.floor(lows.reduce((a, b) => Math.min(a, b), target) * 10 - 0.2) / 10);
  return {
    name: `months-${response.replaceAll("_", "-")}`,
    title: `“${promised}”, month by month`,
    caption: `The line is the share of messages for which the promise is kept, by the month in which they were sent; the dashed line is the target of ${givenText(target, "share")}.${first.months[0]!.worlds > 1 ? ` The band holds the middle 80 % of simulated worlds${one ? "" : ` of “${first.name}”`}.` : ""} ${worst.short === 0 ? "No month falls short in any world." : `The month from ${worst.from} falls short most often${one ? "" : ` with “${first.name}”`}: in ${brief(worst.short, 0)} of ${brief(worst.worlds, 0)} worlds.`} A month may fall short with a risk of ${givenText(risk, "share")}.`,
    inputs: [
      ["promise", promised],
      ["target", givenText(target, "share")],
      ["compared", names.join("; ")],
    ],
    table: {
      columns: [
        { title: "month from" },
        ...told.flatMap(({ name }) => [
          { title: one ? "kept" : `${name}: kept`, percent: true as const, decimals: 1 },
          {
            title: one ? "worlds that fall short" : `${name}: worlds that fall short`,
            percent: true as const,
            decimals: 0,
          },
        ]),
      ],
      rows: first.months.map(({ from: date }) => [
        date,
        ...names.flatMap((name) => {
          const own = rows.find((each) => each.name === name && each.from === date);
          return [own?.share ?? Number.NaN, own?.short ?? Number.NaN];
        }),
      ]),
    },
    spec: specOf(rows, 230, {
      encoding: {
        x: dateAxis(
          "from",
          rows.map(({ from }) => from),
        ),
      },
      layer: [
        {
          transform: [{ filter: { field: "name", equal: first.name } }],
          mark: { type: "area", color: colour("band"), opacity: 0.75 },
          encoding: {
            y: {
              field: "p10",
              type: "quantitative",
              title: null,
              scale: { domain: [from, 1] },
              axis: { format: ".0%", tickCount: 5 },
            },
            y2: { field: "p90" },
          },
        },
        {
          data: { values: [{ target }] },
          mark: { type: "rule", strokeDash: [5, 4], color: colour("muted"), strokeWidth: 1.5 },
          encoding: { x: null, y: { field: "target", type: "quantitative" } },
        },
        {
          mark: { type: "line", strokeWidth: 2.25, point: { filled: true, size: 40 } },
          encoding: {
            y: { field: "share", type: "quantitative" },
            color: whichOf(names),
            strokeDash: dashesOf(names),
            tooltip: tooltip(
              ["on", "month from"],
              ["share", "kept", ".1%"],
              ["short", "worlds that fall short", ".0%"],
              ["name", "with"],
            ),
          },
        },
      ],
    }),
  };
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}
