import type { StressResult } from "../../experiment/index.ts";
import { fixed } from "../number.ts";
import { capital } from "../words.ts";
import type { Figure } from "./figure.ts";
import { dateAxis, specOf, tooltip } from "./marks.ts";
import { bandOf, linesOf } from "./open-messages.ts";

/** Open messages at each opening, under a stress and without it; `place`: the stress's among those of the battery, from 1. */
export function stressPathFigure(
  { name, doc, from, to, path, peak }: StressResult,
  place: number,
  worlds: number,
): Figure {
  const rows = path.flatMap(({ date, base, stressed, more }) => [
    {
      date,
      on: date,
      name: UNDER,
      open: stressed,
      low: endOf(base, more.low, more),
      high: endOf(base, more.high, more),
    },
    { date, on: date, name: WITHOUT, open: base, low: Number.NaN, high: Number.NaN },
  ]);
  return {
    name: `stress-${place}`,
    title: `Open messages at each opening: ${name}`,
    caption: `${capital(doc)}. At the worst, on ${peak.date}, ${fixed(peak.estimate, 0)} messages are open where ${fixed(peak.base, 0)} would be; the band is the 95 % interval of the difference, opening by opening.`,
    inputs: [
      ["stress", `${name}, ${from} to ${to}`],
      ["worlds", `${worlds}`],
    ],
    table: {
      columns: [
        { title: "opening of" },
        { title: UNDER, decimals: 1 },
        { title: WITHOUT, decimals: 1 },
        { title: "more", decimals: 1 },
        { title: "at least", decimals: 1 },
        { title: "at most", decimals: 1 },
      ],
      rows: path.map(({ date, base, stressed, more }) => [
        date,
        stressed,
        base,
        more.estimate,
        more.low,
        more.high,
      ]),
    },
    spec: specOf(rows, 150, {
      encoding: {
        x: dateAxis(
          "date",
          path.map(({ date }) => date),
        ),
      },
      layer: [
        bandOf(UNDER, "low", "high"),
        linesOf(
          [UNDER, WITHOUT],
          "open",
          tooltip(["on", "opening of"], ["open", "open messages", ",.1f"], ["name", "messages"]),
        ),
      ],
    }),
  };
}

/** An end of the band, which is the line itself where nothing differs from world to world. */
function endOf(base: number, end: number, { estimate }: StressResult["peak"]["more"]): number {
  return Math.max(0, base + (Number.isNaN(end) ? estimate : end));
}

const UNDER = "under the stress";
const WITHOUT = "without it";
