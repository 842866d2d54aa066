import type { Banded } from "../experiment/index.ts";
import type { ReplaySummary } from "./replay-summary.ts";
import type { Cell, Sheet, SheetColumn } from "./sheet.ts";

const BANDED: readonly SheetColumn[] = [
  { name: "recorded", doc: "as it was recorded; Infinity: never" },
  { name: "predicted", doc: "median of replications" },
  { name: "low", doc: "nine of ten replications lie between this …" },
  { name: "high", doc: "… and this, pointwise" },
];

const bandedCells = ({ recorded, predicted, low, high }: Banded): readonly Cell[] => [
  recorded,
  predicted,
  low,
  high,
];

/** `checks.csv`: a row per comparison. */
export function replayChecksSheet({ report }: ReplaySummary): Sheet {
  return {
    file: "checks.csv",
    columns: [
      { name: "stage", doc: "demand, replies, backlog or people" },
      { name: "comparison", doc: "what is compared" },
      {
        name: "scale",
        doc: "share, hours (of opening), messages, per week, days (a year), people, ratio; path: share of weeks outside the band; energy: square root of the coefficient",
      },
      ...BANDED,
      { name: "off", doc: "by how much it is off in any case, in parts of what an A allows" },
      { name: "apart", doc: "by how much it is off as the record has it, in the same parts" },
      { name: "at_most", doc: "by how much it could be off at most, at 95 % for this comparison alone" },
      { name: "blur", doc: "how far off it might be without being found out, in the same parts" },
      { name: "headline", doc: "1: must be known well enough for an A" },
      { name: "mend", doc: "where to look in the scenario" },
    ],
    rows: report.checks.map((check) => [
      check.stage,
      check.label,
      check.scale,
      ...bandedCells(check),
      check.off,
      check.apart,
      check.atMost,
      check.blur,
      check.headline ? 1 : 0,
      check.mend,
    ]),
  };
}

/** `groups.csv`: first replies by topic and weekday of sending. */
export function replayGroupsSheet({ report }: ReplaySummary): Sheet {
  return {
    file: "groups.csv",
    columns: [
      { name: "kind", doc: "all, topic or weekday" },
      { name: "group", doc: "which" },
      { name: "messages", doc: "first messages that were judged" },
      { name: "measure", doc: "share: answered in time; median_open_h: open hours until half are answered" },
      ...BANDED,
      {
        name: "energy",
        doc: "coefficient of the energy distance between recorded and predicted waits, 0 to 1",
      },
      { name: "chance", doc: "how likely a replication of a right model is as far off" },
    ],
    rows: report.groups.flatMap(({ kind, name, messages, share, median, energy, chance }) => [
      [kind, name, messages, "share", ...bandedCells(share), energy, chance],
      [kind, name, messages, "median_open_h", ...bandedCells(median), energy, chance],
    ]),
  };
}

/** `quantiles.csv`: recorded against predicted waits of first replies. */
export function replayQuantilesSheet({ report }: ReplaySummary): Sheet {
  return {
    file: "quantiles.csv",
    columns: [{ name: "p", doc: "share of first replies that took no longer" }, ...BANDED],
    rows: report.quantiles.map((pair) => [pair.p, ...bandedCells(pair)]),
  };
}

/** `weeks.csv`: paths week by week. */
export function replayWeeksSheet({ report: { weekly } }: ReplaySummary): Sheet {
  return {
    file: "weeks.csv",
    columns: [
      { name: "week", doc: "its first date" },
      {
        name: "measure",
        doc: "share: answered in time, of first messages sent in the week; backlog: messages without a reply at openings, in their mean; threads: new ones, drawn by the scenario",
      },
      ...BANDED,
    ],
    rows: (["share", "backlog", "threads"] as const).flatMap((measure) => {
      const { weeks, recorded, predicted, low, high } = weekly[measure];
      return weeks.map((week, i): readonly Cell[] => [
        week,
        measure,
        recorded[i]!,
        predicted[i]!,
        low[i]!,
        high[i]!,
      ]);
    }),
  };
}
