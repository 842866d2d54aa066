import type { ComparedAlternative, ComparisonRow, Conclusion } from "../../experiment/index.ts";
import { unitText } from "../value-text.ts";
import type { Figure } from "./figure.ts";
import { NAMES_ABOVE, ROW, specOf, tooltip } from "./marks.ts";
import { colour } from "./palette.ts";

const WORDS: Readonly<Record<Conclusion, string>> = {
  better: "better",
  worse: "worse",
  higher: "higher or lower",
  lower: "higher or lower",
  same: "no difference that matters",
  alike: "no difference that matters",
  unclear: "cannot tell",
};
const COLOURS: readonly (readonly [string, "blue" | "orange" | "violet" | "grey" | "teal"])[] = [
  ["better", "blue"],
  ["worse", "orange"],
  ["higher or lower", "violet"],
  ["no difference that matters", "grey"],
  ["cannot tell", "teal"],
];

/** Rows that fit on a page of paper. */
const MOST_ROWS = 18;

/** What every alternative changes of one response, as paired intervals, the best first; undefined where no change is finite. */
export function differencesFigure(
  response: string,
  alternatives: readonly ComparedAlternative[],
  base: string,
  confidence: string,
): Figure | undefined {
  const found = alternatives.flatMap(({ name, rows }) => {
    const row = rows.find((each) => each.response === response);
    return row === undefined ? [] : [{ name, row }];
  });
  const [first] = found;
  if (first === undefined || !found.some(({ row }) => Number.isFinite(row.difference))) return undefined;
  const { label, unit, better } = first.row;
  const scale = unit === "share" ? 100 : 1;
  const shownUnit = unit === "share" ? "percentage points" : unitText(unit);
  const sign = better === "lower" ? 1 : -1;
  const rows = found
    .map(({ name, row }) => ({
      name,
      ...ends(row, scale),
      conclusion: WORDS[row.conclusion],
      wins: `${row.wins} of ${row.wins + row.ties + row.losses} worlds`,
    }))
    .sort((a, b) => sign * (a.difference - b.difference) || (a.name < b.name ? -1 : 1));
  const shown = rows.length > MOST_ROWS ? rows.slice(0, MOST_ROWS) : rows;
  const still = rows.every(({ difference }) => difference === 0);
  const used = COLOURS.filter(([word]) => shown.some(({ conclusion }) => conclusion === word));
  const word =
    better === "lower"
      ? "Left of the line is better"
      : better === "higher"
        ? "Right of the line is better"
        : "Neither side is better by itself";
  return {
    name: `change-${response.replaceAll("_", "-")}`,
    title: `What changes: ${label}`,
    caption: `Each dot is the change against “${base}” in the same simulated worlds, the bar its interval. ${word}; a bar that crosses the line leaves open whether there is a change at all.${shown.length < rows.length ? ` Of ${rows.length} alternatives the first ${MOST_ROWS} are drawn; the table has all.` : ""}`,
    inputs: [
      ["response", response],
      ["intervals", confidence],
      ["base", base],
    ],
    table: {
      columns: [
        { title: "alternative" },
        { title: `change [${shownUnit}]`, decimals: 2 },
        { title: "from", decimals: 2 },
        { title: "to", decimals: 2 },
        { title: "conclusion" },
        { title: "better in" },
      ],
      rows: rows.map(({ name, difference, low, high, conclusion, wins }) => [
        name,
        difference,
        low,
        high,
        conclusion,
        wins,
      ]),
    },
    spec: specOf(shown, ROW * shown.length + 6, {
      encoding: {
        y: { field: "name", type: "nominal", sort: null, axis: NAMES_ABOVE },
        color: {
          field: "conclusion",
          type: "nominal",
          title: null,
          scale: { domain: used.map(([each]) => each), range: used.map(([, name]) => colour(name)) },
          // Three side by side are wider than a telephone.
          legend: { columns: 2 },
        },
        tooltip: tooltip(
          ["name", "alternative"],
          ["difference", "change", "+,.2f"],
          ["low", "from", "+,.2f"],
          ["high", "to", "+,.2f"],
          ["conclusion", "conclusion"],
          ["wins", "better in"],
        ),
      },
      layer: [
        // In each row below its name, which it would otherwise strike through.
        {
          mark: {
            type: "tick",
            orient: "vertical",
            size: 20,
            thickness: 1.25,
            yOffset: 9,
            color: colour("ink"),
          },
          encoding: { x: { datum: 0, type: "quantitative" }, color: { value: colour("ink") }, tooltip: null },
        },
        {
          mark: { type: "rule", strokeWidth: 3, opacity: 0.6, yOffset: 8 },
          encoding: {
            x: {
              field: "low",
              type: "quantitative",
              title: `change [${shownUnit}]`,
              axis: { grid: true, tickCount: 6 },
              ...(still ? { scale: { domain: [-1, 1] } } : {}),
            },
            x2: { field: "high" },
          },
        },
        {
          mark: { type: "point", filled: true, size: 80, opacity: 1, yOffset: 8 },
          encoding: { x: { field: "difference", type: "quantitative" } },
        },
      ],
    }),
  };
}

function ends({ difference, low, high, joint }: ComparisonRow, scale: number) {
  const bounds = joint ?? { low, high };
  return { difference: difference * scale, low: bounds.low * scale, high: bounds.high * scale };
}
