import type { SentColumns } from "./demand-measures.ts";
import type { Outcomes } from "./outcomes.ts";
import { meanOf, type ReplayView } from "./replay-view.ts";
import type { WeeklyPath } from "./weekly-path.ts";

/** Fewest first messages of a week of which anything recorded is told. */
const FEWEST_OF_WEEK = 5;
const WEEK = 7;

/** Share of first messages answered in time, by whole week of sending; NaN where too few were sent. */
export function shareCourse(view: ReplayView, outcomes: Outcomes): readonly number[] {
  return view.firstsByWeek.map((arrivals) =>
    arrivals.length < FEWEST_OF_WEEK ? Number.NaN : view.shareKept(arrivals, outcomes),
  );
}

/** Messages without a reply when the clinic opens, in the mean of each whole week. */
export function backlogCourse(view: ReplayView, outcomes: Outcomes): readonly number[] {
  const days = view.backlog(outcomes);
  return view.firstsByWeek.map((_, week) => meanOf(days.subarray(WEEK * week, WEEK * (week + 1))));
}

/** New threads of each whole week. */
export function threadCourse({ model, weeks }: ReplayView, { sent, round }: SentColumns): readonly number[] {
  const counts = new Array<number>(weeks).fill(0);
  sent.forEach((moment, i) => {
    const week = Math.floor(model.calendar.dayOf(moment) / WEEK);
    if (round[i] === 0 && week < weeks) counts[week]! += 1;
  });
  return counts;
}

/** A path without what was recorded in weeks of so few first messages that it would tell of single patients: these weeks are judged, and not told. */
export function toldWeeks({ firstsByWeek }: ReplayView, path: WeeklyPath): WeeklyPath {
  const recorded = path.recorded.map((value, week) =>
    firstsByWeek[week]!.length < FEWEST_OF_WEEK ? Number.NaN : value,
  );
  return { ...path, recorded };
}
