import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { InputError } from "../errors.ts";
import {
  checkDraws,
  drawPreparer,
  FEWEST_DRAWS,
  type UncertainInputs,
  type UncertaintyPlan,
  uncertainInputs,
  uncertaintyId,
} from "../experiment/index.ts";
import type { Model } from "../model/index.ts";
import {
  findUncertainty,
  folderName,
  MANIFEST,
  PROVENANCE,
  provenanceText,
  type QueueAddress,
  ResultFolder,
  uncertaintyManifestText,
  version,
} from "../node/index.ts";
import {
  gradeBlocks,
  readUncertaintyJson,
  type UncertaintySummary,
  uncertaintyDocument,
  uncertaintyJson,
} from "../report/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { createBar } from "./bar.ts";
import { EXIT } from "./exit-code.ts";
import { knownFile } from "./known-result.ts";
import type { Flags, Surroundings } from "./program.ts";
import { workforceOf } from "./queue-flag.ts";
import { rememberingClock } from "./resolve-clock.ts";
import { showDocument } from "./show-document.ts";
import type { UncertaintyFlags } from "./uncertainty-flags.ts";
import { UNCERTAINTY_SUMMARY, writeUncertainty } from "./write-uncertainty.ts";

/** What is run over draws of the inputs: a scenario, or several alternatives, the base first. */
export interface UncertainRun extends Omit<UncertaintyPlan, "draws" | "inner" | "inputs"> {
  /** What the result's folder is named after. */
  readonly title: string;
  readonly scenarios: readonly Scenario[];
  readonly models: readonly Model[];
}

interface Asked {
  readonly uncertainty: UncertaintyFlags;
  readonly jobs: number;
  readonly queue?: QueueAddress;
  readonly out: string;
  readonly force: boolean;
}

/** Runs draws of the uncertain inputs into a result folder, or finds the result there already, and shows it. */
export async function runUncertain(
  run: UncertainRun,
  asked: Asked,
  flags: Flags,
  surroundings: Surroundings,
): Promise<number> {
  const { title, scenarios: _, models: __, ...shared } = run;
  const { draws, inner, request } = asked.uncertainty;
  const { only } = request;
  const inputs = inputsOf(run.scenarios[0]!, asked.uncertainty);
  const plan: UncertaintyPlan = {
    ...shared,
    draws,
    inner,
    inputs: inputs.inputs,
    ...(only === undefined ? {} : { only }),
  };
  const name = folderName(title, uncertaintyId(plan), "inputs");
  const path = join(asked.out, name);
  const read = async () =>
    knownFile(path, await findUncertainty(path, plan), UNCERTAINTY_SUMMARY, readUncertaintyJson);
  const known = asked.force ? undefined : await read();
  const summary = known ?? (await simulate(run, plan, inputs, name, asked, flags, surroundings));

  const { stdout } = surroundings.streams;
  if (flags.json === true) stdout.write(uncertaintyJson(summary));
  else if (flags.quiet !== true) {
    const document = uncertaintyDocument(summary, { all: flags.all === true });
    showDocument([...document, ...gradeBlocks(run.scenarios[0]!)], flags, surroundings.streams);
    stdout.write(known === undefined ? `\nwritten to ${path}\n` : `\nalready in ${path}: nothing was run\n`);
  }
  return EXIT.done;
}

/** Throws InputError where there is nothing uncertain, in the words of these flags. */
function inputsOf(scenario: Scenario, { request }: UncertaintyFlags): UncertainInputs {
  try {
    return uncertainInputs(scenario, request);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.issues.map((issue) => (issue.path === "--only" ? { ...issue, path: "--inputs" } : issue)),
    );
  }
}

async function simulate(
  { scenarios, models }: UncertainRun,
  plan: UncertaintyPlan,
  inputs: UncertainInputs,
  name: string,
  asked: Asked,
  flags: Flags,
  surroundings: Surroundings,
): Promise<UncertaintySummary> {
  const { jobs, queue, out, force } = asked;
  const { argv, streams } = surroundings;
  const started = new Date();
  const { signal, stderr } = streams;
  const sink = flags.quiet === true ? { write() {} } : stderr;
  const preparer = drawPreparer(scenarios, inputs, plan.seed, rememberingClock());
  const checking = await createBar(sink, plan.draws);
  const checked = await checkDraws(preparer, plan.draws, {
    signal,
    pause: setImmediate,
    checked: (draw) => checking.update(draw, plan.draws, () => "draws checked"),
  }).finally(() => checking.stop());
  if (checked.sound.length < FEWEST_DRAWS) {
    const message = `only ${checked.sound.length} of ${plan.draws} draws make a scenario: ${checked.faults.join("; ")}`;
    const hint = `narrow the ranges in \`evidence\`, or take more --draws: ${FEWEST_DRAWS} are needed`;
    throw new InputError([{ code: "unsound-draws", path: "evidence", message, hint, severity: "error" }]);
  }
  const { executor, note } = await workforceOf(asked, surroundings);
  const folder = await ResultFolder.create(out, name);
  const runs = checked.sound.length * plan.alternatives.length * plan.inner;
  const bar = await createBar(sink, runs);
  let [done, drawn] = [0, 0];
  try {
    const work = { plan, models, checked, preparer };
    const summary = await writeUncertainty(work, executor, folder, {
      signal,
      arrived: () => {
        done += 1;
        bar.update(done, runs, () => `${drawn} of ${checked.sound.length} draws${note()}`);
      },
      drawn: () => {
        drawn += 1;
      },
    });
    await folder.write(MANIFEST, uncertaintyManifestText(plan, await folder.finishSheets(), version));
    await folder.write(PROVENANCE, provenanceText(started, new Date(), argv, queue ?? jobs));
    await folder.commit(force);
    return summary;
  } finally {
    bar.stop();
    await folder.discard();
  }
}
