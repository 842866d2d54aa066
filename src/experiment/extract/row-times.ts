import { isNothing, plainCell } from "./cell-words.ts";
import type { ExtractTerms } from "./extract-builder.ts";
import type { FaultPlace } from "./extract-fault.ts";
import type { ExtractField } from "./extract-field.ts";
import { type FaultTally, PLACES } from "./fault-tally.ts";
import type { MissingCells } from "./missing-cells.ts";
import { TimeReader, writtenTime } from "./time-reader.ts";

/** From so many times on, none of which is after twelve, a log has lost which half of the day it was. */
const ENOUGH_TIMES = 1000;

/** Times of a column that say how far from UTC they are, and those that do not, with the first of these. */
interface WrittenOffsets {
  told: number;
  untold: number;
  readonly places: FaultPlace[];
}

/** The times in the rows of a log; tallies those that cannot be read or believed. */
export class RowTimes {
  withoutOffset = 0;
  readonly #terms: Pick<ExtractTerms, "clock" | "now" | "to">;
  readonly #column: Readonly<Record<ExtractField, number>>;
  readonly #faults: FaultTally;
  readonly #missing: MissingCells;
  readonly #readers: Partial<Record<ExtractField, TimeReader>> = {};
  readonly #time = writtenTime();
  readonly #offsets: Partial<Record<ExtractField, WrittenOffsets>> = {};
  #timesToTwelve = 0;
  #timesTellHalf = false;

  constructor(
    terms: Pick<ExtractTerms, "clock" | "formats" | "now" | "to">,
    column: Readonly<Record<ExtractField, number>>,
    faults: FaultTally,
    missing: MissingCells,
  ) {
    this.#terms = terms;
    this.#column = column;
    this.#faults = faults;
    this.#missing = missing;
    for (const [field, format] of terms.formats) {
      this.#readers[field] = new TimeReader(format);
      this.#offsets[field] = { told: 0, untold: 0, places: [] };
    }
  }

  /** A cell of a row as a time, in minutes on the clock, that of something that comes after `earliest`; NaN: there is none, or none that can be believed. */
  of(
    field: ExtractField,
    cells: readonly string[],
    place: FaultPlace,
    earliest = Number.NEGATIVE_INFINITY,
  ): number {
    const column = this.#column[field];
    if (column < 0) return Number.NaN;
    const cell = plainCell(cells[column]!);
    if (isNothing(cell)) return this.#missing.count(field);
    const time = this.#time;
    if (!this.#readers[field]!.read(cell, time) || Number.isNaN(time.minute)) {
      this.#faults.add(
        this.#isOtherOrder(field, cell) ? "other-date-order" : "unreadable-time",
        place,
        field,
      );
      return this.#missing.count(field);
    }
    if (time.tellsHalf) this.#timesTellHalf = true;
    else this.#timesToTwelve += 1;
    this.#countOffset(this.#offsets[field]!, time.offset, place);
    const { clock, now } = this.#terms;
    const moment = clock.timeFrom(earliest, time);
    if (!(moment >= 0 && moment <= now)) {
      this.#faults.add("impossible-time", place, field);
      return this.#missing.count(field);
    }
    if (clock.twice) this.#faults.add("clock-shows-twice", place, field);
    if (clock.never) this.#faults.add("clock-never-shows", place, field);
    const { offset } = time;
    if (field === "sent" || field === "at") {
      if (Number.isNaN(offset) || offset === 0) this.withoutOffset += 1;
      else if (!clock.agrees(moment, time)) this.#faults.add("offset-of-another-zone", place, field);
    }
    return moment;
  }

  #countOffset(offsets: WrittenOffsets, offset: number, place: FaultPlace): void {
    if (!Number.isNaN(offset)) offsets.told += 1;
    else {
      offsets.untold += 1;
      if (offsets.places.length < PLACES) offsets.places.push(place);
    }
  }

  #isOtherOrder(field: ExtractField, cell: string): boolean {
    const { format } = this.#readers[field]!;
    if (format.kind !== "calendar" || (format.order !== "dmy" && format.order !== "mdy")) return false;
    const order = format.order === "dmy" ? "mdy" : "dmy";
    return new TimeReader({ ...format, order }).read(cell, writtenTime());
  }

  /** A time that cannot be before the message was sent. */
  after(
    field: "first_read" | "replied" | "closed",
    sent: number,
    cells: readonly string[],
    place: FaultPlace,
  ): number {
    const time = this.of(field, cells, place, sent);
    if (time < sent) {
      this.#faults.add(BEFORE_SENT[field], place);
      return this.#missing.count(field);
    }
    return time < this.#terms.to ? time : Number.NaN;
  }

  /** All rows have been read. */
  finish(): void {
    for (const [field, { told, untold, places }] of Object.entries(this.#offsets) as [
      ExtractField,
      WrittenOffsets,
    ][]) {
      if (told === 0 || untold === 0) continue;
      places.forEach((place) => {
        this.#faults.add("offset-in-part", place, field);
      });
      this.#faults.add("offset-in-part", undefined, field, untold - places.length);
    }
    if (this.#timesTellHalf || this.#timesToTwelve < ENOUGH_TIMES) return;
    this.#faults.add("hours-to-twelve", undefined, undefined, this.#timesToTwelve);
  }
}

const BEFORE_SENT = {
  first_read: "read-before-sent",
  replied: "replied-before-sent",
  closed: "closed-before-sent",
} as const;
