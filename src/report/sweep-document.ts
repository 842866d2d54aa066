import type { DesignColumn } from "../experiment/index.ts";
import { formatPath, type JsonValue, parsePath } from "../scenario/index.ts";
import type { Document } from "./document.ts";
import { brief } from "./number.ts";
import type { SweepSummary } from "./sweep-summary.ts";
import { valueText } from "./value-text.ts";
import { counted } from "./words.ts";

/** What a planner reads after a sweep. */
export function sweepDocument(summary: SweepSummary): Document {
  const { scenario, seed, columns, method, points, replications } = summary;
  const { confidence, everyPoint, responses, cautions } = summary;
  const factors = columns.length - Object.keys(method.derived ?? {}).length;
  const what = factors === 1 ? columns[0]!.path : counted(factors, "factor");
  const under = `${counted(points, "point")} of ${what} · ${counted(replications, "replication")} · seed ${seed}`;
  return [
    { type: "title", text: scenario, under },
    {
      type: "table",
      columns: [
        { title: "", align: "left" },
        { title: "", align: "right" },
        { title: "", align: "left" },
        { title: `${brief(confidence * 100)} % interval`, align: "left" },
      ],
      sections: responses.map(({ label, unit, rows }) => ({
        heading: label,
        rows: rows.map((row, i) => {
          const { value, unit: shown, interval } = valueText({ ...row, unit });
          const which = everyPoint ? "" : i === 0 ? "least: " : "most: ";
          return [`${which}${settingsText(columns, row.levels)}`, value, shown, interval];
        }),
      })),
    },
    {
      type: "text",
      sentences: [
        "Each number is the mean of what a point's replications measured, one by one; clinicsim run pools them.",
      ],
    },
    ...(cautions.length === 0
      ? []
      : [
          {
            type: "list",
            items: cautions.map(({ message }) => message),
            tone: "caution",
            mark: "!",
          } as const,
        ]),
  ];
}

/** A point in words: `triage-nurse.count 2, rheumatologist.count 4`; with one column only its level. */
function settingsText(columns: readonly DesignColumn[], levels: readonly JsonValue[]): string {
  const names = shortNames(columns.map(({ path }) => path));
  const texts = levels.map((level, i) => {
    const text = levelText(level, columns[i]!);
    return columns.length === 1 ? text : `${names[i]} ${text}`;
  });
  return texts.join(", ");
}

function levelText(level: JsonValue, { unit }: DesignColumn): string {
  if (typeof level === "number") return unit === undefined ? brief(level) : `${brief(level)} ${unit}`;
  return typeof level === "string" ? level : JSON.stringify(level);
}

/** Of each path its last keys: two, or as many more as tell it from the others. */
export function shortNames(written: readonly string[]): readonly string[] {
  const paths = written.map((path) => parsePath(path) ?? [path]);
  return paths.map((path, i) => {
    const isAlone = (length: number) =>
      paths.every(
        (other, j) => j === i || formatPath(other.slice(-length)) !== formatPath(path.slice(-length)),
      );
    let length = Math.min(2, path.length);
    while (length < path.length && !isAlone(length)) length += 1;
    return formatPath(path.slice(-length));
  });
}
