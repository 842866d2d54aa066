import type { Grade } from "../../scenario/index.ts";
import type { Change } from "./change.ts";
import type { Check } from "./check.ts";
import type { NotJudged } from "./measure.ts";
import type { LeftOut } from "./recorded-messages.ts";
import type { ReplyGroup } from "./reply-measures.ts";
import type { SeenRecord } from "./seen-record.ts";
import type { WeeklyPath } from "./weekly-path.ts";

/** What is recorded, the median of replications, and the ends between which nine of ten are. */
export interface Banded {
  readonly recorded: number;
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
}

/** First replies to what has something in common. */
export interface ComparedGroup extends Pick<ReplyGroup, "kind" | "name"> {
  readonly messages: number;
  /** Answered in time, by the first promise. */
  readonly share: Banded;
  /** [open h] Until half of them are answered; Infinity: more than half never were. */
  readonly median: Banded;
  /** Of waits w as w ÷ (w + the recorded median of all), so that what waits for ever counts as 1: 0 … 1. */
  readonly energy: number;
  /** How likely a replication of a right model is as far off. */
  readonly chance: number;
}

/** Replies of one person a week: the first, second … of a group of roles by replies. */
export interface PersonReplies extends Banded {
  readonly role: string;
  readonly rank: number;
  /** [min a week] From one reply to the next, where these are no more than half an hour apart. */
  readonly minutes: Banded;
}

/** Quantiles of first replies' waits [open h]; Infinity: not answered. */
export interface QuantilePair extends Banded {
  readonly p: number;
}

/** How far a model may be believed. Plain data, and aggregates only. */
export interface ReplayReport {
  /** ISO dates: the first recorded day, the first judged one, the last. */
  readonly start: string;
  readonly from: string;
  readonly to: string;
  readonly replications: readonly number[];
  /** Messages of patients that were replayed; first messages that are judged. */
  readonly messages: number;
  readonly judged: number;
  /** By which replies are in time. */
  readonly promise: string;
  readonly grade: Grade;
  /** All comparisons, in order of stages. */
  readonly checks: readonly Check[];
  readonly faults: readonly Check[];
  readonly blurred: readonly Check[];
  /** Of which the grade says nothing: parts of the scenario, and single comparisons that could not be made. */
  readonly notJudged: readonly NotJudged[];
  /** The scenario was fitted to what it is judged by. */
  readonly fitted?: SeenRecord;
  /** Where the errors change for good, if they do: the first date after, and by how much the share in time moved more than predicted. */
  readonly change?: Omit<Change, "week"> & { readonly date: string };
  readonly groups: readonly ComparedGroup[];
  readonly quantiles: readonly QuantilePair[];
  readonly weekly: {
    readonly share: WeeklyPath;
    readonly backlog: WeeklyPath;
    readonly threads: WeeklyPath;
  };
  readonly people: readonly PersonReplies[];
  readonly leftOut: LeftOut;
}
