import type { Calendar } from "../../model/index.ts";
import { exp, log1p } from "../../random/index.ts";
import { DAYS_PER_YEAR } from "../../units.ts";
import type { Bounds } from "./bounds.ts";
import type { Person } from "./staff-acts.ts";

export interface AbsenceFit {
  /** Weeks a year of each person, in stretches of a business week or more. */
  readonly vacationWeeks: Bounds;
  /** [weeks] The usual length of such a stretch. */
  readonly stretchWeeks: number;
  /** Shorter absences [business days a year of each person]; those of people who act on few days are not seen. */
  readonly sickDays: Bounds;
  /** Whether a single day without any act can be told from a day on which there was nothing to do. */
  readonly seesSingleDays: boolean;
  /** By person, as given: local days on which they were away. */
  readonly away: readonly ReadonlySet<number>[];
}

/** A stretch of days without an act is an absence if chance alone would make such a one this rarely. */
const RARE = 0.002;
const LOG_RARE = -6.2146;
const DAYS_OF_WEEK_OFF = 5;

/**
 * Who was away when: stretches of business days without a reply or a closing that chance would not make, each day's count being negative binomial about the
 * person's own mean of that weekday. Days at the edges on which there was just nothing to do are taken off in the mean.
 */
export function fitAbsence(
  people: readonly Person[],
  calendar: Calendar,
  { from, to }: { readonly from: number; readonly to: number },
): AbsenceFit {
  const years = (to - from) / DAYS_PER_YEAR;
  const lengths: number[] = [];
  let [vacation, single, singles] = [0, 0, 0];
  let sees = true;
  const away = people.map((person) => {
    const { logSilent, days } = silentDays(person, calendar, from, to);
    const usual = days.reduce((sum, day) => sum + exp(logSilent(day)), 0) / Math.max(1, days.length);
    if (usual > RARE) sees = false;
    const gone = new Set<number>();
    for (let i = 0; i < days.length; ) {
      let j = i;
      let chance = 0;
      while (j < days.length && person.byDay[days[j]!] === 0) chance += logSilent(days[j++]!);
      if (j > i && chance < LOG_RARE) {
        for (let k = i; k < j; k += 1) gone.add(days[k]!);
        const length = Math.max(1, j - i - Math.min(2, (2 * usual) / Math.max(0.05, 1 - usual)));
        if (length >= DAYS_OF_WEEK_OFF - 0.5) {
          vacation += length;
          lengths.push(length);
        } else {
          single += length;
          singles += 1;
        }
      }
      i = Math.max(j, i + 1);
    }
    return gone;
  });
  const all = Math.max(1e-9, years * people.length);
  lengths.sort((a, b) => a - b);
  return {
    vacationWeeks: rate(vacation / DAYS_OF_WEEK_OFF, lengths.length, all),
    stretchWeeks: Math.max(1, Math.round((lengths[Math.floor(lengths.length / 2)] ?? 5) / DAYS_OF_WEEK_OFF)),
    sickDays: rate(single, singles, all),
    seesSingleDays: sees,
    away,
  };
}

/** What `stretches` that come at random and make `amount` together are a year; with none, as much as three at most would be. */
function rate(amount: number, stretches: number, years: number): Bounds {
  const each = stretches === 0 ? 1 : amount / stretches;
  const half = 1.96 * Math.sqrt(Math.max(stretches, 1)) * each;
  return {
    estimate: amount / years,
    low: Math.max(0, amount - half) / years,
    high: (stretches === 0 ? 3 * each : amount + half) / years,
  };
}

/** The business days on which a person usually acts, and the chance of no act on one of them when there. */
function silentDays({ byDay }: Person, calendar: Calendar, from: number, to: number) {
  const sums = new Float64Array(7);
  const active = new Float64Array(7);
  const all = new Float64Array(7);
  for (let day = from; day < to; day += 1) {
    if (!calendar.isOpenDay(day)) continue;
    const weekday = calendar.dayOfWeek(day);
    all[weekday]! += 1;
    sums[weekday]! += byDay[day]!;
    if (byDay[day]! > 0) active[weekday]! += 1;
  }
  // The mean of days with an act is above the mean of days there: of a Poisson law with mean m it is m / (1 − e^−m), so a step is taken back.
  const means = sums.map((sum, i) => (active[i]! === 0 ? 0 : shrunk(sum / active[i]!)));
  let [squares, expected] = [0, 0];
  for (let day = from; day < to; day += 1) {
    const mean = means[calendar.dayOfWeek(day)]!;
    if (!calendar.isOpenDay(day) || byDay[day] === 0 || mean === 0) continue;
    squares += (byDay[day]! - mean) * (byDay[day]! - mean) - mean;
    expected += mean * mean;
  }
  const shape = Math.min(50, Math.max(1, expected / Math.max(squares, expected / 50)));
  const usual = (weekday: number) => active[weekday]! >= 0.1 * all[weekday]! && means[weekday]! > 0;
  const days: number[] = [];
  for (let day = from; day < to; day += 1) {
    if (calendar.isOpenDay(day) && usual(calendar.dayOfWeek(day))) days.push(day);
  }
  const logSilent = means.map((mean) => -shape * log1p(mean / shape));
  return { days, logSilent: (day: number) => logSilent[calendar.dayOfWeek(day)]! };
}

function shrunk(mean: number): number {
  let m = mean;
  for (let i = 0; i < 50; i += 1) m = mean * (1 - exp(-m));
  return Math.max(m, 0.05);
}
