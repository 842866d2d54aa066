/** A rule that gives a holiday's date in a year; weekdays count from 0 = Monday, months from 1. */
export type HolidayRule =
  | {
      readonly name: string;
      readonly on: readonly [month: number, day: number];
      /** Whether it is observed on the next free weekday when it falls on a weekend. */
      readonly substitute?: boolean;
    }
  | { readonly name: string; readonly nth: readonly [n: number, weekday: number, month: number] }
  | { readonly name: string; readonly weekdayBefore: readonly [weekday: number, month: number, day: number] }
  | { readonly name: string /** Days after Easter Sunday. */; readonly easter: number };
