import { type Executor, findHeadroom, notLookedFor, type StopSignal } from "../../experiment/index.ts";
import type { NamedHeadroom, Recommended } from "../../report/index.ts";
import type { Subject } from "./subject.ts";

export interface ReportHeadroomOptions {
  /** What the report is of: SHA-256 of its plan. */
  readonly result: string;
  readonly seed: number;
  /** Numbers of the worlds that the report is of. */
  readonly replications: readonly number[];
  readonly signal?: StopSignal;
  /** Called as worlds of more messages come in. */
  readonly arrived?: () => void;
}

/** The quick search that `--report` makes, of what a page recommends or is about; undefined where that makes none. */
export async function reportHeadroom(
  { name, keeps, messages, risks }: Recommended,
  { scenario, offsets, plan }: Subject,
  executor: Executor,
  { result, seed, replications, ...options }: ReportHeadroomOptions,
): Promise<NamedHeadroom | undefined> {
  if (!keeps || replications.length < 2) return undefined;
  const { warmUpDays, lengthDays, runOutDays } = scenario.clinic.run;
  const tooLong = notLookedFor((messages * (warmUpDays + lengthDays + runOutDays)) / 7);
  const whole = { engine: plan.engine, offsets, seed, replications };
  const search = () => findHeadroom(scenario, whole, executor, "quick", { ...options, now: risks });
  return { name, result, ...(tooLong ?? (await search())) };
}
