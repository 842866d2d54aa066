import {
  type Model,
  type ReplicationResult,
  regimeModels,
  regimesOfWindow,
  windowDays,
} from "../model/index.ts";
import { type AnalyseOptions, analyse } from "./analyse.ts";
import type { AnalysisRow } from "./analysis.ts";

/** What replications say of a stretch of the window in which no timeline changes. */
export interface RegimeAnalysis {
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** What the volume of each specialty is multiplied by, by its name. */
  readonly factors: Readonly<Record<string, number>>;
  /** Of the responses that belong in a first table. */
  readonly rows: readonly AnalysisRow[];
}

/** What replications say of each regime of the window by itself; empty where they were not measured apart, see `regimeModels`. */
export function analyseRegimes(
  model: Model,
  results: readonly ReplicationResult[],
  options: AnalyseOptions,
): readonly RegimeAnalysis[] {
  const stretches = regimesOfWindow(model);
  return regimeModels(model).map((regime, index) => {
    const measured = results.map((result) => ({ ...result, ...result.regimes[index]! }));
    const { from, to } = windowDays(regime);
    const { factors } = stretches[index]!;
    return {
      from: model.calendar.dateOf(from),
      to: model.calendar.dateOf(to - 1),
      factors: Object.fromEntries(model.clinic.specialties.map(({ name }, i) => [name, factors[i]!])),
      rows: analyse(regime, measured, { ...options, only: ({ headline }) => headline }).rows,
    };
  });
}
