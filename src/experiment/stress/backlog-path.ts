import type { Calendar, DayPaths } from "../../model/index.ts";
import { type BootstrapOptions, bootstrapInterval, meanInterval, pairedMean } from "../../stats/index.ts";
import {
  type Bounded,
  bounded,
  type PathPoint,
  type StressResult,
  type StressStretch,
} from "./stress-result.ts";

/** Back is what stays back for a business week: so many openings in a row. */
const STAYS = 5;
/** Of the plan's own mean backlog; one message at least. */
const TOLERANCE = 0.1;

export interface BacklogUnderStress {
  readonly peak: StressResult["peak"];
  readonly recovery: Bounded & { readonly within: number };
  /** Days to recover, with the interval that decides. */
  readonly surelyBack: Bounded;
  readonly path: readonly PathPoint[];
}

/**
 * The backlog of a plan under a stress and without, at the openings from the stress's beginning on: paths in the mean over worlds, the peak
 * (the opening at which the stress adds most), and the days until it is back, from the end of the stress to the first of five openings in a row at which, in the mean, no more messages are open
 * than without it and a tenth of the plan's mean backlog, or one message, if that is more. `peak` and `recovery` are statistics of all worlds,
 * which a bootstrap resamples.
 */
export function backlogOf(
  own: readonly DayPaths[],
  base: readonly DayPaths[],
  { from, end, last }: StressStretch,
  calendar: Calendar,
  {
    confidence,
    decidedAt,
    stream,
  }: BootstrapOptions & { readonly confidence: number; readonly decidedAt: number },
): BacklogUnderStress {
  const days: number[] = [];
  for (let day = from; day < last; day += 1) {
    if (!Number.isNaN(own[0]!.open[day]! + base[0]!.open[day]!)) days.push(day);
  }
  const everybody = new Int32Array(own.length).fill(1);
  const stressed = meanPath(own, days, everybody);
  const without = meanPath(base, days, everybody);
  const most = mostAdded(stressed, without);
  const added = bootstrapInterval(
    own.length,
    (weights) => {
      const [a, b] = [meanPath(own, days, weights), meanPath(base, days, weights)];
      const i = mostAdded(a, b);
      return a[i]! - b[i]!;
    },
    { confidence, stream },
  );
  const openThen = meanInterval(
    own.map(({ open }) => open[days[most]!]!),
    confidence,
  );
  const usual = without.reduce((sum, open) => sum + open, 0) / days.length;
  const within = Math.max(1, TOLERANCE * usual);
  const recoveryAt = (level: number) =>
    bootstrapInterval(
      own.length,
      (weights) => {
        const [a, b] = [meanPath(own, days, weights), meanPath(base, days, weights)];
        return daysToRecover(days, (i) => a[i]! - b[i]! <= within, end);
      },
      { confidence: level, stream, range: [0, Infinity] },
    );
  const recovery = recoveryAt(confidence);
  return {
    peak: {
      ...bounded(openThen),
      date: calendar.dateOf(days[most]!),
      base: without[most]!,
      more: bounded(added),
      highest: stressed.reduce((top, open) => Math.max(top, open), 0),
    },
    recovery: { ...bounded(recovery), within },
    surelyBack: decidedAt === confidence ? recovery : recoveryAt(decidedAt),
    path: days.map((day, i) => ({
      date: calendar.dateOf(day),
      base: without[i]!,
      stressed: stressed[i]!,
      more: bounded(
        pairedMean(
          own.map(({ open }) => open[day]!),
          base.map(({ open }) => open[day]!),
        ).at(confidence),
      ),
    })),
  };
}

/** From `end` to the first of five openings in a row that are back [days]; Infinity if there are none. */
function daysToRecover(days: readonly number[], isBack: (i: number) => boolean, end: number): number {
  let row = 0;
  for (let i = 0; i < days.length; i += 1) {
    row = days[i]! >= end && isBack(i) ? row + 1 : 0;
    if (row === STAYS) return days[i - STAYS + 1]! - end;
  }
  return Number.POSITIVE_INFINITY;
}

/** Place of the opening at which the stress adds most. */
function mostAdded(stressed: Float64Array, without: Float64Array): number {
  return stressed.reduce(
    (best, open, i) => (open - without[i]! > stressed[best]! - without[best]! ? i : best),
    0,
  );
}

function meanPath(paths: readonly DayPaths[], days: readonly number[], weights: Int32Array): Float64Array {
  const sums = new Float64Array(days.length);
  let all = 0;
  paths.forEach(({ open }, world) => {
    const weight = weights[world]!;
    if (weight === 0) return;
    all += weight;
    days.forEach((day, i) => {
      sums[i]! += weight * open[day]!;
    });
  });
  return sums.map((sum) => sum / all);
}
