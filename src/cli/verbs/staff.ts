import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { InputError } from "../../errors.ts";
import {
  createInlineExecutor,
  type Executor,
  Interrupted,
  type StaffingPlan,
  staffingId,
} from "../../experiment/index.ts";
import {
  createLastingExecutor,
  engineId,
  findStaffing,
  folderName,
  MANIFEST,
  openBlockStore,
  PROVENANCE,
  provenanceText,
  ResultFolder,
  staffingManifestText,
  version,
} from "../../node/index.ts";
import {
  gradeBlocks,
  readStaffingJson,
  type StaffingSummary,
  staffingDocument,
  staffingJson,
} from "../../report/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { createBar } from "../bar.ts";
import { commitResult } from "../commit-result.ts";
import { EXIT } from "../exit-code.ts";
import { knownFile } from "../known-result.ts";
import { loadScenario } from "../load-scenario.ts";
import type { Surroundings, Verb } from "../program.ts";
import { rememberingClock } from "../resolve-clock.ts";
import { showDocument } from "../show-document.ts";
import { type StaffFlags, staffFlags } from "../staff-flags.ts";
import { createStaffProgress } from "../staff-progress.ts";
import { withStaffing } from "../staff-scenario.ts";
import {
  prepareStaffing,
  STAFFING_PLAN,
  STAFFING_SUMMARY,
  staffingGrid,
  writeStaffing,
} from "../write-staffing.ts";

/** Finds the cheapest plan that keeps every promise, and says why; or finds the answer there already, and shows it. */
export const staff: Verb = async ([file = ""], flags, surroundings) => {
  const asked = staffFlags(flags);
  const { streams } = surroundings;
  const loaded = await loadScenario(file, flags, asked.seed === undefined ? {} : { "run.seed": asked.seed });
  const scenario = withStaffing(loaded, asked);
  const undecidable = scenario.warnings.filter(
    ({ code, path }) => code === "unknown-response" && path.startsWith("staffing."),
  );
  if (undecidable.length > 0)
    throw new InputError(undecidable.map((issue) => ({ ...issue, severity: "error" })));
  const clockOf = rememberingClock();
  const plan: StaffingPlan = {
    engine: engineId(),
    scenario: scenario.canonicalText,
    offsets: await clockOf(scenario.clinic),
    atMost: asked.atMost,
    worlds: asked.worlds,
  };
  const name = folderName(`staff ${scenario.clinic.name}`, staffingId(plan));
  const path = join(asked.out, name);
  const known = asked.force
    ? undefined
    : await knownFile(path, await findStaffing(path, plan), STAFFING_SUMMARY, readStaffingJson);
  const summary = known ?? (await decide(scenario, plan, name, asked, surroundings));
  if (summary === undefined) return EXIT.interrupted;

  const { stdout } = streams;
  if (asked.json) stdout.write(staffingJson(summary));
  else if (!asked.quiet) {
    showDocument(
      [...staffingDocument(summary, { all: asked.all }), ...gradeBlocks(scenario)],
      flags,
      streams,
    );
    const where = known === undefined ? `written to ${path}` : `already in ${path}: nothing was run`;
    const how =
      summary.answer.chosen === undefined
        ? ""
        : `to run the plan: clinicsim run ${join(path, STAFFING_PLAN)}\n`;
    stdout.write(`\n${where}\n${how}`);
  }
  return summary.answer.chosen === undefined ? EXIT.checkFailed : EXIT.done;
};

/** The answer, written; undefined if it was interrupted. */
async function decide(
  scenario: Scenario,
  plan: StaffingPlan,
  name: string,
  asked: StaffFlags,
  { argv, streams, outfit }: Surroundings,
): Promise<StaffingSummary | undefined> {
  const started = new Date();
  const { out, jobs, quiet, force } = asked;
  const sink = quiet ? { write() {} } : streams.stderr;
  const grid = staffingGrid(scenario);
  const bar = await createBar(sink, grid.size);
  let checked = 0;
  const prepared = await prepareStaffing(scenario, grid, rememberingClock(), {
    signal: streams.signal,
    pause: setImmediate,
    checked: () => {
      checked += 1;
      bar.update(checked, grid.size, () => "plans checked");
    },
  }).finally(() => bar.stop());
  const folder = await ResultFolder.create(out, name);
  const progress = createStaffProgress(sink, prepared.problem);
  const executor = await executorOf(jobs, outfit.createExecutor);
  try {
    const store = openBlockStore(out, { fresh: force });
    const { signal } = streams;
    const { arrived, trying, explaining } = progress;
    const simulating = { executor, store, signal, arrived, trying, explaining };
    const summary = await writeStaffing(prepared, plan, folder, simulating);
    await folder.write(MANIFEST, staffingManifestText(plan, await folder.finishSheets(), version));
    await folder.write(PROVENANCE, provenanceText(started, new Date(), argv, jobs));
    const isThere = async () =>
      (await knownFile(
        folder.path,
        await findStaffing(folder.path, plan),
        STAFFING_SUMMARY,
        readStaffingJson,
      )) !== undefined;
    await commitResult(folder, force, isThere);
    return summary;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    streams.stderr.write("interrupted: what was simulated is kept; the same command goes on from there\n");
    return undefined;
  } finally {
    progress.stop();
    await executor.close();
    await folder.discard();
  }
}

async function executorOf(
  jobs: number,
  createExecutor: Surroundings["outfit"]["createExecutor"],
): Promise<Executor & { close(): Promise<void> }> {
  if (createExecutor !== undefined) return withoutEnd(await createExecutor({ jobs }));
  return jobs > 1
    ? createLastingExecutor({ threads: jobs })
    : withoutEnd(createInlineExecutor({ pause: setImmediate }));
}

function withoutEnd(executor: Executor) {
  return { run: executor.run.bind(executor), close: async () => {} };
}
