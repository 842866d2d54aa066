import type { ReplicationResult } from "../../model/index.ts";
import type { Interval } from "../../stats/index.ts";
import type { Caution } from "../analysis.ts";
import type { LeftOutStress } from "./stress-plan.ts";

/** An estimate with the ends of its interval; NaN where the worlds do not bound it. */
export type Bounded = Pick<Interval, "estimate" | "low" | "high">;

export function bounded({ estimate, low, high }: Bounded): Bounded {
  return { estimate, low, high };
}

/** What is kept of a replication under a stress, or without. */
export type StressedRun = Pick<ReplicationResult, "replication" | "values" | "paths">;

/** Days of the run: of a stress, [from, end), and after it, to `last`. */
export interface StressStretch {
  readonly from: number;
  readonly end: number;
  readonly last: number;
}

/** What a stress, or a part of it, says of a plan: it stands it, it does not, or the worlds are too few to tell. */
export type Verdict = "passes" | "fails" | "cannot tell";

/** How a promise is kept under a stress. */
export interface StressedPromise {
  readonly promise: string;
  readonly target: number;
  /** Share kept of messages sent in so many days from the stress's beginning, four weeks or as long as it lasts, and in the same days without it. */
  readonly days: number;
  readonly share: Bounded;
  readonly base: Bounded;
  /** `share` less `base`, in the same worlds. */
  readonly change: Bounded;
  /** The week, of seven days from the beginning, from which the stress takes most; absent where none are made. */
  readonly worstWeek?: {
    /** ISO date of its first day. */
    readonly from: string;
    /** Of that very week, chosen after looking. */
    readonly share: Bounded;
    readonly base: number;
  };
  readonly verdict: Verdict;
  /** Only where one cannot tell: worlds that would, about; absent where that cannot be said. */
  readonly needs?: number;
}

/** A point of the paths of the backlog, in the mean over worlds. */
export interface PathPoint {
  /** ISO date; at the opening of that day. */
  readonly date: string;
  readonly base: number;
  readonly stressed: number;
  /** `stressed` less `base`. */
  readonly more: Bounded;
}

export interface StressResult {
  readonly name: string;
  readonly doc: string;
  readonly from: string;
  readonly to: string;
  /** Open messages, in the mean over worlds, at the opening at which the stress adds most, from its beginning on. */
  readonly peak: Bounded & {
    /** ISO date of that opening, chosen after looking. */
    readonly date: string;
    /** Without the stress. */
    readonly base: number;
    /** How many more than without: of the opening at which most are. */
    readonly more: Bounded;
    /** The most that are open at any opening. */
    readonly highest: number;
  };
  /** The promise that falls furthest below its target, or is nearest to it; absent where nothing is promised. */
  readonly worst?: string;
  readonly promises: readonly StressedPromise[];
  /** Physicians' minutes after hours, more than without, of each of them, over the whole time watched [min]; absent without physicians. */
  readonly evenings?: Bounded & { /** Without it [min per physician and week]. */ readonly base: number };
  /** From the end of the stress until the backlog is back [days]; Infinity: not while it was watched. */
  readonly recovery: Bounded & {
    /** As much above the base still counts as back [messages]. */
    readonly within: number;
    readonly verdict: Verdict;
  };
  readonly path: readonly PathPoint[];
  readonly verdict: Verdict;
}

/** What a battery says of a plan. Plain data; equal for equal results. */
export interface StressReport {
  readonly confidence: number;
  /** Confidence of the intervals by which each look gave its verdicts: stricter than `confidence` where there were several looks. */
  readonly decidedAt: number;
  readonly replications: readonly number[];
  readonly base: string;
  /** [days] From the end of each stress. */
  readonly watched: number;
  readonly recoverWithin: number;
  readonly stresses: readonly StressResult[];
  readonly leftOut: readonly LeftOutStress[];
  readonly cautions: readonly Caution[];
}
