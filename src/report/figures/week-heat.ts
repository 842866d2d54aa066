import { brief } from "../number.ts";
import type { NamedPatterns } from "../patterns-json.ts";
import type { Figure } from "./figure.ts";
import { specOf, tooltip } from "./marks.ts";
import { colour, HEAT } from "./palette.ts";

/** Less than this much in an hour is nothing. */
const NOTHING = 0.005;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** When messages come, and who is there for them: the same week twice, so that gaps can be seen. */
export function weekFigures({ name, patterns }: NamedPatterns): readonly Figure[] {
  const { sent, teams } = patterns;
  const people = sent.map((_, hour) => teams.reduce((sum, team) => sum + team.hours[hour]! / 60, 0));
  const work = sent.map((_, hour) =>
    teams.reduce((sum, { messages, calls, other }) => sum + messages[hour]! + calls[hour]! + other[hour]!, 0),
  );
  const busiest = sent.indexOf(sent.reduce((most, each) => Math.max(most, each), 0));
  const away = sent.reduce((sum, each, hour) => sum + (people[hour]! < 0.05 ? each : 0), 0);
  const all = sent.reduce((sum, each) => sum + each, 0);
  if (all === 0 && people.every((each) => each === 0)) return [];
  const inputs = [
    ["scenario", name],
    [
      "counted",
      `mean of ${brief(patterns.weeks, 1)} weeks in ${brief(patterns.replications, 0)} simulated worlds`,
    ],
  ] as const;
  const alone = all === 0 ? 0 : away / all;
  return [
    heat({
      name: "week-messages",
      title: "When messages arrive",
      caption:
        all === 0
          ? "No message was sent."
          : `The stronger the colour, the more messages are sent in that hour of the week; most come on ${DAYS[Math.floor(busiest / 24)]} between ${clock(busiest % 24)} and ${clock((busiest % 24) + 1)}. ${brief(100 * alone, 0)} % arrive while nobody has hours for them: they wait at least until somebody comes. Hold it against the picture of who is there.`,
      inputs,
      values: sent,
      unit: "messages",
      decimals: 2,
    }),
    heat({
      name: "week-staff",
      title: "Who is there for them",
      caption:
        "The stronger the colour, the more people have hours for messages then: shifts and inbox blocks, less clinic sessions, duties, absence and sessions that run late. Pale hours under a strong patch of arrivals are where messages pile up.",
      inputs: [...inputs, ["people", teams.map(({ name: team, count }) => `${team} ${count}`).join(", ")]],
      values: people,
      unit: "people",
      decimals: 2,
    }),
    heat({
      name: "week-work",
      title: "When the work is done",
      caption:
        "Minutes worked on messages, calls and other inbox work by everybody together, in each hour of the week. Colour where “Who is there for them” is blank is work of evenings and days off. Hours without any stay blank.",
      inputs,
      values: work,
      unit: "minutes of work",
      decimals: 1,
    }),
  ];
}

interface Heat extends Pick<Figure, "name" | "title" | "caption" | "inputs"> {
  readonly values: readonly number[];
  readonly unit: string;
  readonly decimals: number;
}

function heat({ values, unit, decimals, ...figure }: Heat): Figure {
  const rows = values.map((value, hour) => ({
    day: DAYS[Math.floor(hour / 24)]!,
    hour: hour % 24,
    value,
    when: `${DAYS[Math.floor(hour / 24)]} ${clock(hour % 24)}–${clock((hour % 24) + 1)}`,
  }));
  return {
    ...figure,
    table: {
      columns: [{ title: `${unit} in the hour from` }, ...DAYS.map((title) => ({ title, decimals }))],
      rows: Array.from({ length: 24 }, (_, hour) => [
        clock(hour),
        ...DAYS.map((_, day) => values[24 * day + hour]!),
      ]),
    },
    spec: specOf(rows, 154, {
      mark: { type: "rect", stroke: colour("paper"), strokeWidth: 1 },
      encoding: {
        x: {
          field: "hour",
          type: "ordinal",
          title: "hour of the day",
          axis: { labelAngle: 0, values: [0, 3, 6, 9, 12, 15, 18, 21], domain: false, ticks: false },
        },
        y: { field: "day", type: "ordinal", sort: DAYS, title: null },
        color: {
          condition: { test: `datum.value < ${NOTHING}`, value: colour("paper") },
          field: "value",
          type: "quantitative",
          title: `${unit} in the hour`,
          scale: { type: "quantize", domain: [0, HEAT.length * stepOf(values)], range: [...HEAT] },
          legend: { format: ",.3~r", gradientLength: 280 },
        },
        tooltip: tooltip(["when", "when"], ["value", unit, `,.${decimals}f`]),
      },
    }),
  };
}

/** A step of the scale that is easy to read: the least of 1, 2, 2.5 or 5 times a power of ten by which the steps reach the largest value. */
function stepOf(values: readonly number[]): number {
  const wanted = values.reduce((high, each) => Math.max(high, each), 0) / HEAT.length;
  if (wanted === 0) return 1;
  let power = 1;
  while (power > wanted) power /= 10;
  while (power * 10 <= wanted) power *= 10;
  return ([1, 2, 2.5, 5, 10].find((times) => times * power >= wanted) ?? 10) * power;
}

/** `08:00` */
function clock(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
