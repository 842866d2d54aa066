import type { JsonObject, JsonValue } from "../../scenario/index.ts";
import { FIGURE_WIDTH } from "./palette.ts";

/** JSON has no NaN and no infinities: a picture leaves such points out. */
type Datum = Readonly<Record<string, string | number | boolean>>;

/** A specification with its rows; what is not finite is null. */
export function specOf(rows: readonly Datum[], height: number, rest: JsonObject): JsonObject {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: FIGURE_WIDTH,
    height,
    data: { values: rows.map(drawable) },
    ...rest,
  };
}

function drawable(row: Datum): JsonObject {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === "number" && !Number.isFinite(value) ? null : value,
    ]),
  );
}

/** What is told of a mark that is pointed at: fields by what they are called. */
export function tooltip(
  ...fields: readonly (readonly [field: string, title: string, format?: string])[]
): JsonValue {
  return fields.map(([field, title, format]) => ({
    field,
    title,
    ...(format === undefined ? { type: "nominal" } : { type: "quantitative", format }),
  }));
}

/** An axis whose labels stand over their rows, so that long names fit on a narrow page. */
export const NAMES_ABOVE: JsonObject = {
  title: null,
  domain: false,
  ticks: false,
  labelAlign: "left",
  labelBaseline: "bottom",
  labelPadding: 0,
  labelOffset: -7,
  labelLimit: 1000,
  labelFontSize: 12.5,
  labelColor: "var(--ink)",
  zindex: 1,
};

/** A row for each input, its name over it, in the order of the data. */
export const BY_INPUT: JsonObject = {
  field: "input",
  type: "nominal",
  sort: null,
  axis: NAMES_ABOVE,
  scale: { paddingInner: 0.62, paddingOuter: 0.45 },
};

/** Height of a row with its name over it [px]. */
export const ROW = 38;

/**
 * The horizontal axis of pictures through time, by a field with ISO dates; in UTC, so that a picture is the same wherever it is drawn. Tips want a text of
 * their own, as `on`: the field itself becomes a moment.
 */
export function dateAxis(field: string, dates: readonly string[]): JsonObject {
  return {
    field,
    type: "temporal",
    scale: { type: "utc" },
    title: null,
    axis: { format: dateFormat(dates), tickCount: 6, grid: false, labelOverlap: true },
  };
}

/** How an axis writes dates: months, or days where there are few weeks of them. */
function dateFormat(dates: readonly string[]): string {
  const months = new Set(dates.map((date) => date.slice(0, 7)));
  return months.size > 4 ? "%b %Y" : "%-d %b";
}
