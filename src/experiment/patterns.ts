import {
  HOURS_OF_WEEK,
  type Model,
  monthsOfWindow,
  type ReplicationResult,
  type Role,
  windowDays,
} from "../model/index.ts";
import { quantile, sorted } from "../stats/index.ts";

/** First replies by how long they took, in bins of equal width from 0. */
export interface FirstReplies {
  /** Width of a bin [opening hours]. */
  readonly width: number;
  /** First messages by bin, of all replications together; those after the last bin are in `later`. */
  readonly counts: readonly number[];
  readonly later: number;
  /** Turned away, or not answered before the run ended. */
  readonly never: number;
}

/** Open messages when a week opens: mean and the middle 80 % of replications. */
export interface BacklogWeek {
  /** ISO date of the opening. */
  readonly date: string;
  /** Whether it lies in the measured window. */
  readonly measured: boolean;
  readonly mean: number;
  readonly p10: number;
  readonly p90: number;
}

/** By hour of the week from Monday 00:00, in the mean over replications and weeks of the window. */
export interface TeamWeek {
  readonly name: string;
  readonly role: Role;
  readonly count: number;
  /** Minutes of all its people together. */
  readonly messages: readonly number[];
  readonly calls: readonly number[];
  readonly other: readonly number[];
  readonly afterHours: readonly number[];
  readonly hours: readonly number[];
}

/** How a promise was kept in a month of the window. */
export interface PromiseMonth {
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** Of all replications together. */
  readonly made: number;
  readonly kept: number;
  /** Middle 80 % of the replications' own shares; NaN where there are none. */
  readonly p10: number;
  readonly p90: number;
  /** Replications with messages in the month, and those of them that fell below the target. */
  readonly worlds: number;
  readonly short: number;
}

/** What pictures are drawn from: bounded in size, whatever the length of the run and the number of replications. Plain data. */
export interface Patterns {
  readonly replications: number;
  /** [weeks] Length of the window. */
  readonly weeks: number;
  readonly firstReplies: FirstReplies;
  readonly backlog: readonly BacklogWeek[];
  /** Messages let in, by hour of the week. */
  readonly sent: readonly number[];
  readonly teams: readonly TeamWeek[];
  /** In the order of the scenario's promises. */
  readonly promises: readonly { readonly name: string; readonly months: readonly PromiseMonth[] }[];
}

/** [opening h] Fine enough for any picture. */
const BIN_WIDTH = 0.25;
/** As many opening hours as half a year has; what takes longer is told together. */
const MOST_BINS = 4096;

/** The patterns of replications of one scenario; at least one. */
export function patternsOf(model: Model, results: readonly ReplicationResult[]): Patterns {
  const { from, to } = windowDays(model);
  const weeks = (to - from) / 7;
  const inTheMean = (of: (result: ReplicationResult) => ArrayLike<number>) => {
    const sums = new Float64Array(HOURS_OF_WEEK);
    for (const result of results) {
      const own = of(result);
      for (let hour = 0; hour < HOURS_OF_WEEK; hour += 1) sums[hour]! += own[hour]!;
    }
    return Array.from(sums, (sum) => sum / results.length / weeks);
  };
  return {
    replications: results.length,
    weeks,
    firstReplies: firstReplies(results),
    backlog: backlogWeeks(model, results),
    sent: inTheMean(({ weekHours }) => weekHours.sent),
    teams: model.clinic.teams.map(({ name, role, count }, team) => ({
      name,
      role,
      count,
      messages: inTheMean(({ weekHours }) => weekHours.teams[team]!.messages),
      calls: inTheMean(({ weekHours }) => weekHours.teams[team]!.calls),
      other: inTheMean(({ weekHours }) => weekHours.teams[team]!.other),
      afterHours: inTheMean(({ weekHours }) => weekHours.teams[team]!.afterHours),
      hours: inTheMean(({ weekHours }) => weekHours.teams[team]!.hours),
    })),
    promises: promiseMonths(model, results),
  };
}

function firstReplies(results: readonly ReplicationResult[]): FirstReplies {
  const counts: number[] = [];
  let [later, never] = [0, 0];
  for (const { samples } of results) {
    for (const wait of samples.first_reply_business_h) {
      const bin = Math.floor(wait / BIN_WIDTH);
      if (wait === Infinity) never += 1;
      else if (bin >= MOST_BINS) later += 1;
      else {
        while (counts.length <= bin) counts.push(0);
        counts[bin]! += 1;
      }
    }
  }
  return { width: BIN_WIDTH, counts, later, never };
}

function backlogWeeks(model: Model, results: readonly ReplicationResult[]): readonly BacklogWeek[] {
  const { calendar, windowStart, windowEnd } = model;
  const [first] = results;
  return Array.from(first?.diagnostics.weeklyBacklogAt ?? [], (at, week) => {
    const own = sorted(results.map(({ diagnostics }) => diagnostics.weeklyBacklog[week]!));
    return {
      date: calendar.dateOf(calendar.dayOf(at)),
      measured: at >= windowStart && at < windowEnd,
      mean: own.reduce((sum, each) => sum + each, 0) / own.length,
      p10: quantile(own, 0.1),
      p90: quantile(own, 0.9),
    };
  });
}

function promiseMonths(model: Model, results: readonly ReplicationResult[]): Patterns["promises"] {
  const { calendar, clinic } = model;
  const months = monthsOfWindow(model);
  return clinic.promises.map(({ name, target }, promise) => ({
    name,
    months: months.map(({ from, to }, month): PromiseMonth => {
      const tallies = results.map(({ promiseMonths: own }) => own[promise]![month]!);
      const shares = tallies.filter(({ made }) => made > 0).map(({ made, kept }) => kept / made);
      const inOrder = sorted(shares);
      return {
        from: calendar.dateOf(from),
        to: calendar.dateOf(to - 1),
        made: tallies.reduce((sum, { made }) => sum + made, 0),
        kept: tallies.reduce((sum, { kept }) => sum + kept, 0),
        p10: quantile(inOrder, 0.1),
        p90: quantile(inOrder, 0.9),
        worlds: shares.length,
        short: tallies.filter(({ made, kept }) => made > 0 && kept < target * made * (1 - 1e-12)).length,
      };
    }),
  }));
}
