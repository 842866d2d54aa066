import type { DayStretch, Model, ReplicationResult } from "../model/index.ts";
import { mser } from "../stats/index.ts";
import type { Irregularity } from "./run-kind.ts";

/** Whether a run is warm when its window begins. */
export interface WarmUp {
  /** Days that the scenario gives it. */
  readonly days: number;
  /**
   * `enough`, `short`: as MSER has it; `unsettled`: the run is too short to tell, since nothing settles in its first half; `unseen`:
   * too few weeks or replications to ask; `none`: there is no steady state to warm up to.
   */
  readonly verdict: "enough" | "short" | "unsettled" | "unseen" | "none";
  /** Weeks from the start of the run that MSER leaves out; only where it was asked and the run settles. */
  readonly weeks?: number;
  /** Weeks that it was asked of: all, or those that are ordinary. */
  readonly of: number;
}

/** What leaves other weeks as they are. */
const PASSING: ReadonlySet<Irregularity> = new Set(["closed dates", "dated duties"]);
/** Whole weeks, and replications, below which MSER is not asked. */
const FEWEST_WEEKS = 12;
const FEWEST_REPLICATIONS = 5;

/**
 * How long a warm-up MSER recommends: of the mean number of open messages in each week from the start of the run to the end of the
 * window, averaged over replications, so that it ends with a week.
 *
 * Only where weeks are alike. With growth, a timeline, weights of months or overload there is no level to settle at. Closed dates and
 * dated duties leave one to ordinary weeks, those with none of them in the week or in the one before (whose backlog reaches into it):
 * MSER is asked of these, if they are half of all weeks at least.
 */
export function warmUpOf(
  model: Model,
  results: readonly ReplicationResult[],
  because: readonly Irregularity[],
): WarmUp {
  const { warmUpDays, lengthDays } = model.clinic.run;
  const all = Math.floor((warmUpDays + lengthDays) / 7);
  const ordinary = ordinaryWeeks(model, all);
  if (!because.every((irregularity) => PASSING.has(irregularity))) {
    return { days: warmUpDays, verdict: "none", of: 0 };
  }
  if (ordinary.length < Math.max(FEWEST_WEEKS, all / 2) || results.length < FEWEST_REPLICATIONS) {
    return { days: warmUpDays, verdict: "unseen", of: ordinary.length };
  }
  const { cut, settled } = mser(ordinary.map((week) => meanOver(results, week)));
  const of = ordinary.length;
  if (!settled) return { days: warmUpDays, verdict: "unsettled", of };
  const weeks = cut === 0 ? 0 : ordinary[cut]!;
  return { days: warmUpDays, verdict: 7 * weeks > warmUpDays ? "short" : "enough", weeks, of };
}

function ordinaryWeeks(model: Model, weeks: number): readonly number[] {
  const duties = datedDutiesOf(model);
  const isDisturbed = (week: number) =>
    [0, 1, 2, 3, 4, 5, 6].some((weekday) => {
      const day = 7 * week + weekday;
      return (
        day >= 0 && (model.calendar.isClosed(day) || duties.some(({ from, to }) => day >= from && day < to))
      );
    });
  return Array.from({ length: weeks }, (_, week) => week).filter(
    (week) => !isDisturbed(week) && !isDisturbed(week - 1),
  );
}

/** The days of the run on which anybody has duties by their dates, in stretches. */
export function datedDutiesOf({ clinic, calendar, days }: Model): readonly DayStretch[] {
  return clinic.teams
    .flatMap((team) => [team, ...team.people])
    .flatMap(({ datedDuties }) => datedDuties)
    .filter(({ hours }) => hours.length > 0)
    .map(({ from, to }) => ({ from: calendar.dayOfDate(from), to: calendar.dayOfDate(to) + 1 }))
    .filter(({ from, to }) => from < days && to > 0);
}

function meanOver(results: readonly ReplicationResult[], week: number): number {
  return results.reduce((sum, { diagnostics }) => sum + diagnostics.weeklyOpen[week]!, 0) / results.length;
}
