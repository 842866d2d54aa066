/** Minutes of a local day, `from` < `to`, 0 … 1440. */
export interface DayInterval {
  readonly from: number;
  readonly to: number;
}

/** Seven lists, Monday first; each sorted, disjoint and not touching. */
export type WeeklyHours = readonly (readonly DayInterval[])[];

/** A place where the local clock jumps: at `at` [min since start] it moves on by `jump` [min] (spring +60, autumn −60). */
export interface ClockChange {
  readonly at: number;
  readonly jump: number;
}

export interface CalendarSpec {
  /** IANA name; for printing, and for whoever resolves the clock changes. */
  readonly timeZone: string;
  /** Local dates (ISO) on which nothing is open: public holidays and the clinic's own. */
  readonly closedDates: readonly string[];
  /** The clinic's opening hours: business time. */
  readonly open: WeeklyHours;
  /** When patients sleep [local minutes]; `from` > `to` spans midnight. Delays of follow-ups run in waking time only. */
  readonly patientSleep: DayInterval;
  /** Stretches in which the portal is down, in order of time; absent: it never is. */
  readonly outages?: readonly PortalOutage[];
}

/** A stretch between two local moments in which patients cannot send anything. */
export interface PortalOutage {
  readonly from: LocalMoment;
  readonly to: LocalMoment;
  /** [min] After it, in which what was held back is sent. */
  readonly rebound: number;
}

/** ISO local date and minute of it, 0 … 1440. */
export interface LocalMoment {
  readonly date: string;
  readonly minute: number;
}
