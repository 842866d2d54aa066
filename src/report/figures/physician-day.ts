import type { TeamWeek } from "../../experiment/index.ts";
import { brief } from "../number.ts";
import type { NamedPatterns } from "../patterns-json.ts";
import type { Figure } from "./figure.ts";
import { specOf, tooltip } from "./marks.ts";
import { colour } from "./palette.ts";

const KINDS = ["within hours", "after hours"] as const;

/** A physician's weekday by the hour: inbox work within hours and after them; undefined where there are no physicians. */
export function physicianDayFigure(
  { name, patterns }: NamedPatterns,
  base: NamedPatterns | undefined,
): Figure | undefined {
  const day = dayOf(patterns.teams);
  if (day === undefined) return undefined;
  const other = base === undefined ? undefined : dayOf(base.patterns.teams);
  const rows = day.flatMap(({ within, after }, hour) => [
    { hour, from: `${hour}:00–${hour + 1}:00`, kind: KINDS[0], minutes: within },
    { hour, from: `${hour}:00–${hour + 1}:00`, kind: KINDS[1], minutes: after },
  ]);
  const spill = day.reduce((sum, { after }) => sum + after, 0);
  const before = other?.reduce((sum, { after }) => sum + after, 0);
  const ticks = (other ?? []).map(({ within, after }, hour) => ({ hour, total: within + after }));
  return {
    name: "physician-day",
    title: "A physician's day in the inbox",
    caption: `Minutes that a physician works on messages, results, refills and other inbox work in each hour of a weekday, in the mean from Monday to Friday. Orange is work outside opening and scheduled hours: ${brief(spill, 1)} minutes a weekday${before === undefined ? "" : `, ${brief(before, 1)} with “${base!.name}”, whose day the short lines show`}. Clinic sessions with patients are not drawn.`,
    inputs: [
      ["scenario", name],
      [
        "counted",
        `mean of ${brief(patterns.weeks, 1)} weeks, ${brief(patterns.replications, 0)} simulated worlds and all physicians`,
      ],
    ],
    table: {
      columns: [
        { title: "hour from" },
        { title: "minutes within hours", decimals: 2 },
        { title: "minutes after hours", decimals: 2 },
        ...(other === undefined ? [] : [{ title: `${base!.name}: all minutes`, decimals: 2 }]),
      ],
      rows: day.map(({ within, after }, hour) => [
        `${String(hour).padStart(2, "0")}:00`,
        within,
        after,
        ...(other === undefined ? [] : [other[hour]!.within + other[hour]!.after]),
      ]),
    },
    spec: specOf(rows, 230, {
      layer: [
        {
          mark: { type: "bar" },
          encoding: {
            x: {
              field: "hour",
              type: "ordinal",
              title: "hour of the day",
              axis: { labelAngle: 0, values: [0, 3, 6, 9, 12, 15, 18, 21], ticks: false },
              scale: { paddingInner: 0.15 },
            },
            y: {
              field: "minutes",
              type: "quantitative",
              title: "minutes in the hour",
              stack: true,
              axis: { tickCount: 4 },
            },
            color: {
              field: "kind",
              type: "nominal",
              title: null,
              sort: null,
              scale: { domain: [...KINDS], range: [colour("blue"), colour("orange")] },
            },
            tooltip: tooltip(["from", "from"], ["kind", ""], ["minutes", "minutes", ",.2f"]),
          },
        },
        ...(ticks.length === 0
          ? []
          : [
              {
                data: { values: ticks },
                mark: { type: "tick", color: colour("ink"), thickness: 2, orient: "horizontal" },
                encoding: {
                  x: { field: "hour", type: "ordinal" },
                  y: { field: "total", type: "quantitative" },
                },
              },
            ]),
      ],
    }),
  };
}

function dayOf(teams: readonly TeamWeek[]) {
  const physicians = teams.filter(({ role, count }) => role === "physician" && count > 0);
  const people = physicians.reduce((sum, { count }) => sum + count, 0);
  if (people === 0) return undefined;
  return Array.from({ length: 24 }, (_, hour) => {
    let [all, after] = [0, 0];
    for (const { messages, calls, other, afterHours } of physicians) {
      for (let weekday = 0; weekday < 5; weekday += 1) {
        const cell = 24 * weekday + hour;
        all += messages[cell]! + calls[cell]! + other[cell]!;
        after += afterHours[cell]!;
      }
    }
    return { within: Math.max(0, all - after) / people / 5, after: after / people / 5 };
  });
}
