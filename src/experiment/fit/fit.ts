import type { Calendar, Role } from "../../model/index.ts";
import type { Bounds } from "./bounds.ts";
import type { AbsenceFit } from "./fit-absence.ts";
import type { CallsFit } from "./fit-calls.ts";
import type { ClosersFit } from "./fit-closers.ts";
import type { CoverFit } from "./fit-cover.ts";
import type { DayFactorFit } from "./fit-day-factor.ts";
import type { DelayFit } from "./fit-delay.ts";
import type { EveningFit } from "./fit-evenings.ts";
import type { HeterogeneityFit } from "./fit-heterogeneity.ts";
import type { HoursFit } from "./fit-hours.ts";
import type { MinutesFit } from "./fit-minutes.ts";
import type { ProfileFit } from "./fit-profile.ts";
import type { RoutingFit } from "./fit-routing.ts";
import type { ChaserFit } from "./fit-threads.ts";
import type { TrendFit } from "./fit-trend.ts";
import type { VisitsFit } from "./fit-visits.ts";
import type { DemandShape } from "./fit-volume.ts";
import type { Hole } from "./holes.ts";
import type { LeftOut } from "./left-out.ts";
import type { LogTells } from "./log-tells.ts";
import type { Person } from "./staff-acts.ts";
import type { TimeOnRolls } from "./time-on-rolls.ts";

/** Kinds of handling minutes that a topic has. */
export const SCOPES = ["triage", "clerk", "nurse", "physician"] as const;
export type MinutesScope = (typeof SCOPES)[number];

/** What is learned of the messages about one thing. */
export interface TopicFit {
  readonly name: string;
  readonly threads: number;
  /** Of the specialty's threads. */
  readonly share: Bounds;
  readonly urgent: Bounds;
  readonly followUp: Bounds;
  readonly thanks: Bounds;
  /** Waking minutes to the next message; the specialty's, unless this topic's own is better by its likelihood. */
  readonly delay: DelayFit | undefined;
  readonly ownDelay: boolean;
  /** Share of threads that led to a visit; NaN: not told. */
  readonly visits: Bounds;
  readonly closers: ClosersFit;
  /** By kind; absent where too little is known. */
  readonly minutes: Readonly<Partial<Record<MinutesScope, MinutesFit>>>;
  /** Kinds learned of this topic alone, rather than of the specialty. */
  readonly ownMinutes: readonly MinutesScope[];
}

export interface SpecialtyFit {
  readonly name: string;
  /** Messages of patients and threads they began, in the days watched in full; estimates where the extract is a sample. */
  readonly messages: number;
  readonly threads: number;
  /** Patients who wrote, and with an account where that was told. */
  readonly writers: number;
  readonly accounts: number | undefined;
  /** Messages a minute, chasers left out, before growth and timeline. */
  readonly volume: Bounds;
  readonly messagesPerThread: Bounds;
  readonly profile: ProfileFit;
  /** Stretches of days without a message that chance would not make: volume, profile, trend and busy days are learned without them. */
  readonly holes: readonly Hole[];
  readonly trend: TrendFit | undefined;
  readonly shape: DemandShape;
  readonly dayFactor: DayFactorFit;
  readonly heterogeneity: HeterogeneityFit | undefined;
  readonly topics: readonly TopicFit[];
  readonly chasers: ChaserFit;
  /** From files of their own. */
  readonly visits: VisitsFit | undefined;
  readonly calls: CallsFit | undefined;
  /** Who reads first, by who answers what. */
  readonly triage: "nurse-first" | "clerk-first" | "none";
  /** Of replies, the share by others than those who read first. */
  readonly forwarded: Bounds;
  /** Threads whose first message is the clinic's, or whose first message was closed without a reply. */
  readonly closedUnanswered: Bounds;
}

export interface TeamFit {
  readonly name: string;
  readonly role: Role;
  /** Names of specialties. */
  readonly serves: readonly string[];
  readonly people: readonly Person[];
  /** By person. */
  readonly rolls: readonly TimeOnRolls[];
  /** People on an average day. */
  readonly onRolls: number;
  readonly hours: HoursFit;
  readonly fromRoster: boolean;
  /** Of different weekdays. */
  readonly evenings: readonly EveningFit[];
  readonly absence: AbsenceFit;
  readonly routing: RoutingFit | undefined;
  /** Of teams whose people have patients of their own. */
  readonly cover: CoverFit | undefined;
}

/** All that an extract says of a clinic. */
export interface Fit {
  readonly tells: LogTells;
  readonly start: string;
  /** Last local date that was watched in full. */
  readonly lastDate: string;
  readonly days: number;
  readonly timeZone: string;
  /** Of patients, in the whole log; those of specialties that are left out are not among them, but for fewer than five. */
  readonly messages: number;
  readonly calendar: Calendar;
  readonly specialties: readonly SpecialtyFit[];
  /** Specialties of fewer than 100 threads, or of fewer than five patients: the scenario has none of their messages. */
  readonly leftOut: readonly LeftOut[];
  readonly teams: readonly TeamFit[];
  /** People who did too little to be posts. */
  readonly standIns: number;
  /** Usual business dates on which nobody of the staff did anything. */
  readonly quietDates: readonly string[];
  /** Whether files of their own were given. */
  readonly beside: { readonly visits: boolean; readonly calls: boolean };
}
