import { join } from "node:path";
import { InputError } from "../errors.ts";
import {
  type Offsets,
  type Plan,
  parsePrecisions,
  planId,
  UNTIL_DEFAULTS,
  type Until,
} from "../experiment/index.ts";
import { compile, type ResponseDefinition, responseDefinitions } from "../model/index.ts";
import {
  engineId,
  folderName,
  MANIFEST,
  manifestText,
  PROVENANCE,
  provenanceText,
  ResultFolder,
  version,
} from "../node/index.ts";
import { readSummaryJson, type Summary } from "../report/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { commitResult } from "./commit-result.ts";
import { knownResult } from "./known-result.ts";
import type { Surroundings } from "./program.ts";
import { createProgress } from "./progress.ts";
import { workforceOf } from "./queue-flag.ts";
import { resolveClock } from "./resolve-clock.ts";
import type { RunFlags, UntilFlags } from "./run-flags.ts";
import { RUN_SUMMARY, writeRun } from "./write-run.ts";

/** A run's result, and where it stands. */
export interface RunResult {
  readonly summary: Summary;
  readonly path: string;
  /** It was there already. */
  readonly known: boolean;
}

/** Simulates a scenario into a result folder, or finds the result there already. */
export async function runResult(
  scenario: Scenario,
  asked: RunFlags,
  surroundings: Surroundings,
): Promise<RunResult> {
  const plan = await planOf(scenario, asked);
  const name = folderName(scenario.clinic.name, planId(plan));
  const path = join(asked.out, name);
  const known = asked.force ? undefined : await knownResult(path, plan, RUN_SUMMARY, readSummaryJson);
  const summary = known ?? (await simulate(scenario, plan, name, asked, surroundings));
  return { summary, path, known: known !== undefined };
}

async function planOf(scenario: Scenario, { replication, until, keep }: RunFlags): Promise<Plan> {
  const { clinic, canonicalText } = scenario;
  const { seed, replications } = clinic.run;
  const offsets = await resolveClock(clinic);
  const last = until === undefined ? replications : until.atMost;
  return {
    engine: engineId(),
    scenario: canonicalText,
    offsets,
    seed,
    replications: replication === undefined ? Array.from({ length: last }, (_, i) => i + 1) : [replication],
    keep,
    ...(until === undefined ? {} : { until: untilOf(scenario, offsets, until) }),
  };
}

/** Throws InputError with what is wrong with the precisions that are asked for. */
function untilOf(
  { clinic }: Scenario,
  { changes }: Offsets,
  { precisions: texts, ...rest }: UntilFlags,
): Until {
  const { precisions, issues } = parsePrecisions(texts, responseDefinitions(compile(clinic, changes)));
  if (issues.length > 0) throw new InputError(issues);
  return { precisions, ...rest, lookAhead: UNTIL_DEFAULTS.lookAhead };
}

async function simulate(
  scenario: Scenario,
  plan: Plan,
  name: string,
  asked: RunFlags,
  surroundings: Surroundings,
): Promise<Summary> {
  const started = new Date();
  const { jobs, queue, out, force, quiet } = asked;
  const { argv, streams } = surroundings;
  const { signal, stderr } = streams;
  const model = compile(scenario.clinic, plan.offsets.changes);
  const definitions = responseDefinitions(model);
  const { executor, note } = await workforceOf(asked, surroundings);
  const folder = await ResultFolder.create(out, name);
  let expected = () => plan.replications.length;
  const progress = await createProgress(quiet ? { write() {} } : stderr, definitions, {
    total: () => expected(),
    shown: shownWhileRunning(definitions, plan.until),
    note,
  });
  try {
    const { summary, replications } = await writeRun({ plan, scenario, model }, executor, folder, {
      signal,
      arrived: progress.arrived,
      expecting: (total) => {
        expected = total;
      },
    });
    await folder.write(MANIFEST, manifestText(plan, await folder.finishSheets(), version, replications));
    await folder.write(PROVENANCE, provenanceText(started, new Date(), argv, queue ?? jobs));
    await commitResult(
      folder,
      force,
      async () => (await knownResult(folder.path, plan, RUN_SUMMARY, readSummaryJson)) !== undefined,
    );
    return summary;
  } finally {
    progress.stop();
    await folder.discard();
  }
}

/** Place of the response whose estimate the progress bar shows: the first that has a precision to reach, or a wait. */
function shownWhileRunning(definitions: readonly ResponseDefinition[], until: Until | undefined): number {
  const wanted = until?.precisions[0]?.response;
  return definitions.findIndex(({ name, headline, estimand }) =>
    wanted === undefined ? headline && estimand.type === "quantile" : name === wanted,
  );
}
