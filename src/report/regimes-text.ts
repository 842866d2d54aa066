import type { RegimeAnalysis } from "../experiment/index.ts";
import type { Block, TableSection } from "./document.ts";
import { brief } from "./number.ts";
import type { Summary } from "./summary.ts";
import { valueText } from "./value-text.ts";

/** Responses that tell one regime from another, beside the promises and how busy each team is. */
const PRIMARY: ReadonlySet<string> = new Set([
  "messages_per_week",
  "first_reply_p90_business_h",
  "physician_after_hours_min_per_week",
  "cost_per_week",
]);

/** The main numbers of each regime of a timeline; nothing where there is only one. */
export function regimeBlocks({ regimes, promises }: Summary): readonly Block[] {
  if (regimes.length === 0) return [];
  const kept = new Set(promises.map(({ response }) => `${response}_share`));
  const isShown = (response: string) =>
    PRIMARY.has(response) || kept.has(response) || response.startsWith("utilisation_");
  const sections = regimes.map(
    (regime): TableSection => ({
      heading: headingOf(regime),
      rows: regime.rows
        .filter(({ response }) => isShown(response))
        .map((row) => {
          const { value, unit, interval } = valueText(row);
          return [row.label, value, unit, interval];
        }),
    }),
  );
  return [
    { type: "heading", text: "Each stretch of the timeline by itself" },
    {
      type: "table",
      columns: [
        { title: "", align: "left" },
        { title: "", align: "right" },
        { title: "", align: "left" },
        { title: "", align: "left" },
      ],
      sections,
    },
  ];
}

function headingOf({ from, to, factors }: RegimeAnalysis): string {
  const dates = `${from} to ${to}`;
  const entries = Object.entries(factors);
  const changed = entries.filter(([, factor]) => factor !== 1);
  if (changed.length === 0) return `${dates}, volume as given`;
  const [only] = changed;
  if (entries.length === 1) return `${dates}, volume × ${brief(only![1])}`;
  return `${dates}, volume of ${changed.map(([name, factor]) => `${name} × ${brief(factor)}`).join(", ")}`;
}
