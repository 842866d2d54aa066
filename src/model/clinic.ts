import type { DistributionSpec } from "../random/index.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import type { Absence, NamedPerson, WorkHours } from "./people-spec.ts";
import type {
  billingPolicies,
  conversionPolicies,
  draftPolicies,
  flagPolicies,
  frontDoorPolicies,
  protocolPolicies,
  queuePolicies,
  routingPolicies,
  SpecOf,
  sortingPolicies,
  triagePolicies,
} from "./policies/index.ts";
import type { Role } from "./roles.ts";
import type { VisitMode } from "./visit-mode.ts";

export type * from "./calendar-spec.ts";
export type * from "./people-spec.ts";
export type { Role } from "./roles.ts";
export { VISIT_MODES, type VisitMode } from "./visit-mode.ts";

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
  /** A reply by a clerk or assistant, after reading. */
  readonly clerk: DistributionSpec;
  /** A reply by a nurse or pharmacist, after reading. */
  readonly nurse: DistributionSpec;
  /** Reading and reply by a physician, resident or nurse practitioner. */
  readonly physician: DistributionSpec;
}

export interface Topic {
  readonly name: string;
  readonly share: number;
  /** Share of threads that are truly urgent. */
  readonly urgent: number;
  /** The lowest role that may close a message; sums to 1. */
  readonly lowestRole: Readonly<Partial<Record<Role, number>>>;
  /** Share of threads that belong elsewhere: whoever reads the first message redirects the patient. */
  readonly unsuitable: number;
  /** Share of threads whose first message lacks something that the patient must be asked for. */
  readonly incomplete: number;
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

/** What patients do who wait longer than they will. Absent parts never happen. */
export interface Impatience {
  /** A message that asks what became of the last one, or says it all again. */
  readonly chaser?: {
    /** Chance that a message that waits for its reply brings one. */
    readonly probability: number;
    /** [waking min] from sending. */
    readonly after: DistributionSpec;
    /** Of these, the share that says it all again, and is worked through like the first. */
    readonly duplicates: number;
  };
  /** A call, when the chaser has not helped. */
  readonly call?: {
    readonly probability: number;
    /** [waking min] from the chaser. */
    readonly after: DistributionSpec;
  };
  /** Of threads that are truly urgent: a walk-in or emergency visit elsewhere. */
  readonly emergency?: {
    readonly probability: number;
    /** [min] from sending, on the clock. */
    readonly after: DistributionSpec;
  };
}

/** Messages that follow an event: a visit, a released result. They come on top of the demand. */
export interface Trigger {
  readonly name: string;
  /** Events on an open date, in the mean. */
  readonly perBusinessDay: number;
  /** Chance that an event brings a message. */
  readonly probability: number;
  /** [waking min] from the event, which falls at any open minute alike. */
  readonly delay: DistributionSpec;
  /** Index into the topics. */
  readonly topic: number;
  /** First and last local date (ISO) on which its events happen; absent: from the beginning, to the end. */
  readonly from?: string;
  readonly to?: string;
}

/** Times in which a patient writes again and again, on top of the demand. */
export interface Flares {
  readonly perPatientYear: number;
  /** Messages of one flare in the mean: a Poisson number. */
  readonly messages: number;
  /** [min] They come at any moment of this alike. */
  readonly over: number;
  readonly topic: number;
}

/** Visits that messages may still be booked into. */
export interface Slots {
  /** Free ones on an open date, in the mean; fractions add up over days. */
  readonly perBusinessDay: number;
  /** [business days] Earliest: 0 = today. */
  readonly notice: number;
}

export interface Specialty {
  readonly name: string;
  readonly patients: number;
  readonly portalShare: number;
  readonly demand: Demand;
  readonly topics: readonly Topic[];
  readonly otherWork: readonly OtherWork[];
  /** Where patients call about messages: index into `otherWork`, of one that interrupts; and what such a call takes [min]. */
  readonly calls?: { readonly source: number; readonly minutes: DistributionSpec };
  readonly impatience: Impatience;
  readonly triggers: readonly Trigger[];
  readonly flares?: Flares;
  /** Regular visits of a patient in a year; 0 = nobody has any. */
  readonly visitsPerYear: number;
  /** Free slots by mode; absent: that mode is not booked. */
  readonly slots: Readonly<Partial<Record<VisitMode, Slots>>>;
  /** How threads that end in a visit are booked, once all is written. */
  readonly bookAs: VisitMode;
  /** ≥ 1: factor on a physician's minutes for somebody else's patient. */
  readonly unknownPatient: number;
  /** [waking min] Until a patient answers a question back. */
  readonly answerDelay: DistributionSpec;
  /** Where this specialty differs from the clinic. */
  readonly policies?: Partial<SpecialtyPolicies>;
  /** Threads already waiting at minute 0, sent over the `age` [min] before it. */
  readonly openingBacklog: { readonly messages: number; readonly age: number };
}

/** What a team may be asked for: reading first, replying, drafting for a physician who signs. */
export const STAGES = ["triage", "reply", "draft"] as const;

export type Stage = (typeof STAGES)[number];

/** From a date on, one person's patients are another's. */
export interface Handover {
  /** ISO local date. */
  readonly date: string;
  /** Ordinals. */
  readonly from: number;
  readonly to: number;
}

/** A team; its own hours are those of everybody without hours of their own. */
export interface Team extends WorkHours {
  readonly name: string;
  readonly role: Role;
  readonly count: number;
  /** Indexes into `specialties`. */
  readonly serves: readonly number[];
  /** Names of the topics they know; absent: all. */
  readonly topics?: readonly string[];
  readonly stages: readonly Stage[];
  /** By ordinal, the first of the team; at most `count`. */
  readonly people: readonly NamedPerson[];
  /** Work done in a minute, against 1; of everybody without a speed of their own. */
  readonly speed: number;
  /** Of residents: the share of drafts that a physician signs, and the physician's minutes for it as a share of the reply's own. */
  readonly coSignature: { readonly share: number; readonly effort: number };
  /** In order of dates. */
  readonly handovers: readonly Handover[];
  /** Where the team's order of work differs from the clinic's. */
  readonly queue?: QueuePolicy;
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

export type FrontDoorPolicy = SpecOf<(typeof frontDoorPolicies)[number]>;
export type FlagPolicy = SpecOf<(typeof flagPolicies)[number]>;
export type SortingPolicy = SpecOf<(typeof sortingPolicies)[number]>;
export type TriagePolicy = SpecOf<(typeof triagePolicies)[number]>;
export type ProtocolPolicy = SpecOf<(typeof protocolPolicies)[number]>;
export type ConversionPolicy = SpecOf<(typeof conversionPolicies)[number]>;
export type DraftPolicy = SpecOf<(typeof draftPolicies)[number]>;
export type RoutingPolicy = SpecOf<(typeof routingPolicies)[number]>;
export type QueuePolicy = SpecOf<(typeof queuePolicies)[number]>;
export type BillingPolicy = SpecOf<(typeof billingPolicies)[number]>;

/** What may differ by specialty; `policies/index.ts` says what each is about. */
export interface SpecialtyPolicies {
  /** In order: each sees what those before have let through. At most one of a type. */
  readonly frontDoor: readonly FrontDoorPolicy[];
  readonly flag: FlagPolicy;
  readonly sorting: SortingPolicy;
  readonly triage: TriagePolicy;
  readonly protocol: ProtocolPolicy;
  readonly conversion: ConversionPolicy;
  readonly drafts: DraftPolicy;
  readonly routing: RoutingPolicy;
  /** [min] A follow-up later than this after the reply opens a new thread. */
  readonly closeThreadAfter: number;
}

export interface Policies extends SpecialtyPolicies {
  readonly queue: QueuePolicy;
  readonly billing: BillingPolicy;
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
