import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  bareDocument,
  checkedVariants,
  createInlineExecutor,
  decideStaffing,
  decisionOf,
  type Executor,
  Interrupted,
  planGrid,
  SimulatedWorlds,
  type StaffingAnswer,
  type StaffingPlan,
  type StaffingProblem,
  staffingId,
  staffingProblem,
  type Variant,
  variantMaker,
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
  readStaffingJson,
  type StaffingSummary,
  staffingDocument,
  staffingJson,
  staffingPlansSheet,
  staffingStepsSheet,
} from "../../report/index.ts";
import type { JsonObject, Scenario } from "../../scenario/index.ts";
import { createBar } from "../bar.ts";
import { commitResult } from "../commit-result.ts";
import { EXIT } from "../exit-code.ts";
import { knownFile } from "../known-result.ts";
import { loadScenario } from "../load-scenario.ts";
import { planScenarioText } from "../plan-scenario.ts";
import type { Surroundings, Verb } from "../program.ts";
import { rememberingClock } from "../resolve-clock.ts";
import { showDocument } from "../show-document.ts";
import { type StaffFlags, staffFlags } from "../staff-flags.ts";
import { createStaffProgress } from "../staff-progress.ts";
import { withStaffing } from "../staff-scenario.ts";

const SUMMARY = "staffing.json";
const PLAN = "plan.json";

/** Finds the cheapest plan that keeps every promise, and says why; or finds the answer there already, and shows it. */
export const staff: Verb = async ([file = ""], flags, surroundings) => {
  const asked = staffFlags(flags);
  const { streams } = surroundings;
  const loaded = await loadScenario(file, flags, asked.seed === undefined ? {} : { "run.seed": asked.seed });
  const scenario = withStaffing(loaded, asked);
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
    : await knownFile(path, await findStaffing(path, plan), SUMMARY, readStaffingJson);
  const summary = known ?? (await decide(scenario, plan, name, asked, surroundings));
  if (summary === undefined) return EXIT.interrupted;

  const { stdout } = streams;
  if (asked.json) stdout.write(staffingJson(summary));
  else if (!asked.quiet) {
    showDocument(staffingDocument(summary, { all: asked.all }), flags, streams);
    const where = known === undefined ? `written to ${path}` : `already in ${path}: nothing was run`;
    const how =
      summary.answer.chosen === undefined ? "" : `to run the plan: clinicsim run ${join(path, PLAN)}\n`;
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
  const document = scenario.document as unknown as JsonObject;
  const grid = planGrid(scenario.staffing.decisions.map((decision) => decisionOf(decision, document)));
  const bare = bareDocument(scenario);
  const make = variantMaker(bare, rememberingClock());
  const base = await make({});
  const bar = await createBar(sink, grid.size);
  let checked = 0;
  const variants = await checkedVariants(grid, make, {
    signal: streams.signal,
    pause: setImmediate,
    checked: () => {
      checked += 1;
      bar.update(checked, grid.size, () => "plans checked");
    },
  }).finally(() => bar.stop());
  const problem = staffingProblem(grid, variants, base, scenario.staffing);
  const folder = await ResultFolder.create(out, name);
  const progress = createStaffProgress(sink, problem);
  const executor = await executorOf(jobs, outfit.createExecutor);
  try {
    const worlds = new SimulatedWorlds({
      engine: plan.engine,
      seed: scenario.clinic.run.seed,
      measures: problem.measures,
      executor,
      store: openBlockStore(out, { fresh: force }),
      signal: streams.signal,
      arrived: progress.arrived,
    });
    const answer = await decideStaffing(problem, {
      base,
      bare,
      make,
      simulate: (variant: Variant, first, count) => worlds.observe(variant, first, count),
      atMost: plan.atMost,
      worlds: plan.worlds,
      trying: progress.trying,
      explaining: progress.explaining,
    });
    const summary = summaryOf(scenario, problem, answer);
    await folder.append(staffingPlansSheet(answer));
    await folder.append(staffingStepsSheet(answer));
    await folder.write(SUMMARY, staffingJson(summary));
    if (answer.chosen !== undefined) {
      await folder.write(PLAN, planScenarioText(scenario, answer.chosen));
    }
    await folder.write(MANIFEST, staffingManifestText(plan, await folder.finishSheets(), version));
    await folder.write(PROVENANCE, provenanceText(started, new Date(), argv, jobs));
    const isThere = async () =>
      (await knownFile(folder.path, await findStaffing(folder.path, plan), SUMMARY, readStaffingJson)) !==
      undefined;
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

function summaryOf(scenario: Scenario, _: StaffingProblem, answer: StaffingAnswer): StaffingSummary {
  const { name, run } = scenario.clinic;
  const { start, warmUpDays, lengthDays, runOutDays, seed } = run;
  return { scenario: name, start, warmUpDays, lengthDays, runOutDays, seed, answer };
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
