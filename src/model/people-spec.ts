import type { DayInterval, WeeklyHours } from "./calendar-spec.ts";

/** A habit of working on messages after hours; of those of one day at most one comes true. */
export interface Evenings {
  /** Seven flags, Monday first. */
  readonly days: readonly boolean[];
  /** [local min of the day] */
  readonly from: number;
  /** [min] The cap; Infinity: until nothing waits, or midnight. */
  readonly upTo: number;
  readonly probability: number;
}

export interface Absence {
  /** [weeks a year] per person. */
  readonly vacationWeeks: number;
  /** [weeks] Length of a stretch. */
  readonly vacationStretch: number;
  /** [days a year] per person. */
  readonly sickDays: number;
  readonly cover: "none" | "buddy" | "pool" | "float";
}

/** The same hours on every date from one to another, both included. */
export interface DatedHours {
  /** ISO local dates, `from` ≤ `to`. */
  readonly from: string;
  readonly to: string;
  /** Sorted, disjoint and not touching. */
  readonly hours: readonly DayInterval[];
}

/** When somebody works, and at what. */
export interface WorkHours {
  /** Presence, breaks taken out; empty lists for people paid otherwise. */
  readonly shifts: WeeklyHours;
  /** Blocks that belong to something else than messages: every week, and on dates. */
  readonly duties: WeeklyHours;
  readonly datedDuties: readonly DatedHours[];
  readonly clinic: WeeklyHours;
  /** Hours for messages, duties not yet taken out; absent = shifts less clinic. */
  readonly inbox?: WeeklyHours;
  /** Habits of a day have chances that sum to 1 at most. */
  readonly evenings: readonly Evenings[];
}

/** ISO local dates, `from` ≤ `to`, both included. */
export interface Dates {
  readonly from: string;
  readonly to: string;
}

/** Somebody with hours, a panel, a speed or leave of their own. */
export interface NamedPerson extends WorkHours {
  readonly name: string;
  /** Part of the team's patients, against 1 for a colleague; any scale. */
  readonly panelShare: number;
  /** Work done in a minute, against 1 in the mean. */
  readonly speed: number;
  readonly vacationWeeks: number;
  readonly vacationStretch: number;
  readonly sickDays: number;
  /** Leave on dates, besides. */
  readonly away: readonly Dates[];
}
