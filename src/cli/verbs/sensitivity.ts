import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  Interrupted,
  type LoadCrossing,
  loadCrossings,
  PointError,
  sensitivityPreparer,
  sweepTerms,
} from "../../experiment/index.ts";
import { compile, responseDefinitions } from "../../model/index.ts";
import { engineId, hasJournal, SweepFolder } from "../../node/index.ts";
import {
  gradeBlocks,
  readSensitivitySummaryJson,
  type SensitivitySummary,
  sensitivityDocument,
  sensitivitySummaryJson,
} from "../../report/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { createBar } from "../bar.ts";
import { EXIT } from "../exit-code.ts";
import { FailedPoint } from "../failed-point.ts";
import { checkLeft, type LeftPoints, runLeft } from "../left-points.ts";
import { loadScenario } from "../load-scenario.ts";
import { type PlannedSensitivity, planSensitivity } from "../plan-sensitivity.ts";
import type { Flags, Verb } from "../program.ts";
import { workforceOf } from "../queue-flag.ts";
import { reportBeside } from "../report-beside.ts";
import { rememberingClock } from "../resolve-clock.ts";
import { sensitivityFlags } from "../sensitivity-flags.ts";
import { sensitivityReport } from "../sensitivity-report.ts";
import { showDocument } from "../show-document.ts";
import type { Sink, Streams } from "../streams.ts";
import { sweepName } from "../sweep-name.ts";
import { readKnownPoints, writePoints } from "../write-sweep.ts";

/**
 * Moves what is not known of a scenario within its ranges, at the points of a design for that, and says what matters; in a folder that it can go
 * on with whenever it was stopped. Or finds the result there already, and shows it.
 */
export const sensitivity: Verb = async ([file = ""], flags, surroundings) => {
  const { argv, streams } = surroundings;
  const asked = sensitivityFlags(flags, streams.env);
  const { out, force, jobs, queue, format } = asked;
  const started = new Date();
  const scenario = await loadScenario(file, flags, {
    ...(asked.seed === undefined ? {} : { "run.seed": asked.seed }),
    "run.replications": asked.replications,
  });
  const clockOf = rememberingClock();
  const offsets = await clockOf(scenario.clinic);
  const plan = planSensitivity(
    asked,
    scenario,
    responseDefinitions(compile(scenario.clinic, offsets.changes)),
  );
  const { inputs, design, points } = plan;
  const terms = sweepTerms({ engine: engineId(), scenario: scenario.canonicalText, offsets }, points);
  const name = sweepName(terms, { format }, "sensitivity");
  const path = join(out, name);
  const known = force ? undefined : await readKnownPoints(path, terms, readSensitivitySummaryJson);
  if (known !== undefined) {
    show(known, scenario, `already in ${path}: nothing was run`, flags, streams);
    await reportBeside(path, flags, surroundings);
    return EXIT.done;
  }
  const sink: Sink = asked.quiet ? { write() {} } : streams.stderr;
  const work: LeftPoints = {
    header: { terms },
    design: points,
    prepare: sensitivityPreparer(scenario, inputs, design, { points, engine: terms.engine, clockOf }),
    signal: streams.signal,
    sink,
  };
  // Nothing is made for ranges with faults.
  const early = !force && (await hasJournal(path)) ? undefined : await checkLeft(work);
  const folder = await SweepFolder.open(out, name, work.header, { fresh: force });
  const { journal } = folder;
  const kept = () =>
    `${journal.count} of ${design.size} points are kept in ${path}; the same command goes on from there`;
  try {
    const replications = early ?? (await checkLeft(work, journal));
    const crossings = await crossingsOf(scenario, plan, streams, sink);
    sink.write(
      `${inputs.inputs.length} inputs, ${design.size} points, ${replications} replications to run\n`,
    );
    const { executor, note } = await workforceOf(asked, surroundings);
    const computed = await runLeft({ ...work, note }, folder, executor, replications);
    const making = { started, argv, by: queue ?? jobs };
    const summary = await write({ path, folder, format, plan, scenario, crossings }, making);
    show(
      summary,
      scenario,
      `${design.size} points, ${computed} of them computed now\nwritten to ${path}`,
      flags,
      streams,
    );
    await reportBeside(path, flags, surroundings);
    return EXIT.done;
  } catch (error) {
    if (error instanceof PointError) {
      const patch = inputs.patchAt(design.at(error.point));
      throw new FailedPoint(file, flags, terms.columns, error, kept(), patch);
    }
    if (!(error instanceof Interrupted)) throw error;
    streams.stderr.write(`interrupted: ${kept()}\n`);
    return EXIT.interrupted;
  } finally {
    await folder.close();
  }
};

/** Where ranges cross load 1. Throws Interrupted when the signal says so. */
async function crossingsOf(
  scenario: Scenario,
  { inputs }: PlannedSensitivity,
  { signal }: Streams,
  sink: Sink,
): Promise<readonly LoadCrossing[]> {
  const count = inputs.inputs.length;
  const bar = await createBar(sink, count);
  try {
    const found: LoadCrossing[] = [];
    for (let input = 0; input < count; input++) {
      await setImmediate();
      if (signal.aborted) throw new Interrupted();
      found.push(...loadCrossings(scenario, inputs, input));
      bar.update(input + 1, count, () => "loads at the ends of ranges");
    }
    return found;
  } finally {
    bar.stop();
  }
}

interface Computed {
  readonly path: string;
  readonly folder: SweepFolder;
  readonly format: "csv" | "parquet";
  readonly plan: PlannedSensitivity;
  readonly scenario: Scenario;
  readonly crossings: readonly LoadCrossing[];
}

async function write(
  { path, folder, format, plan, scenario, crossings }: Computed,
  making: Parameters<typeof writePoints>[3],
): Promise<SensitivitySummary> {
  let summary: SensitivitySummary | undefined;
  const report = sensitivityReport(plan, scenario, crossings, (told) => {
    summary = told;
  });
  await writePoints(path, folder.journal, format, making, report);
  return summary!;
}

function show(
  summary: SensitivitySummary,
  scenario: Scenario,
  where: string,
  flags: Flags,
  { stdout, env }: Pick<Streams, "stdout" | "env">,
): void {
  if (flags.json === true) stdout.write(sensitivitySummaryJson(summary));
  else if (flags.quiet !== true) {
    showDocument([...sensitivityDocument(summary), ...gradeBlocks(scenario)], flags, { stdout, env });
    stdout.write(`\n${where}\n`);
  }
}
