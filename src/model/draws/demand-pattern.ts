import { exp, log1p } from "../../random/index.ts";
import { DAYS_PER_YEAR } from "../../units.ts";
import type { Calendar } from "../calendar.ts";
import type { Demand } from "../clinic.ts";

const SUNDAY = 6;
const MEAN_MONTH_DAYS = [31, 28.2425, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * When messages are sent, as factors on the mean rate: what the hour and the weekday make of it (`hours`, `weekdays`, mean
 * 1 over a plain week), and what the date makes of it (`byDay`, one factor per day of the run).
 *
 * The rate at a minute of hour h on day d is the mean rate × hours[h] × weekdays[weekday of d] × byDay[d]. A closed date
 * weighs as a Sunday; `weekdays` of a weekday of weight 0 therefore stands at Sunday's, and `byDay` takes it back. What closed
 * dates take away, all days of the year together give back, so that the mean rate is that of a year as it is, holidays included.
 */
export interface DemandPattern {
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
  readonly byDay: Float64Array;
}

export function demandPattern(
  demand: Demand,
  calendar: Calendar,
  days: number,
  referenceYear: number,
): DemandPattern {
  const { hourOfDay, dayOfWeek, monthOfYear } = demand.profile;
  const sunday = dayOfWeek[SUNDAY]!;
  const plain = dayOfWeek.map((weight) => (weight > 0 ? weight : sunday));
  const scale = mean(dayOfWeek);
  const months = scaledTo(monthOfYear, weightedMean(monthOfYear, MEAN_MONTH_DAYS));
  const left = leftByClosedDates(demand, calendar, referenceYear);
  const growth = growthOf(demand, calendar);
  const byDay = new Float64Array(days);
  for (let day = 0; day < days; day += 1) {
    const weekday = calendar.dayOfWeek(day);
    const weight = calendar.isClosed(day) ? sunday : dayOfWeek[weekday]!;
    const asSunday = weight === plain[weekday]! ? 1 : weight / plain[weekday]!;
    byDay[day] = (asSunday * months[calendar.month(day)]! * growth(day)) / left;
  }
  for (const { from, to, factor } of demand.timeline) {
    const last = Math.min(calendar.dayOfDate(to), days - 1);
    for (let day = Math.max(calendar.dayOfDate(from), 0); day <= last; day += 1) byDay[day]! *= factor;
  }
  return { hours: scaledTo(hourOfDay, mean(hourOfDay)), weekdays: scaledTo(plain, scale), byDay };
}

/**
 * What the closed dates of a calendar year leave of its messages, as a share; 1 where nothing would be left. One year, whatever
 * the run: were it the run itself, a longer one would move every message.
 */
function leftByClosedDates({ profile }: Demand, calendar: Calendar, year: number): number {
  const { dayOfWeek, monthOfYear } = profile;
  let open = 0;
  let all = 0;
  const end = calendar.dayOfDate(`${year + 1}-01-01`);
  for (let day = calendar.dayOfDate(`${year}-01-01`); day < end; day += 1) {
    const month = monthOfYear[calendar.month(day)]!;
    const weight = dayOfWeek[calendar.dayOfWeek(day)]! * month;
    all += weight;
    open += calendar.isClosed(day) ? dayOfWeek[SUNDAY]! * month : weight;
  }
  return open > 0 && all > 0 ? open / all : 1;
}

/** By day: compound growth since its first date, by whole days; 1 before it. */
function growthOf({ growth }: Demand, calendar: Calendar): (day: number) => number {
  if (growth === undefined) return () => 1;
  const from = calendar.dayOfDate(growth.from);
  const rate = log1p(growth.ratePerYear);
  return (day) => (day <= from ? 1 : exp(((day - from) / DAYS_PER_YEAR) * rate));
}

function scaledTo(weights: readonly number[], scale: number): readonly number[] {
  return weights.map((weight) => (scale > 0 ? weight / scale : 0));
}

function mean(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const sum = values.reduce((total, value, i) => total + value * weights[i]!, 0);
  return sum / weights.reduce((total, weight) => total + weight, 0);
}
