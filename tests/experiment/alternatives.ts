import type { ComparisonPlan } from "../../src/experiment/index.ts";
import { createInlineExecutor, type Executor, type Job, usualPrimary } from "../../src/experiment/index.ts";
import { compile, type Model, type ReplicationResult, responseDefinitions } from "../../src/model/index.ts";
import { type Patch, patchScenario, type Scenario } from "../../src/scenario/index.ts";
import { tiny, tinyModel, tinyResults } from "./tiny-results.ts";

/** The tiny clinic with changes. */
export function changed(patch: Patch): Scenario {
  const { scenario, issues } = patchScenario(tiny, patch);
  if (scenario === undefined) throw new Error(JSON.stringify(issues));
  return scenario;
}

/** A comparison of the tiny clinic, as it is, with changes to it, and the models of all. */
export function comparisonOf(
  patches: Readonly<Record<string, Patch>>,
  count: number,
  more: Partial<ComparisonPlan> = {},
): { readonly plan: ComparisonPlan; readonly models: readonly Model[] } {
  const scenarios = [
    ["as it is", tiny] as const,
    ...Object.entries(patches).map(([name, patch]) => [name, changed(patch)] as const),
  ];
  return {
    models: scenarios.map(([, scenario]) => compile(scenario.clinic, [])),
    plan: {
      engine: "engine",
      seed: 7,
      replications: Array.from({ length: count }, (_, i) => i + 1),
      alternatives: scenarios.map(([name, { canonicalText }]) => ({
        name,
        scenario: canonicalText,
        offsets: { atStart: 0, changes: [] },
      })),
      primary: usualPrimary(responseDefinitions(tinyModel)),
      smallestDifferences: {},
      ...more,
    },
  };
}

const definitions = responseDefinitions(tinyModel);
export const placeOf = (response: string) => definitions.findIndex(({ name }) => name === response);

/** Runs nothing: hands over what `make` makes of a replication of the tiny clinic for each job. */
export function pretending(make: (result: ReplicationResult, job: Job) => ReplicationResult): Executor {
  const [template] = tinyResults(1);
  return {
    async run(jobs, onResult) {
      for (const job of jobs) {
        await onResult(job, make({ ...template!, replication: job.replication }, job));
      }
    },
  };
}

/** An executor that remembers the jobs it was given. */
export function watched(executor: Executor = createInlineExecutor()): {
  readonly executor: Executor;
  readonly jobs: Job[];
} {
  const jobs: Job[] = [];
  return {
    jobs,
    executor: {
      run(given, onResult, signal) {
        jobs.push(...given);
        return executor.run(given, onResult, signal);
      },
    },
  };
}
