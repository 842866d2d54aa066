import { join } from "node:path";
import { InputError } from "../errors.ts";
import {
  countRuns,
  Interrupted,
  looksOf,
  type StressPlan,
  stressId,
  stressNames,
  stressRuns,
  stressScenarios,
} from "../experiment/index.ts";
import { compile, type Model } from "../model/index.ts";
import {
  createKeepingExecutor,
  createLocalExecutor,
  engineId,
  folderName,
  MANIFEST,
  manifestText,
  provenanceText,
  ResultFolder,
  version,
} from "../node/index.ts";
import { readStressJson, type StressSummary } from "../report/index.ts";
import { didYouMean, type Scenario } from "../scenario/index.ts";
import { createBar } from "./bar.ts";
import { commitResult } from "./commit-result.ts";
import { knownResult } from "./known-result.ts";
import type { Surroundings } from "./program.ts";
import { resolveClock } from "./resolve-clock.ts";
import type { StressFlags } from "./stress-flags.ts";
import { STRESS_SUMMARY, writeStress } from "./write-stress.ts";

/** What the plan without any stress is called. */
const AS_IT_IS = "as it is";

/** Of one that was stopped; `--force` would begin anew. */
const keptText = (force: boolean) =>
  `what was simulated is kept; the same command${force ? " without --force" : ""} goes on from there`;

/** A battery's result, and where it stands. */
export interface StressOutcome {
  readonly summary: StressSummary;
  readonly path: string;
  /** It was there already. */
  readonly known: boolean;
}

/** Puts a scenario under stress into a result folder, or finds the result there already. */
export async function stressResult(
  scenario: Scenario,
  asked: StressFlags,
  surroundings: Surroundings,
): Promise<StressOutcome> {
  const planned = await planStress(scenario, asked);
  const name = folderName(`stress ${scenario.clinic.name}`, stressId(planned.plan));
  const path = join(asked.out, name);
  const known = asked.force
    ? undefined
    : await knownResult(path, planned.plan, STRESS_SUMMARY, readStressJson);
  const summary = known ?? (await simulate(planned, name, asked, surroundings));
  return { summary, path, known: known !== undefined };
}

interface PlannedStress {
  /** As it is, as long as the battery needs. */
  readonly base: Scenario;
  readonly plan: StressPlan;
  /** Of the base, then of every stress. */
  readonly models: readonly Model[];
}

/** Throws InputError for a stress that is not there, or cannot be made of the scenario. */
async function planStress(
  scenario: Scenario,
  { only, replication, replications: told, atMost, recoverWithin }: StressFlags,
): Promise<PlannedStress> {
  const names = stressNames(scenario);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map((name) => ({
        code: "unknown-stress",
        path: "--only",
        message: `there is no stress "${name}"`,
        hint: didYouMean(name, names) ?? `there are: ${names.join(", ")}`,
        severity: "error",
      })),
    );
  }
  const { base, stresses, leftOut, issues } = stressScenarios(scenario, only);
  if (issues.length > 0) throw new InputError(issues);
  const scenarios = [base, ...stresses.map((each) => each.scenario)];
  const clocks = await Promise.all(scenarios.map(({ clinic }) => resolveClock(clinic)));
  const { seed, replications } = scenario.clinic.run;
  const isFixed = told !== undefined || replication !== undefined;
  const looks = isFixed ? undefined : looksOf(Math.min(replications, atMost ?? replications), atMost);
  const last = looks?.at(-1) ?? replications;
  return {
    base,
    models: scenarios.map(({ clinic }, i) => compile(clinic, clocks[i]!.changes)),
    plan: {
      engine: engineId(),
      seed,
      replications: replication === undefined ? Array.from({ length: last }, (_, i) => i + 1) : [replication],
      ...(looks === undefined ? {} : { looks }),
      base: { name: AS_IT_IS, scenario: base.canonicalText, offsets: clocks[0]! },
      stresses: stresses.map(({ name, doc, from, to, scenario: { canonicalText } }, i) => ({
        name,
        doc,
        from,
        to,
        scenario: canonicalText,
        offsets: clocks[i + 1]!,
      })),
      leftOut,
      recoverWithin,
    },
  };
}

async function simulate(
  { base, plan, models }: PlannedStress,
  name: string,
  { jobs, out, force, quiet }: StressFlags,
  { argv, streams, outfit }: Surroundings,
): Promise<StressSummary> {
  const started = new Date();
  const { signal, stderr } = streams;
  const running = await (outfit.createExecutor ?? createLocalExecutor)({ jobs });
  const executor = createKeepingExecutor(running, out, stressId(plan));
  if (force) await executor.forget();
  const folder = await ResultFolder.create(out, name);
  // Stresses that change nothing, or the same, are run once.
  const cases = countRuns(stressRuns({ ...plan, replications: [1] }));
  let runs = cases * (plan.looks?.[0] ?? plan.replications.length);
  const bar = await createBar(quiet ? { write() {} } : stderr, runs);
  let done = 0;
  try {
    const summary = await writeStress({ plan, models, base }, executor, folder, {
      signal,
      looking: (worlds) => {
        runs = cases * worlds;
      },
      arrived: () => {
        done += 1;
        bar.update(done, runs, () => `replications under ${plan.stresses.length} stresses`);
      },
    });
    const count = summary.report.replications.length;
    await folder.write(MANIFEST, manifestText(plan, await folder.finishSheets(), version, count));
    await folder.write("provenance.json", provenanceText(started, new Date(), argv, jobs));
    await commitResult(
      folder,
      force,
      async () => (await knownResult(folder.path, plan, STRESS_SUMMARY, readStressJson)) !== undefined,
    );
    await executor.forget();
    return summary;
  } catch (error) {
    throw error instanceof Interrupted && done > 0 ? new Interrupted(keptText(force)) : error;
  } finally {
    bar.stop();
    await folder.discard();
  }
}
