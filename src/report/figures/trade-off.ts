import { unitText } from "../value-text.ts";
import type { Figure } from "./figure.ts";
import { specOf, tooltip } from "./marks.ts";
import { colour } from "./palette.ts";

const LOOKS = {
  recommended: { hue: colour("blue"), shape: "diamond" },
  "as it is now": { hue: colour("orange"), shape: "square" },
  "runner-up": { hue: colour("teal"), shape: "triangle-up" },
  others: { hue: colour("grey"), shape: "circle" },
} as const;

export type BargainKind = keyof typeof LOOKS;

/** One way of running the clinic, or one point of a sweep: what it costs and what it gives. */
export interface Bargain {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly kind: BargainKind;
  /** Beside its dot; empty: nothing. */
  readonly label: string;
}

export interface BargainAxes {
  readonly x: { readonly label: string; readonly unit: string };
  readonly y: { readonly label: string; readonly unit: string };
  /** Kinds in order, the one that matters first. */
  readonly kinds: readonly BargainKind[];
  /** A level of `y` that is aimed at. */
  readonly target?: number;
}

/** What is paid for what: a dot for each, and the line of those that nothing beats on both. */
export function tradeOffFigure(
  bargains: readonly Bargain[],
  { x, y, kinds, target }: BargainAxes,
): Figure | undefined {
  const told = bargains.filter((each) => Number.isFinite(each.x) && Number.isFinite(each.y));
  // Where nobody has said what people cost there is nothing to trade.
  if (told.length < 2 || told.every((each) => each.x === 0)) return undefined;
  const frontier = frontierOf(told);
  const [left, right] = [Math.min, Math.max].map((end) =>
    told.reduce((found, each) => end(found, each.x), told[0]!.x),
  ) as [number, number];
  const middle = (left + right) / 2;
  const format = y.unit === "share" ? ".1%" : ",.2~f";
  const axis = y.unit === "share" ? { format: ".0%" } : {};
  const shown = kinds.map((kind) => LOOKS[kind]);
  const position = {
    x: {
      field: "x",
      type: "quantitative",
      title: `${x.label} [${unitText(x.unit)}]`,
      scale: { zero: false, padding: 24 },
      axis: { grid: true, tickCount: 6, format: right - left < 10 ? ",.2~f" : ",.0f" },
    },
    y: {
      field: "y",
      type: "quantitative",
      title: null,
      scale: { zero: false, padding: 12, nice: true },
      axis: { ...axis, tickCount: 5 },
    },
  };
  return {
    name: "trade-off",
    title: `What it costs to keep: ${y.label}`,
    caption: `Further up is more kept, further left is cheaper. The grey line joins those that nothing beats on both: any other costs more and keeps no more.${target === undefined ? "" : " The dashed line is the target."}`,
    inputs: [
      ["across", `${x.label} [${unitText(x.unit)}]`],
      ["upwards", y.label],
    ],
    table: {
      columns: [
        { title: "" },
        { title: `${x.label} [${unitText(x.unit)}]`, decimals: 1 },
        y.unit === "share" ? { title: y.label, percent: true, decimals: 1 } : { title: y.label, decimals: 2 },
        { title: "on the line" },
      ],
      rows: told.map((each) => [each.name, each.x, each.y, frontier.includes(each) ? "yes" : "no"]),
    },
    spec: specOf(
      // What matters is drawn last, over the others.
      [...withoutOverlaps(told)]
        .sort((a, b) => kinds.indexOf(b.kind) - kinds.indexOf(a.kind))
        .map((each) => ({ ...each })),
      320,
      {
        layer: [
          ...(target === undefined
            ? []
            : [
                {
                  data: { values: [{ target }] },
                  mark: { type: "rule", strokeDash: [5, 4], color: colour("muted") },
                  encoding: { y: { field: "target", type: "quantitative" } },
                },
              ]),
          {
            data: { values: frontier.map((each) => ({ x: each.x, y: each.y })) },
            mark: { type: "line", interpolate: "step-after", color: colour("grey"), strokeWidth: 1.5 },
            encoding: { ...position, order: { field: "x", type: "quantitative" } },
          },
          {
            mark: { type: "point", filled: true, size: 95, opacity: 0.95 },
            encoding: {
              ...position,
              color: {
                field: "kind",
                type: "nominal",
                title: null,
                sort: null,
                scale: { domain: [...kinds], range: shown.map(({ hue }) => hue) },
                legend: kinds.length < 2 ? null : {},
              },
              shape: {
                field: "kind",
                type: "nominal",
                title: null,
                sort: null,
                scale: { domain: [...kinds], range: shown.map(({ shape }) => shape) },
                legend: kinds.length < 2 ? null : {},
              },
              tooltip: tooltip(["name", ""], ["x", x.label, ",.1f"], ["y", y.label, format]),
            },
          },
          // Names stand on the side where there is room.
          ...(["left", "right"] as const).map((align) => ({
            transform: [
              { filter: `datum.label !== "" && ${align === "left" ? "" : "!"}(datum.x <= ${middle})` },
            ],
            mark: {
              type: "text",
              align,
              baseline: "middle",
              limit: 280,
              dx: align === "left" ? 9 : -9,
              dy: -9,
            },
            encoding: { ...position, text: { field: "label" } },
          })),
        ],
      },
    ),
  };
}

/** A label for the first of those that lie on one another. */
function withoutOverlaps(bargains: readonly Bargain[]): readonly Bargain[] {
  const labelled = new Set<string>();
  return bargains.map((each) => {
    if (each.label === "") return each;
    const place = `${each.x.toPrecision(3)} ${each.y.toPrecision(3)}`;
    if (labelled.has(place)) return { ...each, label: "" };
    labelled.add(place);
    return each;
  });
}

/** Those that no other is at least as good as on both and better than on one, the cheapest first. */
function frontierOf(bargains: readonly Bargain[]): readonly Bargain[] {
  const inOrder = [...bargains].sort((a, b) => a.x - b.x || b.y - a.y);
  const best: Bargain[] = [];
  for (const each of inOrder) if (best.length === 0 || each.y > best.at(-1)!.y) best.push(each);
  return best;
}
