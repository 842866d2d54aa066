import { daysFromCivil } from "../../model/index.ts";
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../units.ts";
import type { DateOrder, TimeFormat } from "./time-format.ts";

/** What stands in a cell: a day since 1970-01-01, and a time of day [min], as a wall clock shows them. */
export interface WrittenTime {
  day: number;
  /** NaN: a date alone. */
  minute: number;
  /** [min] Local time less UTC, where it is written; else NaN. */
  offset: number;
  /** "AM" or "PM" is written, or the hour is above 12. */
  tellsHalf: boolean;
}

export function writtenTime(): WrittenTime {
  return { day: Number.NaN, minute: Number.NaN, offset: Number.NaN, tellsHalf: false };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Day number of 1899-12-30, from which Excel counts. */
const EXCEL_ZERO = -25_569;
const MONTH_SHIFT = 32;
const YEAR_SHIFT = 512;

/** Reads cells in one format; keeps what it needs to be quick. */
export class TimeReader {
  readonly format: TimeFormat;
  readonly #days = new Map<number, number>();
  #text = "";
  #at = 0;

  constructor(format: TimeFormat) {
    this.format = format;
  }

  /** Whether `text` is a time in this format; if so, `into` has it. */
  read(text: string, into: WrittenTime): boolean {
    into.offset = Number.NaN;
    into.tellsHalf = false;
    const { format } = this;
    if (format.kind !== "calendar") return readNumber(format.kind, text, into);
    if (format.order === "ymd" && this.#plainIso(text, into)) return true;
    this.#text = text;
    this.#at = 0;
    this.#spaces();
    return this.#date(format.order, format.shortYear, into) && this.#clock(into);
  }

  /** Most times there are: `2026-01-05T08:03:20`, a space for the T, `.394`, `-05:00` or `Z` behind it or not. False: it may be another, of the same format. */
  #plainIso(text: string, into: WrittenTime): boolean {
    const { length } = text;
    if (length < 19) return false;
    const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
    const month = digitsAt(text, 5);
    const date = digitsAt(text, 8);
    const hour = digitsAt(text, 11);
    const minute = digitsAt(text, 14);
    let seconds = digitsAt(text, 17);
    const between = text.charCodeAt(10);
    const isPlain =
      text.charCodeAt(4) === 0x2d &&
      text.charCodeAt(7) === 0x2d &&
      (between === 0x54 || between === 0x20) &&
      text.charCodeAt(13) === 0x3a &&
      text.charCodeAt(16) === 0x3a;
    // NaN, where there are no digits, is in no range.
    if (!(isPlain && year >= 0 && hour < 24 && minute < 60 && seconds < 60)) return false;
    const day = this.#days.get(year * YEAR_SHIFT + month * MONTH_SHIFT + date);
    if (day === undefined) return false;
    let at = 19;
    if (text.charCodeAt(at) === 0x2e && length >= 23) {
      const thousandths = digitsAt(text, 20) * 10 + text.charCodeAt(22) - 0x30;
      if (!(thousandths >= 0 && isDigit(text.charCodeAt(22)))) return false;
      seconds += thousandths / 1000;
      at = 23;
    }
    if (at === length - 6 && text.charCodeAt(at + 3) === 0x3a) {
      const sign = text.charCodeAt(at);
      const hours = digitsAt(text, at + 1);
      const minutes = digitsAt(text, at + 4);
      if (!((sign === 0x2b || sign === 0x2d) && hours < 16 && minutes < 60)) return false;
      into.offset = (sign === 0x2b ? 1 : -1) * (hours * MINUTES_PER_HOUR + minutes);
    } else if (at === length - 1 && text.charCodeAt(at) === 0x5a) into.offset = 0;
    else if (at !== length) return false;
    into.day = day;
    into.minute = hour * MINUTES_PER_HOUR + minute + seconds / 60;
    into.tellsHalf = hour > 12;
    return true;
  }

  #date(order: DateOrder, shortYear: boolean, into: WrittenTime): boolean {
    let year = -1;
    let month = -1;
    let day = -1;
    if (order === "ymd") {
      year = this.#number(4, 4);
      const packed = isDigit(this.#code());
      if (!packed && !this.#separator()) return false;
      month = this.#number(packed ? 2 : 1, 2);
      if (!packed && !this.#separator()) return false;
      day = this.#number(packed ? 2 : 1, 2);
    } else {
      const first = order === "mon-d-y" ? this.#month() : this.#number(1, 2);
      if (!this.#separator()) return false;
      const second = order === "d-mon-y" ? this.#month() : this.#number(1, 2);
      if (!this.#separator()) return false;
      year = shortYear ? this.#number(2, 2) : this.#number(4, 4);
      if (shortYear && year >= 0) year += 2000;
      const dayFirst = order === "dmy" || order === "d-mon-y";
      day = dayFirst ? first : second;
      month = dayFirst ? second : first;
    }
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > DAYS_IN[month - 1]!) return false;
    if (month === 2 && day === 29 && !isLeap(year)) return false;
    const key = year * YEAR_SHIFT + month * MONTH_SHIFT + day;
    let number = this.#days.get(key);
    if (number === undefined) {
      number = daysFromCivil({ year, month: month - 1, day });
      this.#days.set(key, number);
    }
    into.day = number;
    return true;
  }

  #clock(into: WrittenTime): boolean {
    if (this.#ended()) {
      into.minute = Number.NaN;
      return true;
    }
    const code = this.#code();
    if (code !== 0x54 && code !== 0x20 && code !== 0x2c) return false; // "T", space, comma
    this.#at += 1;
    this.#spaces();
    let hour = this.#number(1, 2);
    const packed = isDigit(this.#code());
    if (!packed && !this.#passes(0x3a)) return false;
    const minute = this.#number(2, 2);
    let seconds = 0;
    if (packed ? isDigit(this.#code()) : this.#passes(0x3a)) {
      seconds = this.#number(2, 2);
      if (seconds < 0 || seconds > 60) return false;
      if (this.#code() === 0x2e || this.#code() === 0x2c) seconds += this.#fraction();
    }
    this.#spaces();
    const half = this.#half();
    if (half !== "") {
      if (hour < 1 || hour > 12) return false;
      hour = (hour % 12) + (half === "pm" ? 12 : 0);
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return false;
    into.tellsHalf = half !== "" || hour > 12;
    into.minute = hour * MINUTES_PER_HOUR + minute + seconds / 60;
    this.#spaces();
    return this.#ended() || (this.#offset(into) && this.#ended());
  }

  #offset(into: WrittenTime): boolean {
    const code = this.#code();
    if (code === 0x5a || code === 0x7a) {
      this.#at += 1;
      into.offset = 0;
      return true;
    }
    if (this.#text.startsWith("UTC", this.#at) || this.#text.startsWith("GMT", this.#at)) {
      this.#at += 3;
      into.offset = 0;
      return true;
    }
    if (code !== 0x2b && code !== 0x2d && code !== 0x2212) return false;
    this.#at += 1;
    const hours = this.#number(2, 2);
    let minutes = 0;
    if (this.#passes(0x3a) || isDigit(this.#code())) minutes = this.#number(2, 2);
    if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59) return false;
    into.offset = (code === 0x2b ? 1 : -1) * (hours * MINUTES_PER_HOUR + minutes);
    return true;
  }

  #half(): "am" | "pm" | "" {
    const code = this.#code() | 0x20;
    if (code !== 0x61 && code !== 0x70) return "";
    let at = this.#at + 1;
    if (this.#text.charCodeAt(at) === 0x2e) at += 1;
    if ((this.#text.charCodeAt(at) | 0x20) !== 0x6d) return "";
    at += 1;
    if (this.#text.charCodeAt(at) === 0x2e) at += 1;
    this.#at = at;
    return code === 0x61 ? "am" : "pm";
  }

  #month(): number {
    const index = MONTHS.indexOf(this.#text.slice(this.#at, this.#at + 3).toLowerCase());
    if (index < 0) return -1;
    while (isLetter(this.#code())) this.#at += 1;
    return index + 1;
  }

  #fraction(): number {
    let scale = 1;
    let value = 0;
    this.#at += 1;
    for (let code = this.#code(); isDigit(code); code = this.#code()) {
      if (scale < 1e9) {
        scale *= 10;
        value = value * 10 + code - 0x30;
      }
      this.#at += 1;
    }
    return value / scale;
  }

  /** A whole number of so many digits; −1: there is none. */
  #number(least: number, most: number): number {
    let value = 0;
    let digits = 0;
    for (let code = this.#code(); digits < most && isDigit(code); code = this.#code()) {
      value = value * 10 + code - 0x30;
      digits += 1;
      this.#at += 1;
    }
    return digits < least ? -1 : value;
  }

  /** Passes `- / .`, or a comma or spaces between the parts of a date. */
  #separator(): boolean {
    const begun = this.#at;
    const code = this.#code();
    if (code === 0x2d || code === 0x2f || code === 0x2e || code === 0x2c) this.#at += 1;
    this.#spaces();
    return this.#at > begun;
  }

  #passes(code: number): boolean {
    if (this.#code() !== code) return false;
    this.#at += 1;
    return true;
  }

  #spaces(): void {
    for (let code = this.#code(); code === 0x20 || code === 0xa0 || code === 0x202f; code = this.#code()) {
      this.#at += 1;
    }
  }

  #ended(): boolean {
    return this.#at >= this.#text.length;
  }

  #code(): number {
    return this.#text.charCodeAt(this.#at);
  }
}

function readNumber(kind: "unix" | "unix-ms" | "excel", text: string, into: WrittenTime): boolean {
  if (!/^\s*\d+(\.\d+)?\s*$/.test(text)) return false;
  const value = Number(text);
  into.tellsHalf = true;
  if (kind === "excel") {
    const minutes = Math.round((value % 1) * MINUTES_PER_DAY * 1000) / 1000;
    into.day = EXCEL_ZERO + Math.floor(value);
    into.minute = minutes;
    return value < 100_000;
  }
  const minutes = value / (kind === "unix" ? 60 : 60_000);
  into.day = Math.floor(minutes / MINUTES_PER_DAY);
  into.minute = minutes - into.day * MINUTES_PER_DAY;
  into.offset = 0;
  return into.day < 50_000;
}

/** The number that two digits make; NaN: they are none. */
function digitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x7a) || code === 0x2e;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
