import type { RecordedRun } from "./recorded-run.ts";
import type { SampleName } from "./samples.ts";

/** What a response estimates: the mean of replications, a ratio of totals, or a quantile pooled over everything in a sample. */
export type Estimand =
  | { readonly type: "mean" }
  | { readonly type: "ratio" }
  | {
      readonly type: "quantile";
      readonly p: number;
      readonly sample: SampleName;
      /** What anything in the sample that never ended is surely longer than, in the unit of the response; absent: nothing is known of it. */
      readonly watched?: number;
    };

export type ResponseGroup =
  | "volume"
  | "patients"
  | "promises"
  | "waiting"
  | "safety"
  | "staff"
  | "backlog"
  | "cost";

/** A number that a run is asked for, and how to read it. */
export interface ResponseDefinition {
  /** In snake_case, with its unit: `first_reply_p90_business_h`. */
  readonly name: string;
  readonly unit: string;
  readonly label: string;
  readonly group: ResponseGroup;
  readonly estimand: Estimand;
  /** The least and the greatest that it can be: no interval reaches beyond. */
  readonly range: readonly [least: number, most: number];
  readonly better: "lower" | "higher" | "neither";
  readonly doc: string;
  readonly formula: string;
  /** Whether it belongs in a first table. */
  readonly headline: boolean;
}

/** Ranges of shares, and of what has no upper end. */
export const SHARE = [0, 1] as const;
export const NOT_NEGATIVE = [0, Number.POSITIVE_INFINITY] as const;

/** A part of a whole; NaN over nothing. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** A definition with its measurement: a ratio where the estimand is one, else a number. NaN where it is not defined. */
export interface Response extends ResponseDefinition {
  measure(run: RecordedRun): number | Ratio;
}
