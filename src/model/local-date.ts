/** A date of the Gregorian calendar; `month` 0 … 11, `day` 1 … 31. */
export interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
const ERA_TO_EPOCH = 719_468;

/** Days from 1970-01-01 to an ISO date, negative before it. Throws a RangeError unless `iso` is a date that exists. */
export function dayNumber(iso: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) throw new RangeError(`"${iso}" is not a date: write it as 2026-01-05`);
  const date = { year: Number(parts[1]), month: Number(parts[2]) - 1, day: Number(parts[3]) };
  const number = daysFromCivil(date);
  if (isoDate(number) !== iso) throw new RangeError(`"${iso}" is not a date: that month has no such day`);
  return number;
}

/** The ISO date that lies `number` days after 1970-01-01. */
export function isoDate(number: number): string {
  const { year, month, day } = civilFromDays(number);
  return `${padded(year, 4)}-${padded(month + 1, 2)}-${padded(day, 2)}`;
}

/** Day of the week of a day number, 0 = Monday: 1970-01-01 was a Thursday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** The date that lies `number` days after 1970-01-01. H. Hinnant, "chrono-compatible low-level date algorithms", 2013. */
export function civilFromDays(number: number): LocalDate {
  const shifted = number + ERA_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // Years begin in March here, so that a leap day is the last of its year.
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 2 : fromMarch - 10;
  return { year: yearOfEra + era * 400 + (month <= 1 ? 1 : 0), month, day };
}

/** Days from 1970-01-01 to a date; the inverse of `civilFromDays`. */
export function daysFromCivil({ year, month, day }: LocalDate): number {
  const shiftedYear = month <= 1 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const fromMarch = month > 1 ? month - 2 : month + 10;
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - ERA_TO_EPOCH;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
