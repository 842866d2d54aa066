import { DATE_ORDERS, type TimeFormat } from "./time-format.ts";
import { TimeReader, writtenTime } from "./time-reader.ts";

/** What the cells of a column say of the format they are in. */
export type RecognisedTimes =
  | { readonly kind: "known"; readonly format: TimeFormat }
  /** Not one cell has anything in it. */
  | { readonly kind: "empty" }
  /** Day or month first: no cell tells. */
  | { readonly kind: "ambiguous" }
  /** Some cells can only have the day first, some only the month. */
  | { readonly kind: "mixed" }
  /** No format is that of at least half of them. */
  | { readonly kind: "unknown" };

/** So rare a cell in another order is a slip of the pen, and counted; more of them, and which is meant cannot be told. */
export const SLIP_SHARE = 0.001;

/** Sees the cells of a column, as many as one likes, and tells their format if they leave no doubt. */
export class TimeRecogniser {
  readonly #readers = DATE_ORDERS.map(
    (order) => new TimeReader({ kind: "calendar", order, shortYear: false }),
  );
  readonly #fits = DATE_ORDERS.map(() => 0);
  readonly #time = writtenTime();
  #cells = 0;
  #onlyDayFirst = 0;
  #onlyMonthFirst = 0;

  add(text: string): void {
    this.#cells += 1;
    const fits = this.#readers.map((reader) => reader.read(text, this.#time));
    fits.forEach((fit, i) => {
      if (fit) this.#fits[i]! += 1;
    });
    const dayFirst = fits[DATE_ORDERS.indexOf("dmy")];
    const monthFirst = fits[DATE_ORDERS.indexOf("mdy")];
    if (dayFirst && !monthFirst) this.#onlyDayFirst += 1;
    if (monthFirst && !dayFirst) this.#onlyMonthFirst += 1;
  }

  result(): RecognisedTimes {
    if (this.#cells === 0) return { kind: "empty" };
    const most = Math.max(...this.#fits);
    if (most < this.#cells / 2) return { kind: "unknown" };
    const order = DATE_ORDERS[this.#fits.indexOf(most)]!;
    if (order !== "dmy" && order !== "mdy") return known(order);
    const rarer = Math.min(this.#onlyDayFirst, this.#onlyMonthFirst);
    if (rarer > SLIP_SHARE * this.#cells) return { kind: "mixed" };
    if (this.#onlyDayFirst === this.#onlyMonthFirst) return { kind: "ambiguous" };
    return known(this.#onlyDayFirst > this.#onlyMonthFirst ? "dmy" : "mdy");
  }
}

function known(order: (typeof DATE_ORDERS)[number]): RecognisedTimes {
  return { kind: "known", format: { kind: "calendar", order, shortYear: false } };
}
