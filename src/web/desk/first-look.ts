import type { Executor, Job } from "../../experiment/index.ts";
import { compile, type ReplicationResult } from "../../model/index.ts";
import type { Subject } from "./subject.ts";

/** As much of a world as is run for a first look [days]: four weeks of warm-up at most, and four weeks behind it. */
const WARM_UP_DAYS = 28;
const LENGTH_DAYS = 28;
/** So many times as long is much longer. */
const MUCH = 4;

/** The beginning of a scenario's first world, which can be shown long before all of that world is there. */
export interface FirstLook {
  readonly job: Job;
  /** The scenario, with a model of so much of it. */
  readonly subject: Subject;
}

/** Undefined where a whole world is not much longer, so that it is soon there. */
export function firstLookOf(subject: Subject): FirstLook | undefined {
  const { scenario, offsets, plan } = subject;
  const { run } = scenario.clinic;
  const warmUpDays = Math.min(run.warmUpDays, WARM_UP_DAYS);
  const lengthDays = Math.min(run.lengthDays, LENGTH_DAYS);
  if (run.warmUpDays + run.lengthDays < MUCH * (warmUpDays + lengthDays)) return undefined;
  const document = JSON.parse(plan.scenario) as { readonly run: object };
  const shortened = { ...document.run, warmUp: `${warmUpDays} days`, length: `${lengthDays} days` };
  const clinic = { ...scenario.clinic, run: { ...run, warmUpDays, lengthDays } };
  return {
    job: {
      ...plan,
      scenario: JSON.stringify({ ...document, run: shortened }),
      replication: plan.replications[0]!,
    },
    subject: { ...subject, model: compile(clinic, offsets.changes) },
  };
}

/** A first look at what is pinned, for first looks at changes to it; run once. */
export class PinnedLook {
  #of: Subject | undefined;
  #look: { readonly subject: Subject; readonly results: readonly ReplicationResult[] } | undefined;

  /** Undefined where nothing is pinned, or too little to have one. Rejects as the executor does. */
  async of(pinned: Subject | undefined, scout: Executor, signal: AbortSignal) {
    if (this.#of === pinned) return this.#look;
    const first = pinned === undefined ? undefined : firstLookOf(pinned);
    const results: ReplicationResult[] = [];
    if (first !== undefined) await scout.run([first.job], (_, result) => void results.push(result), signal);
    this.#of = pinned;
    this.#look = first === undefined ? undefined : { subject: first.subject, results };
    return this.#look;
  }
}
