import type { AnalysisRow } from "../../experiment/index.ts";
import { brief, percent } from "../number.ts";
import type { Figure } from "./figure.ts";
import { NAMES_ABOVE, ROW, specOf, tooltip } from "./marks.ts";
import { colour } from "./palette.ts";

const WHOLE_WAIT = "first_reply_mean_wall_h";

type Wait = Pick<AnalysisRow, "response" | "label" | "estimate">;

/** What the mean wait for a first reply was spent on; undefined where nobody was answered. */
export function waitingFigure(name: string, waits: readonly Wait[]): Figure | undefined {
  const whole = waits.find(({ response }) => response === WHOLE_WAIT)?.estimate ?? Number.NaN;
  if (!(whole > 0 && whole < Infinity)) return undefined;
  const rows = waits
    .filter(({ response, estimate }) => response !== WHOLE_WAIT && estimate > 0)
    .map(({ label, estimate }) => ({
      label,
      hours: estimate,
      share: estimate / whole,
      text: `${brief(estimate, 1)} h · ${percent(estimate / whole, 0)}`,
    }))
    .sort((a, b) => b.hours - a.hours);
  const [most] = rows;
  if (most === undefined) return undefined;
  return {
    name: "why-it-waited",
    title: "Where the time goes",
    caption: `A first reply takes ${brief(whole, 1)} hours on the clock in the mean of those answered; the bars say what these hours are spent on. The longest is “${most.label}”, with ${percent(most.share, 0)}. What is spent while the clinic is closed no staffing inside opening hours can save.`,
    inputs: [
      ["scenario", name],
      ["clock", "all hours, day and night"],
    ],
    table: {
      columns: [
        { title: "the message waited because of" },
        { title: "hours", decimals: 2 },
        { title: "share of the wait", percent: true, decimals: 0 },
      ],
      rows: rows.map(({ label, hours, share }) => [label, hours, share]),
    },
    spec: specOf(rows, ROW * rows.length, {
      encoding: {
        y: {
          field: "label",
          type: "nominal",
          sort: null,
          axis: NAMES_ABOVE,
          scale: { paddingInner: 0.62, paddingOuter: 0.45 },
        },
        x: { field: "hours", type: "quantitative", axis: null, scale: { domain: [0, most.hours * 1.25] } },
        tooltip: tooltip(["label", ""], ["hours", "hours", ",.2f"], ["share", "of the wait", ".0%"]),
      },
      layer: [
        { mark: { type: "bar", color: colour("blue") } },
        {
          mark: { type: "text", align: "left", dx: 6, color: colour("muted") },
          encoding: { text: { field: "text" } },
        },
      ],
    }),
  };
}
