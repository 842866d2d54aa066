import type { Offsets } from "../experiment/index.ts";
import { dayNumber, isoDate } from "../model/index.ts";

const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Writes a minute of the run as ISO 8601 local time with its offset: `2026-03-08T03:00:00.000-04:00`; NaN as nothing. */
export type LocalTimeText = (minute: number) => string;

/** For a run that begins at local midnight of the ISO date `start`. */
export function localTimeText(start: string, { atStart, changes }: Offsets): LocalTimeText {
  const firstDay = dayNumber(start);
  let date = "";
  let dayOfDate = Number.NaN;
  return (minute) => {
    if (Number.isNaN(minute)) return "";
    let jumped = 0;
    for (const { at, jump } of changes) if (at <= minute) jumped += jump;
    const milliseconds = Math.floor(minute * MILLISECONDS_PER_MINUTE) + jumped * MILLISECONDS_PER_MINUTE;
    const day = Math.floor(milliseconds / MILLISECONDS_PER_DAY);
    if (day !== dayOfDate) {
      date = isoDate(firstDay + day);
      dayOfDate = day;
    }
    return `${date}T${clock(milliseconds - day * MILLISECONDS_PER_DAY)}${offsetText(atStart + jumped)}`;
  };
}

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const parts = [Math.floor(minutes / 60), minutes % 60, seconds % 60].map(twoDigits);
  return `${parts.join(":")}.${String(milliseconds % 1000).padStart(3, "0")}`;
}

function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset));
  return `${offset < 0 ? "-" : "+"}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
