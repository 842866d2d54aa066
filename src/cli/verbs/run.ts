import { join } from "node:path";
import { InputError } from "../../errors.ts";
import {
  createStoppingRule,
  type Offsets,
  type Plan,
  parsePrecisions,
  patternsOf,
  planId,
  replicate,
  UNTIL_DEFAULTS,
  type Until,
} from "../../experiment/index.ts";
import { compile, type ResponseDefinition, responseDefinitions } from "../../model/index.ts";
import {
  createLocalExecutor,
  engineId,
  folderName,
  MANIFEST,
  manifestText,
  provenanceText,
  ResultFolder,
  version,
} from "../../node/index.ts";
import {
  detailSheets,
  localTimeText,
  patternsJson,
  readSummaryJson,
  regimesSheet,
  replicationsSheet,
  runDocument,
  type Summary,
  summarise,
  summaryJson,
  summarySheet,
} from "../../report/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { EXIT } from "../exit-code.ts";
import { knownResult } from "../known-result.ts";
import { loadScenario } from "../load-scenario.ts";
import type { Surroundings, Verb } from "../program.ts";
import { createProgress } from "../progress.ts";
import { reportBeside } from "../report-beside.ts";
import { resolveClock } from "../resolve-clock.ts";
import { type RunFlags, runFlags, type UntilFlags } from "../run-flags.ts";
import { showDocument } from "../show-document.ts";

const SUMMARY = "summary.json";
const PATTERNS = "patterns.json";

/** Simulates a scenario into a result folder, or finds the result there already, and shows it. */
export const run: Verb = async ([file = ""], flags, surroundings) => {
  const asked = runFlags(flags);
  const scenario = await loadScenario(file, flags, {
    ...(asked.seed === undefined ? {} : { "run.seed": asked.seed }),
    ...(asked.replications === undefined ? {} : { "run.replications": asked.replications }),
  });
  const plan = await planOf(scenario, asked);
  const name = folderName(scenario.clinic.name, planId(plan));
  const path = join(asked.out, name);
  const known = asked.force ? undefined : await knownResult(path, plan, SUMMARY, readSummaryJson);
  const summary = known ?? (await simulate(scenario, plan, name, asked, surroundings));

  const { stdout } = surroundings.streams;
  if (asked.json) stdout.write(summaryJson(summary));
  else if (!asked.quiet) {
    showDocument(runDocument(summary), flags, surroundings.streams);
    stdout.write(known === undefined ? `\nwritten to ${path}\n` : `\nalready in ${path}: nothing was run\n`);
  }
  await reportBeside(path, flags, surroundings);
  return EXIT.done;
};

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
  { jobs, out, force, quiet }: RunFlags,
  { argv, streams, outfit }: Surroundings,
): Promise<Summary> {
  const started = new Date();
  const { signal, stderr } = streams;
  const model = compile(scenario.clinic, plan.offsets.changes);
  const definitions = responseDefinitions(model);
  const timeText = localTimeText(scenario.clinic.run.start, plan.offsets);
  const executor = await (outfit.createExecutor ?? createLocalExecutor)({ jobs });
  const folder = await ResultFolder.create(out, name);
  const rule = plan.until === undefined ? undefined : createStoppingRule(model, plan.until, plan.seed);
  const progress = await createProgress(quiet ? { write() {} } : stderr, definitions, {
    total: () => (rule === undefined ? plan.replications.length : rule.expected()),
    shown: shownWhileRunning(definitions, plan.until),
  });
  try {
    const results = await replicate(plan, executor, {
      signal,
      arrived: progress.arrived,
      inOrder: async (result) => {
        await folder.append(replicationsSheet(definitions, [result]));
        for (const sheet of detailSheets(model, result, timeText)) await folder.append(sheet);
      },
      ...(rule === undefined ? {} : { rule }),
    });
    const summary = summarise(scenario, model, plan.seed, results, rule?.outcome(results));
    await folder.append(summarySheet(summary.analysis));
    if (summary.regimes.length > 0) await folder.append(regimesSheet(summary.regimes));
    await folder.write(SUMMARY, summaryJson(summary));
    await folder.write(
      PATTERNS,
      patternsJson([{ name: scenario.clinic.name, patterns: patternsOf(model, results) }]),
    );
    await folder.write(MANIFEST, manifestText(plan, await folder.finishSheets(), version, results.length));
    await folder.write("provenance.json", provenanceText(started, new Date(), argv, jobs));
    await folder.commit(force).catch(async (error: NodeJS.ErrnoException) => {
      // Somebody else may have run the same meanwhile.
      const isTaken = error.code === "ENOTEMPTY" || error.code === "EEXIST";
      if (!isTaken || (await knownResult(folder.path, plan, SUMMARY, readSummaryJson)) === undefined)
        throw error;
    });
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
