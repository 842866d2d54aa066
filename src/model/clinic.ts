import type { DistributionSpec } from "../random/index.ts";
import type { queuePolicies, routingPolicies, SpecOf, triagePolicies } from "./policies/index.ts";

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
}

export interface RunSpec {
  /** ISO local date; its midnight is minute 0. */
  readonly start: string;
  /** [days] Whole local days before the window. */
  readonly warmUpDays: number;
  /** [days] The measured window. */
  readonly lengthDays: number;
  /** [days] After the window, so that messages sent late in it can be answered. */
  readonly runOutDays: number;
  readonly seed: number;
  readonly replications: number;
}

export type Role = "clerk" | "nurse" | "physician";

export interface FollowUp {
  /** Chance that a reply brings another message, 0 ≤ p ≤ 0.9. */
  readonly probability: number;
  /** From reply to the next message, in waking minutes. */
  readonly delay: DistributionSpec;
  /** Share of follow-ups that only say thank you: read, not answered. */
  readonly thanks: number;
}

/** Handling times [min]. */
export interface TopicMinutes {
  /** Reading and deciding, by whoever triages. */
  readonly triage: DistributionSpec;
  /** A nurse's reply, after triage. */
  readonly nurse: DistributionSpec;
  /** A physician's reading and reply. */
  readonly physician: DistributionSpec;
}

export interface Topic {
  readonly name: string;
  readonly share: number;
  /** Share of threads that are truly urgent. */
  readonly urgent: number;
  /** The lowest role that may close a message; sums to 1. */
  readonly lowestRole: Readonly<Record<Role, number>>;
  readonly needsVisit: number;
  readonly followUp: FollowUp;
  readonly minutes: TopicMinutes;
  /** Correlation (0 … 1) of the normal scores behind a thread's handling times: one complexity felt by every role. */
  readonly complexity: number;
}

export interface Demand {
  /** Mean rate per portal patient [1/min] over the calendar year in which the window begins, closed dates included, of what `counts` says. */
  readonly rate: number;
  readonly counts: "all patient messages" | "new threads";
  /** Gamma shape of patients' rates; absent = all alike. */
  readonly heterogeneity?: { readonly shape: number; readonly panel: "fixed" | "redrawn" };
  /** Factor common to everybody on a date: gamma with mean 1, coefficient of variation `cv`; normal scores correlated `carryOver` from a day to the next. */
  readonly dayFactor: { readonly cv: number; readonly carryOver: number };
  /** Compound growth per year from a local date on (1 before it). */
  readonly growth?: { readonly ratePerYear: number; readonly from: string };
  /** Dated factors, `to` inclusive; they multiply. */
  readonly timeline: readonly { readonly from: string; readonly to: string; readonly factor: number }[];
  /** Weights, any positive scale: 24 hours, 7 weekdays (Monday first; a closed date weighs as Sunday), 12 months. */
  readonly profile: {
    readonly hourOfDay: readonly number[];
    readonly dayOfWeek: readonly number[];
    readonly monthOfYear: readonly number[];
  };
}

/** What competes for the same people. */
export interface OtherWork {
  readonly name: string;
  /** Index into `teams`. */
  readonly team: number;
  /** Mean number on an open date, for the whole team, or for each person. */
  readonly perBusinessDay: number;
  readonly perPerson: boolean;
  /** [min] */
  readonly minutes: DistributionSpec;
  /** `true`: takes a person off a message (a ringing phone); it is lost when nobody answers in `patience`. */
  readonly interrupts: boolean;
  /** [min] Only where it interrupts. */
  readonly patience?: DistributionSpec;
  /** Its place in the line when it does not interrupt. */
  readonly order: "before messages" | "with messages" | "after messages";
}

export interface Specialty {
  readonly name: string;
  readonly patients: number;
  readonly portalShare: number;
  readonly demand: Demand;
  readonly topics: readonly Topic[];
  readonly otherWork: readonly OtherWork[];
  /** A mark set before anybody has read: chance for urgent, and for not urgent, threads. 0 and 0 = no flags. */
  readonly urgencyFlag: { readonly sensitivity: number; readonly falseAlarm: number };
  /** Threads already waiting at minute 0, sent over the `age` [min] before it. */
  readonly openingBacklog: { readonly messages: number; readonly age: number };
}

export interface Evenings {
  /** Seven flags, Monday first. */
  readonly days: readonly boolean[];
  /** [local min of the day] */
  readonly from: number;
  /** [min] The cap. */
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
  readonly evenings?: Evenings;
}

/** Somebody with hours of their own. */
export interface PersonHours extends WorkHours {
  readonly name: string;
}

/** A team; its own hours are those of everybody without hours of their own. */
export interface Team extends WorkHours {
  readonly name: string;
  readonly role: Role;
  readonly count: number;
  /** Indexes into `specialties`. */
  readonly serves: readonly number[];
  /** By ordinal, the first of the team; at most `count`. */
  readonly people: readonly PersonHours[];
  /** How long a clinic session runs over [min]. */
  readonly overrun?: DistributionSpec;
  readonly absence: Absence;
  /** What happens to work in hand when hours end. */
  readonly endOfHours: "finish" | "suspend";
  /** [min] Added when suspended or interrupted work is taken up again. */
  readonly reRead: number;
  /** Per hour. */
  readonly costPerHour: number;
  readonly currency: string;
  /** `posts`: every scheduled hour is paid, absent or not, and float cover on top; `minutes`: what was worked on messages and other work. */
  readonly costBasis: "posts" | "minutes";
  /** [min a week] of a full-time post. */
  readonly fullTime: number;
}

/** Who reads first, and what a nurse does with a message. */
export type TriagePolicy = SpecOf<(typeof triagePolicies)[number]>;

export type RoutingPolicy = SpecOf<(typeof routingPolicies)[number]>;

export type QueuePolicy = SpecOf<(typeof queuePolicies)[number]>;

export interface Policies {
  readonly triage: TriagePolicy;
  readonly routing: RoutingPolicy;
  readonly queue: QueuePolicy;
  /** [min] A follow-up later than this after the reply opens a new thread. */
  readonly closeThreadAfter: number;
}

/** The clock a promise is kept by. */
export type PromiseWithin =
  | { readonly clock: "business-day-end"; readonly days: number }
  | { readonly clock: "open"; readonly minutes: number }
  | { readonly clock: "wall"; readonly minutes: number };

export interface ServicePromise {
  readonly name: string;
  readonly of:
    | "every patient message that needs a reply"
    | "first message of every thread"
    | "urgent messages";
  readonly within: PromiseWithin;
  /** When the clock starts: at the moment of sending, or at the next open minute. */
  readonly starts: "when sent" | "at the next opening";
  /** Share that keeps it. */
  readonly target: number;
  /** How often a month may fall below the target. */
  readonly risk: number;
}

/** A clinic to simulate: complete, in minutes and shares, frozen; what a scenario file becomes. */
export interface Clinic {
  readonly name: string;
  readonly calendar: CalendarSpec;
  readonly run: RunSpec;
  readonly specialties: readonly Specialty[];
  readonly teams: readonly Team[];
  readonly policies: Policies;
  readonly promises: readonly ServicePromise[];
}
