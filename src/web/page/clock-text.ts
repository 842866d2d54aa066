/** `09:05` of a minute of the day. */
export function clockText(minute: number): string {
  const whole = Math.floor(minute);
  const digits = (value: number) => String(value).padStart(2, "0");
  return `${digits(Math.floor(whole / 60) % 24)}:${digits(whole % 60)}`;
}

/** `25 min`, `3.5 h`, `2.1 days`; NaN: it has no end in this run. */
export function durationText(minutes: number): string {
  if (Number.isNaN(minutes)) return "to the end of the run";
  if (minutes < 90) return `${Math.round(minutes)} min`;
  if (minutes < 36 * 60) return `${(minutes / 60).toFixed(1)} h`;
  return `${(minutes / 1440).toFixed(1)} days`;
}

export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;
