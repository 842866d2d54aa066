/** Minutes in an hour. The model's unit of time is the minute, everywhere. */
export const MINUTES_PER_HOUR = 60;
/** Minutes in a day of 24 hours; a day on which the clock changes has 1,380 or 1,500. */
export const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_WEEK = 10080;
/** Days in the mean Gregorian year; a "month" of a volume is a twelfth of it. */
export const DAYS_PER_YEAR = 365.2425;
export const MINUTES_PER_YEAR = DAYS_PER_YEAR * MINUTES_PER_DAY;
export const MINUTES_PER_MONTH = MINUTES_PER_YEAR / 12;
