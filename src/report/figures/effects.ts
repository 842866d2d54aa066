import { type Measured, movingEffects, type ResponseSensitivity } from "../../experiment/index.ts";
import { rangeText } from "../input-text.ts";
import { decimalsFor } from "../number.ts";
import type { SensitivitySummary } from "../sensitivity-summary.ts";
import { unitText } from "../value-text.ts";
import type { Figure } from "./figure.ts";
import { BY_INPUT, ROW, specOf, tooltip } from "./marks.ts";
import { colour } from "./palette.ts";
import { MOST_DRAWN } from "./tornado.ts";

/** What Morris's method, or Sobol' indices, say of one response, the input that moves it most first; undefined where none does. */
export function effectsFigure(
  { inputs, method, replications, sets }: SensitivitySummary,
  response: ResponseSensitivity,
  names: readonly string[],
): Figure | undefined {
  const moving = movingEffects(response);
  if (moving.length === 0 || method === "tornado") return undefined;
  const { label, unit, response: name } = response;
  const isSobol = method === "sobol";
  const scale = isSobol || unit === "share" ? 100 : 1;
  const shownUnit = isSobol ? "%" : unit === "share" ? "percentage points" : unitText(unit);
  const all = moving.map(({ input, muStar, sigma, first, total }) => {
    const [size, other] = isSobol ? [total!, first!] : [muStar!, sigma!];
    return { input: names[input]!, range: rangeText(inputs[input]!), ...scaled(size, other, scale, isSobol) };
  });
  const rows = all.slice(0, MOST_DRAWN);
  const halves = all.map(({ low, high }) => (high - low) / 2).filter((half) => half > 0);
  const decimals = halves.length === 0 ? 1 : Math.min(2, decimalsFor(Math.min(...halves)));
  const format = `,.${decimals}f`;
  const [sizeWords, otherWords] = isSobol
    ? ["part of the spread, in all", "by itself"]
    : ["effect over its range", "spread of the effect"];
  const caption = isSobol
    ? "Each bar is the part of the spread of the response that would stay if everything but this input were known, the line its interval; the diamond is the part that would go if this input alone were known. Where the two lie apart, the input acts together with others."
    : "Each bar is by how much the response changes over the whole range of one input, in the mean of where the others may be, the line its interval; the diamond is how much that effect itself varies. A diamond near the end of its bar or beyond says that the effect depends on the other inputs, or is not proportional.";
  return {
    name: `effects-${name.replaceAll("_", "-")}`,
    title: `What moves it: ${label}`,
    caption: `${caption}${all.length > rows.length ? ` Of ${all.length} inputs that move it the first ${rows.length} are drawn; the table has all.` : ""}`,
    inputs: [
      ["response", name],
      [isSobol ? "rows" : "trajectories", String(sets)],
      ["worlds at each point", String(replications)],
    ],
    table: {
      columns: [
        { title: "input" },
        { title: "range" },
        { title: `${sizeWords} [${shownUnit}]`, decimals },
        { title: "from", decimals },
        { title: "to", decimals },
        { title: `${otherWords} [${shownUnit}]`, decimals },
      ],
      rows: all.map(({ input, range, size, low, high, other }) => [input, range, size, low, high, other]),
    },
    spec: specOf(rows, ROW * rows.length + 6, {
      encoding: {
        y: BY_INPUT,
        tooltip: tooltip(
          ["input", "input"],
          ["range", "range"],
          ["size", `${sizeWords} [${shownUnit}]`, format],
          ["low", "from", format],
          ["high", "to", format],
          ["other", `${otherWords} [${shownUnit}]`, format],
        ),
      },
      layer: [
        {
          mark: { type: "bar", color: colour("band") },
          encoding: {
            x: {
              field: "size",
              type: "quantitative",
              title: `${sizeWords} [${shownUnit}]`,
              axis: { grid: true, tickCount: 6 },
            },
          },
        },
        {
          mark: { type: "rule", strokeWidth: 3, color: colour("blue") },
          encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
        },
        {
          mark: {
            type: "point",
            filled: true,
            shape: "diamond",
            size: 90,
            opacity: 1,
            color: colour("orange"),
          },
          encoding: { x: { field: "other", type: "quantitative" } },
        },
      ],
    }),
  };
}

/** Indices of variance are told between 0 and 1, which chance may leave. */
function scaled(size: Measured, other: Measured, scale: number, isIndex: boolean) {
  const told = (value: number) => scale * (isIndex ? Math.min(1, Math.max(0, value)) : value);
  return {
    size: told(size.estimate),
    low: told(size.low),
    high: told(size.high),
    other: told(other.estimate),
  };
}
