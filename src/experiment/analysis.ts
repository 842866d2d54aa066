import type { ResponseDefinition } from "../model/index.ts";

/** One response over all replications: what was estimated, how well. */
export interface AnalysisRow {
  /** Its name everywhere: columns, files, flags. */
  readonly response: string;
  readonly label: string;
  readonly group: ResponseDefinition["group"];
  readonly unit: string;
  readonly doc: string;
  readonly better: ResponseDefinition["better"];
  /** Whether a planner's table shows it. */
  readonly headline: boolean;
  /** What `estimate` estimates, e.g. "p90 of all messages". */
  readonly estimand: string;
  /** +Infinity: too many were never answered; NaN: nothing to estimate from. */
  readonly estimate: number;
  /** Spread of a replication; NaN with fewer than two or where one is infinite. */
  readonly sd: number;
  /** Ends of the interval; NaN where the replications do not bound the estimand. */
  readonly low: number;
  readonly high: number;
  /** Replications behind it. */
  readonly n: number;
  /** Only where one of them is infinite: what each is surely above; see `watchedWaits`. */
  readonly beyond?: { readonly estimate: number; readonly low: number; readonly high: number };
}

/** Something a reader must know before believing the numbers. */
export interface Caution {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly message: string;
}

/** What replications of one scenario say. Plain data; equal for equal results, whatever the order in which they came. */
export interface Analysis {
  readonly confidence: number;
  /** Their numbers, ascending. */
  readonly replications: readonly number[];
  readonly rows: readonly AnalysisRow[];
}

/** What an estimand is called in tables and files. */
export function estimandName(estimand: ResponseDefinition["estimand"]): string {
  switch (estimand.type) {
    case "mean":
      return "mean of replications";
    case "ratio":
      return "ratio of totals";
    case "quantile":
      return `${quantileName(estimand.p)} of all pooled`;
  }
}

function quantileName(p: number): string {
  return p === 0.5 ? "median" : `p${Math.round(p * 1000) / 10}`;
}
