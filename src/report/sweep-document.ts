import type { DesignColumn } from "../experiment/index.ts";
import type { JsonValue } from "../scenario/index.ts";
import { cautionsBlock } from "./cautions-block.ts";
import type { Document } from "./document.ts";
import { levelText, shortNames } from "./factor-text.ts";
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
    ...cautionsBlock(cautions),
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
