import type { Calendar } from "../../model/index.ts";
import { exp, log, log1p } from "../../random/index.ts";
import { DAYS_PER_YEAR } from "../../units.ts";
import type { Bounds } from "./bounds.ts";
import type { Person } from "./staff-acts.ts";
import type { TimeOnRolls } from "./time-on-rolls.ts";

export interface AbsenceFit {
  /** Weeks a year of each person, in stretches of a business week or more. */
  readonly vacationWeeks: Bounds;
  /** [weeks] The usual length of such a stretch. */
  readonly stretchWeeks: number;
  /** Shorter absences [business days a year of each person]; those of people who act on few days are not seen. */
  readonly sickDays: Bounds;
  /** Whether two weeks without any act can be told from two weeks in which there was nothing to do. */
  readonly seesWeeks: boolean;
  /** Whether a single day without any act can be told from a day on which there was nothing to do. */
  readonly seesSingleDays: boolean;
  /** By person, as given: local days on which they were away. */
  readonly away: readonly ReadonlySet<number>[];
}

/** A stretch of days without an act is an absence if chance alone would make such a one this rarely. */
const RARE = 0.002;
const LOG_RARE = -6.2146;
const DAYS_OF_WEEK_OFF = 5;
const DAYS_OF_TWO_WEEKS = 10;
/** [acts a day] */
const BUSY = 5;
const TURNS = 6;
const FEWEST_TO_COMPARE = 3;

/**
 * Who was away when, while on the rolls (`rolls` by person): stretches of business days without a reply or a closing that chance would not make. Days at their edges
 * on which there was just nothing to do are taken off in the mean. Days of which the log tells nothing (`isTold`) are passed over.
 */
export function fitAbsence(
  people: readonly Person[],
  calendar: Calendar,
  { from, to }: TimeOnRolls,
  rolls: readonly TimeOnRolls[],
  isTold: (day: number) => boolean = () => true,
): AbsenceFit {
  const lengths: number[] = [];
  let [vacation, single, singles] = [0, 0, 0];
  let [seesDays, seesWeeks] = [true, true];
  const open: number[] = [];
  for (let day = from; day < to; day += 1) {
    // Where nobody of several did anything, there may just have been nothing for them.
    const some = people.length < FEWEST_TO_COMPARE || people.some(({ byDay }) => byDay[day]! > 0);
    if (calendar.isOpenDay(day) && some && isTold(day)) open.push(day);
  }
  const away = people.map((person, p) => {
    const mine = open.filter((day) => day >= rolls[p]!.from && day < rolls[p]!.to);
    const { days, chance, stretches } = silences(person, calendar, mine);
    if (chance > RARE) seesDays = false;
    if (DAYS_OF_TWO_WEEKS * log(chance) > LOG_RARE) seesWeeks = false;
    const gone = new Set<number>();
    for (const { first, last } of stretches) {
      for (let k = first; k <= last; k += 1) gone.add(days[k]!);
      const length = Math.max(1, last - first + 1 - Math.min(2, (2 * chance) / Math.max(0.05, 1 - chance)));
      if (length >= DAYS_OF_WEEK_OFF - 0.5) {
        vacation += length;
        lengths.push(length);
      } else {
        single += length;
        singles += 1;
      }
    }
    return gone;
  });
  const watched = (roll: TimeOnRolls) => {
    let days = 0;
    for (let day = roll.from; day < roll.to; day += 1) if (isTold(day)) days += 1;
    return days;
  };
  const all = Math.max(1e-9, rolls.reduce((sum, roll) => sum + watched(roll), 0) / DAYS_PER_YEAR);
  lengths.sort((a, b) => a - b);
  return {
    vacationWeeks: rate(vacation / DAYS_OF_WEEK_OFF, lengths.length, all),
    stretchWeeks: Math.max(1, Math.round((lengths[Math.floor(lengths.length / 2)] ?? 5) / DAYS_OF_WEEK_OFF)),
    sickDays: rate(single, singles, all),
    seesSingleDays: seesDays,
    seesWeeks,
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

interface Silences {
  /** Business days of weekdays on which the person usually acts. */
  readonly days: readonly number[];
  /** Of no act on such a day, when there. */
  readonly chance: number;
  /** Places in `days`, both included, of stretches that chance would not make. */
  readonly stretches: readonly { readonly first: number; readonly last: number }[];
}

/**
 * Days without an act. The chance of one is at first the share of such days, and then, in turns, that of the days that are left when stretches which it would not make are taken out. Of somebody
 * with five acts a day or more it is known better from how the others vary: as a negative binomial law has it.
 */
function silences({ byDay }: Person, calendar: Calendar, open: readonly number[]): Silences {
  const active = new Float64Array(7);
  const all = new Float64Array(7);
  for (const day of open) {
    const weekday = calendar.dayOfWeek(day);
    all[weekday]! += 1;
    if (byDay[day]! > 0) active[weekday]! += 1;
  }
  const days = open.filter((day) => active[calendar.dayOfWeek(day)]! >= 0.1 * all[calendar.dayOfWeek(day)]!);
  const busy = busySilence(days.filter((day) => byDay[day]! > 0).map((day) => byDay[day]!));
  const silent = days.map((day) => byDay[day] === 0);
  let stretches: { first: number; last: number }[] = [];
  let chance = 1;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const inStretch = stretches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const quiet = silent.filter(Boolean).length - inStretch;
    chance = Math.min(busy, (quiet + 0.5) / (days.length - inStretch + 1));
    stretches = [];
    for (let i = 0; i < silent.length; i += 1) {
      if (silent[i] !== true) continue;
      const first = i;
      while (silent[i + 1] === true) i += 1;
      if ((i - first + 1) * log(chance) < LOG_RARE) stretches.push({ first, last: i });
    }
  }
  return { days, chance, stretches };
}

/** The chance of a day of none by the days of some; 1 where these are too few a day to say. */
function busySilence(counts: readonly number[]): number {
  const mean = counts.reduce((sum, n) => sum + n, 0) / Math.max(1, counts.length);
  if (mean < BUSY) return 1;
  const variance =
    counts.reduce((sum, n) => sum + (n - mean) * (n - mean), 0) / Math.max(1, counts.length - 1);
  const shape = (mean * mean) / Math.max(variance - mean, mean / 50);
  return exp(-shape * log1p(mean / shape));
}
