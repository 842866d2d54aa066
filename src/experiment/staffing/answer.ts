import type { Patch } from "../../scenario/index.ts";
import type { Verdict } from "./feasibility-test.ts";
import type { PlanState, TieBreak } from "./search.ts";

/** An estimate with its 95 % interval; NaN ends where there is none. */
export interface Told {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** A response in a plan, and how it differs from the chosen plan's in the same worlds. */
export interface ToldDifference {
  readonly response: string;
  readonly label: string;
  readonly unit: string;
  readonly own: number;
  readonly difference: Told;
}

/** A plan's requirement, as far as it was simulated. */
export interface RequirementOutcome {
  /** NaN: not simulated. */
  readonly estimate: number;
  readonly verdict: Verdict;
}

/** A plan of the search. */
export interface PlanRow {
  readonly name: string;
  /** In order of the decisions. */
  readonly levels: readonly string[];
  readonly state: PlanState;
  readonly why?: string;
  /** Whether `atMost` cut its test short: the verdict is then no more than a guess. */
  readonly forced: boolean;
  /** By calculation: of the cost of a week; 0 where something else is minimised. */
  readonly expected: number;
  /** [h a week] kept for messages, absence taken out. */
  readonly hours: number;
  readonly replications: number;
  /** What is minimised, as simulated; NaN: not simulated. */
  readonly objective: number;
  /** By requirement. */
  readonly requirements: readonly RequirementOutcome[];
}

/** What is kept, and how surely: of the plan that is chosen, in fresh worlds. */
export interface KeptRequirement extends Told {
  readonly response: string;
  readonly label: string;
  readonly unit: string;
  readonly direction: "at most" | "at least";
  readonly bound: number;
  readonly tolerance: number;
  /** Of a quantile, which is held to its bound by the share that lies within it: that share's own terms. */
  readonly share?: number;
  /** By how many tolerances the estimate is better than the bound. */
  readonly slack: number;
}

/** The chosen plan with a step of a decision changed, in the same fresh worlds. */
export interface StepAway {
  readonly decision: string;
  readonly from: string;
  readonly to: string;
  /** Places of the requirements that it misses, by their means. */
  readonly broken: readonly number[];
  readonly rows: readonly ToldDifference[];
}

/** What one more hour a week of a team is worth, by requirement and in what is minimised. */
export interface ExtraHour {
  readonly team: string;
  /** What was added: hours for everybody of the team. */
  readonly added: string;
  /** [h a week] more for messages, absence taken out. */
  readonly hours: number;
  /** Differences for each of these hours. */
  readonly rows: readonly ToldDifference[];
}

/** What a percentage point of a promise costs by a step. */
export interface PointCost extends Told {
  readonly promise: string;
  readonly step: string;
}

export interface BreakingVolume {
  /** Times today's volume at which all is still kept, and at which something is not. */
  readonly works: number;
  /** Infinity: nothing broke as far as was looked. */
  readonly breaks: number;
  /** Places of the requirements that break first. */
  readonly broken: readonly number[];
  readonly worlds: number;
}

/** What Erlang C would say of the team that reads first, and what makes the difference. */
export interface ErlangSays {
  readonly team: string;
  /** Posts with the team's own hours: by Erlang C, and in the plan. */
  readonly erlang: number;
  readonly posts: number;
  /** [posts] that messages, calls and other work keep busy. */
  readonly busy: { readonly messages: number; readonly calls: number; readonly otherWork: number };
  /** Share of the scheduled hours that absence, duties and holidays take. */
  readonly away: number;
  /** The plan with so many posts: the chosen one, or the cheapest that is like it in all else. */
  readonly plan: string;
  readonly isChosen: boolean;
  /** In which this was simulated. */
  readonly worlds: number;
  /** Places of the requirements that it misses. */
  readonly broken: readonly number[];
  /** The place of the requirement that it misses by most, and what that comes to. */
  readonly worst?: {
    readonly requirement: number;
    readonly unit: string;
    readonly value: number;
  };
  /** The same without one thing that Erlang C does not know, each by itself. */
  readonly without: readonly {
    readonly what: string;
    readonly value: number;
    readonly broken: readonly number[];
  }[];
}

export interface Explanation {
  /** Worlds in which all of this was simulated. */
  readonly worlds: number;
  readonly today: {
    readonly broken: readonly number[];
    readonly rows: readonly ToldDifference[];
  };
  /** [h a week] of all physicians together that the plan gives back: at any hour on messages, and after hours on anything. */
  readonly givenBack?: { readonly messages: Told; readonly afterHours: Told };
  readonly fewer: readonly StepAway[];
  readonly more: readonly StepAway[];
  readonly hours: readonly ExtraHour[];
  readonly points: readonly PointCost[];
  readonly volume: BreakingVolume;
  readonly erlang?: ErlangSays;
}

export interface ChosenPlan {
  readonly name: string;
  readonly levels: readonly string[];
  readonly patch: Patch;
  readonly objective: Told;
  readonly hours: number;
  readonly kept: readonly KeptRequirement[];
  /** Place of the requirement with least to spare, in tolerances. */
  readonly binding: number;
  /** Of the fresh worlds, those in which no month falls short of any promise; NaN without promises. */
  readonly faultless: number;
  readonly confirmedIn: number;
}

/** Why no plan was found: "none will do", by the tests; or one cannot tell, as plans passed the search that could not be confirmed, or tests were cut short. */
export type NoPlan = "none will do" | "cannot tell";

/** What no plan comes to: of each requirement, how many plans miss it; and the plan that comes nearest. */
export interface Infeasible {
  /** Place of the requirement that the nearest plan misses by most. */
  readonly binding: number;
  /** By requirement: plans whose tests ended with it. */
  readonly missed: readonly number[];
  readonly nearest: string;
  readonly value: number;
  readonly unit: string;
}

export interface StaffingAnswer {
  readonly confidence: number;
  readonly decisions: readonly {
    readonly name: string;
    readonly levels: readonly string[];
    readonly inOrder: boolean;
  }[];
  readonly objectives: readonly {
    readonly response: string;
    readonly label: string;
    readonly unit: string;
    readonly matters: number;
  }[];
  readonly plans: readonly PlanRow[];
  readonly requirements: readonly {
    readonly response: string;
    readonly label: string;
    readonly unit: string;
    readonly direction: "at most" | "at least";
    readonly bound: number;
    readonly tolerance: number;
    /** Of a quantile, which is held to its bound by the share that lies within it: that share's bound. */
    readonly share?: number;
    /** Its place among the rows of a step. */
    readonly measure: number;
  }[];
  readonly chosen?: ChosenPlan;
  /** Its place among the plans, and what is minimised, less the chosen plan's. */
  readonly runnerUp?: { readonly plan: number; readonly objective: Told };
  /** Places of plans that are as good as the chosen one. */
  readonly ties: readonly number[];
  /** Of each tie, what put it and the chosen plan in order. */
  readonly tieBreaks: readonly TieBreak[];
  /** Where no plan is chosen. */
  readonly noPlan?: NoPlan;
  /** Where no plan is chosen, and some were simulated. */
  readonly infeasible?: Infeasible;
  /** Attempts at confirming a plan that failed. */
  readonly failed: readonly {
    readonly name: string;
    readonly worlds: number;
    /** Whether the plan would have been given more worlds but for `atMost`: it may be good nevertheless. */
    readonly isCapped: boolean;
    /** Places of the requirements that were not confirmed. */
    readonly missed: readonly number[];
  }[];
  /** Steps from less to more after which something was clearly worse, which one would not expect. */
  readonly notMonotone: readonly string[];
  /** Plans of which none is better in both objectives; only with two. */
  readonly tradeOff?: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly spent: {
    readonly search: number;
    readonly confirmation: number;
    readonly explanation: number;
    /** What equal allocation to all plans, those that arithmetic rules out among them, would have taken for the search and the confirmation; NaN where there is no plan to tell it from. */
    readonly equal: number;
  };
  readonly explanation?: Explanation;
}
