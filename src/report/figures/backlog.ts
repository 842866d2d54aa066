import { brief } from "../number.ts";
import type { NamedPatterns } from "../patterns-json.ts";
import type { Figure } from "./figure.ts";
import { dateAxis, specOf, tooltip } from "./marks.ts";
import { bandOf, linesOf } from "./open-messages.ts";
import { colour } from "./palette.ts";

/** Open messages at each week's opening, with the middle 80 % of worlds of the first. */
export function backlogFigure(all: readonly NamedPatterns[]): Figure | undefined {
  const [first] = all;
  if (first === undefined || first.patterns.backlog.length === 0) return undefined;
  const names = all.map(({ name }) => name);
  const rows = all.flatMap(({ name, patterns }) =>
    patterns.backlog.map(({ date, mean, p10, p90, measured }) => ({
      name,
      date,
      on: date,
      mean,
      p10,
      p90,
      measured,
    })),
  );
  const unmeasured = stretchesOf(first.patterns.backlog);
  const many = first.patterns.replications;
  const band = many > 1 ? " The band holds the middle 80 % of simulated worlds." : "";
  const one = all.length === 1;
  return {
    name: "backlog",
    title: "Open messages on Monday morning, week by week",
    caption: `Messages that wait for somebody when the week opens, in the mean of ${brief(many, 0)} simulated ${many === 1 ? "world" : "worlds"}.${one ? band : band.replace("The band", `The band, of “${first.name}”,`)} A line that climbs and stays up means that the team cannot keep up; peaks are weeks after absence or holidays.${unmeasured.length > 0 ? " Grey weeks are before or after the measured period." : ""}`,
    inputs: [
      ["counted", "messages let in and not closed at the first opening of each week"],
      ["worlds", brief(many, 0)],
    ],
    table: {
      columns: [
        { title: "week that opens on" },
        ...all.flatMap(({ name }) => [
          { title: one ? "mean" : `${name}: mean`, decimals: 1 },
          { title: one ? "1 world in 10 below" : `${name}: 1 world in 10 below`, decimals: 1 },
          { title: one ? "1 in 10 above" : `${name}: 1 in 10 above`, decimals: 1 },
        ]),
      ],
      rows: first.patterns.backlog.map(({ date }, week) => [
        date,
        ...all.flatMap(({ patterns: { backlog } }) => {
          const own = backlog.find((each) => each.date === date) ?? backlog[week];
          return own === undefined ? [Number.NaN, Number.NaN, Number.NaN] : [own.mean, own.p10, own.p90];
        }),
      ]),
    },
    spec: specOf(rows, 230, {
      encoding: {
        x: dateAxis(
          "date",
          rows.map(({ date }) => date),
        ),
      },
      layer: [
        {
          data: { values: unmeasured },
          mark: { type: "rect", color: colour("card") },
          encoding: { x: { field: "from", type: "temporal" }, x2: { field: "to" } },
        },
        bandOf(first.name, "p10", "p90"),
        linesOf(
          names,
          "mean",
          tooltip(
            ["on", "week of"],
            ["mean", "open messages", ",.1f"],
            ["p10", "1 world in 10 below", ",.1f"],
            ["p90", "1 world in 10 above", ",.1f"],
            ["name", "with"],
          ),
        ),
      ],
    }),
  };
}

/** Dates before and after what is measured. */
function stretchesOf(weeks: NamedPatterns["patterns"]["backlog"]): { from: string; to: string }[] {
  const first = weeks.findIndex(({ measured }) => measured);
  const last = weeks.findLastIndex(({ measured }) => measured);
  if (first === -1) return [];
  return [
    ...(first > 0 ? [{ from: weeks[0]!.date, to: weeks[first]!.date }] : []),
    ...(last < weeks.length - 1 ? [{ from: weeks[last + 1]!.date, to: weeks.at(-1)!.date }] : []),
  ].filter(({ from, to }) => from < to);
}
