import type { WeeklyPath } from "../../experiment/index.ts";
import type { ReplaySummary } from "../replay-summary.ts";
import type { Figure } from "./figure.ts";
import { dateAxis, specOf, tooltip } from "./marks.ts";
import { colour } from "./palette.ts";

/** Recorded against predicted waits: on the line where a model is right. */
export function quantilesFigure({ report: { quantiles, replications } }: ReplaySummary): Figure {
  const rows = quantiles
    .filter(({ recorded, predicted }) => Number.isFinite(recorded) && Number.isFinite(predicted))
    .map(({ p, recorded, predicted, low, high }) => ({ p, recorded, predicted, low, high }));
  const most = rows.reduce((top, { recorded, predicted }) => Math.max(top, recorded, predicted), 1);
  const axis = (title: string) => ({ title, tickCount: 5 });
  return {
    name: "quantiles",
    title: "How long first replies take: recorded against predicted",
    caption:
      "Each point is a share of the messages: so many open hours until it was answered by the record (up) and by the model (across); bars hold nine of ten worlds. On the line the model is right; above it, the clinic took longer than predicted. What was never answered has no point.",
    inputs: [
      ["counted", "open hours from sending to the reply, of first messages that are judged"],
      ["worlds", String(replications.length)],
    ],
    table: {
      columns: [
        { title: "share answered", percent: true },
        { title: "recorded [open h]", decimals: 1 },
        { title: "predicted [open h]", decimals: 1 },
        { title: "1 world in 20 below", decimals: 1 },
        { title: "1 in 20 above", decimals: 1 },
      ],
      rows: quantiles.map(({ p, recorded, predicted, low, high }) => [p, recorded, predicted, low, high]),
    },
    spec: specOf(rows, 320, {
      layer: [
        {
          data: {
            values: [
              { x: 0, y: 0 },
              { x: most, y: most },
            ],
          },
          mark: { type: "line", color: colour("grey"), strokeDash: [5, 4] },
          encoding: {
            x: { field: "x", type: "quantitative", axis: axis("predicted [open h]") },
            y: { field: "y", type: "quantitative", axis: axis("recorded [open h]") },
          },
        },
        {
          mark: { type: "rule", color: colour("band"), strokeWidth: 3, clip: true },
          encoding: {
            x: { field: "low", type: "quantitative", scale: { domainMax: most } },
            x2: { field: "high" },
            y: { field: "recorded", type: "quantitative" },
          },
        },
        {
          mark: { type: "point", filled: true, size: 45, color: colour("blue"), opacity: 1 },
          encoding: {
            x: { field: "predicted", type: "quantitative" },
            y: { field: "recorded", type: "quantitative" },
            tooltip: tooltip(
              ["p", "share answered", ".0%"],
              ["recorded", "recorded [h]", ",.1f"],
              ["predicted", "predicted [h]", ",.1f"],
            ),
          },
        },
      ],
    }),
  };
}

/** Shares in time, week by week, over the band of what is predicted. */
export function shareWeeksFigure({ report }: ReplaySummary): Figure {
  return weeksFigure(report, report.weekly.share, {
    name: "share-by-week",
    title: "Answered in time, week by week",
    what: `first messages of the week answered within “${report.promise}”`,
    percent: true,
  });
}

/** The backlog, week by week, over the band of what is predicted. */
export function backlogWeeksFigure({ report }: ReplaySummary): Figure {
  return weeksFigure(report, report.weekly.backlog, {
    name: "backlog-by-week",
    title: "Messages without a reply when the clinic opens, week by week",
    what: "messages without a reply at openings, in the mean of the week",
    percent: false,
  });
}

interface WeeksTerms {
  readonly name: string;
  readonly title: string;
  readonly what: string;
  readonly percent: boolean;
}

function weeksFigure(
  { from }: ReplaySummary["report"],
  path: WeeklyPath,
  { name, title, what, percent }: WeeksTerms,
): Figure {
  const { weeks, recorded, predicted, low, high, inside, judged } = path;
  const rows = weeks.map((week, i) => ({
    week,
    on: week,
    recorded: recorded[i]!,
    predicted: predicted[i]!,
    low: low[i]!,
    high: high[i]!,
  }));
  const format = percent ? ".0%" : ",.1f";
  const decimals = percent ? { percent: true as const } : { decimals: 1 };
  const y = { type: "quantitative", title: null, axis: { tickCount: 4, format: percent ? ".0%" : ",.0f" } };
  return {
    name,
    title,
    caption: `The line with points is the record, the dashed one what is predicted, the band holds nine of ten worlds in each single week. From ${from} on (right of the rule) the model is judged: there the record is inside the band in ${inside} of ${judged} weeks.`,
    inputs: [["counted", what]],
    table: {
      columns: [
        { title: "week from" },
        { title: "recorded", ...decimals },
        { title: "predicted", ...decimals },
        { title: "1 world in 20 below", ...decimals },
        { title: "1 in 20 above", ...decimals },
      ],
      rows: rows.map((row) => [row.week, row.recorded, row.predicted, row.low, row.high]),
    },
    spec: specOf(rows, 220, {
      encoding: {
        x: dateAxis("week", weeks),
      },
      layer: [
        {
          mark: { type: "area", color: colour("band"), opacity: 0.75 },
          encoding: { y: { field: "low", ...y }, y2: { field: "high" } },
        },
        {
          mark: { type: "line", color: colour("blue"), strokeWidth: 1.5, strokeDash: [5, 3] },
          encoding: { y: { field: "predicted", ...y } },
        },
        {
          mark: {
            type: "line",
            color: colour("ink"),
            strokeWidth: 2,
            point: { size: 40, filled: true, color: colour("ink") },
          },
          encoding: {
            y: { field: "recorded", ...y },
            tooltip: tooltip(
              ["on", "week of"],
              ["recorded", "recorded", format],
              ["predicted", "predicted", format],
            ),
          },
        },
        {
          data: { values: [{ week: from }] },
          mark: { type: "rule", color: colour("grey"), strokeDash: [3, 3] },
        },
      ],
    }),
  };
}
