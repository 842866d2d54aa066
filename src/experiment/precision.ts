import type { AnalysisRow } from "./analysis.ts";

/** How exactly a response is to be known: its interval may end no farther from the estimate than this. */
export interface Precision {
  /** Its name, as in `replications.csv`. */
  readonly response: string;
  /** In the unit of the response; a share of the size of the estimate where `relative`. */
  readonly halfWidth: number;
  readonly relative: boolean;
}

/** How long to go on replicating. */
export interface Until {
  /** All of them are wanted at once. */
  readonly precisions: readonly Precision[];
  /** Replications before which nothing is believed to be precise, and after which to give up. */
  readonly atLeast: number;
  readonly atMost: number;
  /** Further replications for which a precision must last; see `LookAhead`. */
  readonly lookAhead: number;
}

/** What is taken where nobody says otherwise; `lookAhead` is the kLimit that Hoad, Robinson & Davies (2010) settle on. */
export const UNTIL_DEFAULTS = { atLeast: 10, atMost: 1000, lookAhead: 5 } as const;

/**
 * How far the farther end of an interval lies from its estimate, in the unit of the response or, if `relative`, as a share of the
 * size of the estimate. Infinity over an estimate of 0 that is not exact; NaN where there is no interval.
 */
export function reachOf(
  { estimate, low, high }: Pick<AnalysisRow, "estimate" | "low" | "high">,
  relative: boolean,
): number {
  const reach = Math.max(high - estimate, estimate - low);
  if (reach === 0 || !relative) return reach;
  return reach / Math.abs(estimate);
}

/** Whether an interval is as narrow as is wanted. */
export function isPrecise(
  interval: Pick<AnalysisRow, "estimate" | "low" | "high">,
  { halfWidth, relative }: Precision,
): boolean {
  return reachOf(interval, relative) <= halfWidth;
}

/** `until` as plain lists, so that the order of keys cannot matter. */
export function untilKey({ precisions, atLeast, atMost, lookAhead }: Until): readonly unknown[] {
  const wanted = precisions.map(({ response, halfWidth, relative }) => [response, halfWidth, relative]);
  return [wanted, atLeast, atMost, lookAhead];
}
