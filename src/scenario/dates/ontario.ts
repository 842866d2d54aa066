import type { HolidayRule } from "./holiday-rule.ts";

const MONDAY = 0;

/**
 * Ontario's nine public holidays (Employment Standards Act, 2000). The Civic Holiday and Easter Monday are
 * not among them: clinics that close then say so in `extraClosed`.
 */
export const ONTARIO: readonly HolidayRule[] = [
  { name: "New Year's Day", on: [1, 1], substitute: true },
  { name: "Family Day", nth: [3, MONDAY, 2] },
  { name: "Good Friday", easter: -2 },
  { name: "Victoria Day", weekdayBefore: [MONDAY, 5, 25] },
  { name: "Canada Day", on: [7, 1], substitute: true },
  { name: "Labour Day", nth: [1, MONDAY, 9] },
  { name: "Thanksgiving Day", nth: [2, MONDAY, 10] },
  { name: "Christmas Day", on: [12, 25], substitute: true },
  { name: "Boxing Day", on: [12, 26], substitute: true },
];
