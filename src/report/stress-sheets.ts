import type { Bounded, StressResult } from "../experiment/index.ts";
import type { Cell, Sheet, SheetColumn } from "./sheet.ts";
import type { StressSummary } from "./stress-summary.ts";

const STRESS: SheetColumn = { name: "stress", doc: "name of the stress" };

/** `stresses.csv`: a row per stress and measure. */
export function stressesSheet({ report }: StressSummary): Sheet {
  return {
    file: "stresses.csv",
    columns: [
      STRESS,
      { name: "from", doc: "first date of it" },
      { name: "to", doc: "last date of it" },
      {
        name: "measure",
        doc: "peak_backlog and more_backlog, at the opening at which the stress adds most; highest_backlog; worst_week_share, of the week from which it takes most; share, of the four weeks from its beginning or as long as it lasts; more_evening_minutes, until the end of the watch; days_to_recover",
      },
      { name: "promise", doc: "the promise that a share is of; empty of other measures" },
      { name: "unit", doc: "unit of the estimates" },
      { name: "estimate", doc: "under the stress; Infinity: not while it was watched" },
      { name: "low", doc: "lower end of its 95 % interval" },
      { name: "high", doc: "upper end of it" },
      { name: "base", doc: "without the stress, in the same worlds and weeks; empty of days_to_recover" },
      { name: "limit", doc: "what it is held against; empty where it is held against nothing" },
      { name: "verdict", doc: "passes, fails or cannot tell; empty where it is held against nothing" },
    ],
    rows: report.stresses.flatMap((stress) => rowsOf(stress, report.recoverWithin)),
  };
}

function rowsOf(stress: StressResult, recoverWithin: number): readonly (readonly Cell[])[] {
  const row = (
    measure: string,
    promise: string,
    unit: string,
    { estimate, low, high }: Bounded,
    base: number,
    limit = Number.NaN,
    verdict = "",
  ): readonly Cell[] => [
    stress.name,
    stress.from,
    stress.to,
    measure,
    promise,
    unit,
    estimate,
    low,
    high,
    base,
    limit,
    verdict,
  ];
  const { peak, promises, evenings, recovery } = stress;
  return [
    row("peak_backlog", "", "messages", peak, peak.base),
    row("more_backlog", "", "messages", peak.more, Number.NaN),
    row(
      "highest_backlog",
      "",
      "messages",
      { estimate: peak.highest, low: Number.NaN, high: Number.NaN },
      Number.NaN,
    ),
    ...promises.flatMap(({ promise, target, share, base, worstWeek, verdict }) => [
      ...(worstWeek === undefined
        ? []
        : [row("worst_week_share", promise, "share", worstWeek.share, worstWeek.base)]),
      row("share", promise, "share", share, base.estimate, target, verdict),
    ]),
    ...(evenings === undefined
      ? []
      : [row("more_evening_minutes", "", "min per physician", evenings, Number.NaN)]),
    row("days_to_recover", "", "d", recovery, Number.NaN, recoverWithin, recovery.verdict),
  ];
}

/** `paths.csv`: a row per stress and opening, from its beginning to the end of its watch. */
export function stressPathsSheet({ report }: StressSummary): Sheet {
  return {
    file: "paths.csv",
    columns: [
      STRESS,
      { name: "date", doc: "local date: at its opening" },
      { name: "open_base", doc: "open messages without the stress, in the mean over worlds" },
      { name: "open_stressed", doc: "open messages under it" },
      { name: "more", doc: "open_stressed less open_base" },
      { name: "low", doc: "lower end of the 95 % interval of more" },
      { name: "high", doc: "upper end of it" },
    ],
    rows: report.stresses.flatMap(({ name, path }) =>
      path.map(({ date, base, stressed, more }) => [
        name,
        date,
        base,
        stressed,
        more.estimate,
        more.low,
        more.high,
      ]),
    ),
  };
}
