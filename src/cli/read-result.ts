import { join } from "node:path";
import { InputError } from "../errors.ts";
import { compile, responseDefinitions } from "../model/index.ts";
import { checkFiles, evidenceSources, MANIFEST, readCsvTable } from "../node/index.ts";
import {
  comparisonPage,
  type Document,
  fits,
  type NamedMeasure,
  type PageMatter,
  promiseTerms,
  readComparisonJson,
  readPatternsJson,
  readReplayJson,
  readSensitivitySummaryJson,
  readStaffingJson,
  readStressJson,
  readSummaryJson,
  readSweepSummaryJson,
  replayPage,
  runPage,
  type Shape,
  sensitivityPage,
  staffingPage,
  stressPage,
  sweepPage,
} from "../report/index.ts";
import type { Scenario } from "../scenario/index.ts";
import {
  headroomIn,
  noResult,
  optionalText,
  type ResultManifest,
  readResultManifest,
  scenarioOf,
  textOf,
} from "./result-manifest.ts";
import { sweepPointsOf } from "./sweep-points.ts";

/**
 * What `make` makes of a result folder. Where that fails and a file is not as its manifest lists it, the file is to blame: InputError; else the failure is
 * ours.
 */
export async function ofResult<T>(folder: string, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof InputError) throw error;
    const files = listedIn(await textOf(folder, MANIFEST));
    const changed = (await checkFiles(folder, files)).find(({ state }) => state !== "as listed");
    if (changed === undefined) throw error;
    throw noResult(folder, `its ${changed.file} is not the one that its ${MANIFEST} lists`);
  }
}

function listedIn(manifest: string): Parameters<typeof checkFiles>[1] {
  const { files } = JSON.parse(manifest) as { files?: unknown };
  if (typeof files !== "object" || files === null) return [];
  const shape: Shape = { bytes: "number", sha256: "text" };
  return Object.entries(files).flatMap(([file, listed]) =>
    fits(listed, shape) ? [{ ...(listed as { bytes: number; sha256: string }), file }] : [],
  ) as Parameters<typeof checkFiles>[1];
}

/** The page of a result folder, whichever kind of result it holds, from the folder alone. Throws InputError if it holds none. */
export async function readResultPage(folder: string): Promise<Document> {
  const manifest = await readResultManifest(folder);
  const { scenario: document, offsets } = manifest.alternatives?.[0] ?? manifest.base ?? manifest;
  const scenario = scenarioOf(folder, document);
  const model = compile(scenario.clinic, offsets.changes);
  const promises = promiseTerms(model);
  const matter = await matterOf(folder, manifest, scenario);
  if (manifest.alternatives !== undefined) {
    const summary = readComparisonJson(await textOf(folder, "comparison.json"));
    if (summary === undefined) throw noResult(folder, "its comparison.json cannot be read");
    return comparisonPage(summary, promises, matter);
  }
  if (manifest.format.startsWith("clinicsim/replay/")) {
    const summary = readReplayJson(await textOf(folder, "replay.json"));
    if (summary === undefined) throw noResult(folder, "its replay.json cannot be read");
    return replayPage(summary, matter);
  }
  if (manifest.format.startsWith("clinicsim/staff/")) {
    const summary = readStaffingJson(await textOf(folder, "staffing.json"));
    if (summary === undefined) throw noResult(folder, "its staffing.json cannot be read");
    return staffingPage(summary, matter);
  }
  if (manifest.base !== undefined) {
    const summary = readStressJson(await textOf(folder, "stress.json"));
    if (summary === undefined) throw noResult(folder, "its stress.json cannot be read");
    return stressPage(summary, matter);
  }
  const text = await textOf(folder, "summary.json");
  if (manifest.format.startsWith("clinicsim/sweep/")) {
    const sensitivity = readSensitivitySummaryJson(text);
    if (sensitivity !== undefined) return sensitivityPage(sensitivity, promises, matter);
    const summary = readSweepSummaryJson(text);
    if (summary === undefined) throw noResult(folder, "its summary.json cannot be read");
    const measures = responseDefinitions(model).map(
      ({ name, label, unit }): NamedMeasure => ({ response: name, label, unit }),
    );
    const points = sweepPointsOf(folder, await readCsvTable(join(folder, "points.csv")), summary);
    return sweepPage(summary, points, measures, promises, matter);
  }
  const summary = readSummaryJson(text);
  if (summary === undefined) throw noResult(folder, "its summary.json cannot be read");
  return runPage(summary, matter);
}

async function matterOf(folder: string, manifest: ResultManifest, scenario: Scenario): Promise<PageMatter> {
  const { version, engine, id } = manifest;
  const written = await optionalText(folder, "patterns.json");
  const patterns = written === undefined ? undefined : readPatternsJson(written);
  if (written !== undefined && patterns === undefined)
    throw noResult(folder, "its patterns.json cannot be read");
  const headroom = await headroomIn(folder);
  const command = commandIn(await optionalText(folder, "provenance.json"));
  return {
    scenario,
    version,
    engine,
    id,
    sources: await evidenceSources(),
    ...(patterns === undefined ? {} : { patterns }),
    ...(headroom === undefined ? {} : { headroom }),
    ...(command === undefined ? {} : { command }),
  };
}

function commandIn(provenance: string | undefined): readonly string[] | undefined {
  try {
    const { command } = JSON.parse(provenance ?? "{}") as { command?: unknown };
    if (!Array.isArray(command) || !command.every((each) => typeof each === "string")) return undefined;
    return command as readonly string[];
  } catch {
    return undefined;
  }
}
