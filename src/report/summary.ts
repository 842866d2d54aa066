import type {
  Analysis,
  Caution,
  RegimeAnalysis,
  RunKind,
  Sanity,
  UntilOutcome,
} from "../experiment/index.ts";

/** What a promise promises. */
export interface PromiseTerms {
  readonly name: string;
  /** What its responses' names begin with: `promise_reply_in_two_days`. */
  readonly response: string;
  /** Share that should keep it, and the risk that is allowed of a month below that. */
  readonly target: number;
  readonly risk: number;
}

/** All that is reported of a run: what `summary.json` holds and every rendering shows. Plain data. */
export interface Summary {
  /** Name of the scenario. */
  readonly scenario: string;
  /** SHA-256 of its canonical text. */
  readonly scenarioHash: string;
  /** ISO date at whose midnight the run begins. */
  readonly start: string;
  readonly warmUpDays: number;
  readonly lengthDays: number;
  readonly runOutDays: number;
  readonly seed: number;
  readonly promises: readonly PromiseTerms[];
  /** Where a precision was asked for. */
  readonly until?: UntilOutcome;
  readonly kind: RunKind;
  readonly analysis: Analysis;
  /** Empty where no timeline changes within the window. */
  readonly regimes: readonly RegimeAnalysis[];
  readonly sanity: Sanity;
  readonly cautions: readonly Caution[];
}
