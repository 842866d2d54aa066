import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { Offsets } from "../experiment/index.ts";
import { compile, responseDefinitions } from "../model/index.ts";
import { evidenceSources, MANIFEST, readCsvTable, readTextFile } from "../node/index.ts";
import {
  comparisonPage,
  type Document,
  fits,
  type NamedMeasure,
  type PageMatter,
  promiseTerms,
  readComparisonJson,
  readHeadroomJson,
  readPatternsJson,
  readReplayJson,
  readSensitivitySummaryJson,
  readStressJson,
  readSummaryJson,
  readSweepSummaryJson,
  recommendedOf,
  replayPage,
  runPage,
  type Shape,
  type SweepPoint,
  type SweepSummary,
  sensitivityPage,
  stressPage,
  sweepPage,
} from "../report/index.ts";
import { type JsonObject, parseDocument, type Scenario } from "../scenario/index.ts";

/** Largest file of a result that is read [bytes]: a comparison of hundreds of alternatives in some hundreds of responses. */
const LIMIT = 256 * 1024 * 1024;

/** What a manifest says, as far as a page tells it. */
interface Manifest {
  readonly format: string;
  readonly version: string;
  readonly engine: string;
  readonly id: string;
  readonly scenario: JsonObject;
  readonly offsets: Offsets;
  /** Of a battery: the plan without any stress. */
  readonly base?: { readonly scenario: JsonObject; readonly offsets: Offsets };
  readonly alternatives?: readonly {
    readonly name: string;
    readonly scenario: JsonObject;
    readonly offsets: Offsets;
  }[];
}

const PLAN_SHAPE: Shape = {
  scenario: {},
  offsets: { atStart: "number", changes: [{ at: "number", jump: "number" }] },
};
const MANIFEST_SHAPE: Shape = {
  format: "text",
  version: "text",
  engine: "text",
  id: "text",
  "alternatives?": [{ name: "text" }],
};

/** The page of a result folder, whichever kind of result it holds, from the folder alone. Throws InputError if it holds none. */
export async function readResultPage(folder: string): Promise<Document> {
  const manifest = await readManifest(folder);
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
    const points = pointsOf(folder, await readCsvTable(join(folder, "points.csv")), summary);
    return sweepPage(summary, points, measures, promises, matter);
  }
  const summary = readSummaryJson(text);
  if (summary === undefined) throw noResult(folder, "its summary.json cannot be read");
  return runPage(summary, matter);
}

/** What a result's page is about: the scenario that was run, or the recommended one of those that were compared. */
export interface Recommended {
  readonly name: string;
  readonly scenario: Scenario;
  readonly offsets: Offsets;
  /** Numbers of the replications that were run. */
  readonly replications: readonly number[];
  /** SHA-256 of the result. */
  readonly result: string;
}

/** The recommended way of working of a result. Throws InputError for a sweep, or a folder without a result. */
export async function readRecommended(folder: string): Promise<Recommended> {
  const manifest = await readManifest(folder);
  const { id: result, alternatives } = manifest;
  if (alternatives === undefined) {
    const summary = readSummaryJson(await textOf(folder, "summary.json"));
    if (summary === undefined) throw noResult(folder, "it is no run or comparison");
    const { scenario: document, offsets } = manifest;
    const { replications } = summary.analysis;
    return { name: summary.scenario, scenario: scenarioOf(folder, document), offsets, replications, result };
  }
  const summary = readComparisonJson(await textOf(folder, "comparison.json"));
  if (summary === undefined) throw noResult(folder, "its comparison.json cannot be read");
  const base = scenarioOf(folder, alternatives[0]!.scenario);
  const promises = promiseTerms(compile(base.clinic, alternatives[0]!.offsets.changes));
  const name = recommendedOf(summary, promises);
  const chosen = alternatives.find((each) => each.name === name);
  if (chosen === undefined) throw noResult(folder, `its ${MANIFEST} knows no “${name}”`);
  const { replications } = summary.comparison;
  return {
    name,
    scenario: scenarioOf(folder, chosen.scenario),
    offsets: chosen.offsets,
    replications,
    result,
  };
}

function scenarioOf(folder: string, document: JsonObject): Scenario {
  const { scenario } = parseDocument(document);
  if (scenario === undefined) throw noResult(folder, `a scenario in its ${MANIFEST} cannot be read`);
  return scenario;
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await textOf(folder, MANIFEST);
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (fits(manifest, MANIFEST_SHAPE) && /^clinicsim\/(manifest|sweep|replay)\/1$/.test(manifest.format)) {
      const { alternatives, base } = manifest;
      const plans = alternatives ?? [base ?? manifest];
      if (plans.length > 0 && plans.every((plan) => fits(plan, PLAN_SHAPE))) return manifest;
    }
  } catch {
    // Told below.
  }
  throw noResult(folder, `its ${MANIFEST} is not one of clinicsim's`);
}

async function matterOf(folder: string, manifest: Manifest, scenario: Scenario): Promise<PageMatter> {
  const { version, engine, id } = manifest;
  const optional = async (file: string) =>
    readTextFile(join(folder, file), LIMIT, "result").catch((error: unknown) => {
      if (error instanceof InputError) return undefined;
      throw error;
    });
  const written = await optional("patterns.json");
  const patterns = written === undefined ? undefined : readPatternsJson(written);
  if (written !== undefined && patterns === undefined)
    throw noResult(folder, "its patterns.json cannot be read");
  const headroomText = await optional("headroom.json");
  const headroom = headroomText === undefined ? undefined : readHeadroomJson(headroomText);
  if (headroomText !== undefined && headroom === undefined)
    throw noResult(folder, "its headroom.json cannot be read");
  const command = commandIn(await optional("provenance.json"));
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

/** Columns of `points.csv` before those of the settings. */
const BEFORE_SETTINGS = 4;

/** Throws InputError where the table is not the one that the summary was made from. */
function pointsOf(
  folder: string,
  [header = [], ...rows]: readonly (readonly string[])[],
  { columns, points, responses }: SweepSummary,
): readonly SweepPoint[] {
  const first = BEFORE_SETTINGS + columns.length;
  const missing = responses.filter(({ response }) => !header.includes(response, first));
  if (header[0] !== "point" || missing.length > 0 || header.length <= first)
    throw noResult(folder, "its points.csv has not the columns that its summary.json tells of");
  if (rows.length !== points)
    throw noResult(folder, `its points.csv has ${rows.length} of the ${points} points`);
  const broken = rows.findIndex(
    (row, i) =>
      row.length !== header.length ||
      Number(row[0]) !== i + 1 ||
      row.slice(first).some((cell) => Number.isNaN(Number(cell))),
  );
  if (broken !== -1) throw noResult(folder, `row ${broken + 2} of its points.csv cannot be read`);
  return rows.map((row) => ({
    point: Number(row[0]),
    levels: row.slice(BEFORE_SETTINGS, first).map((cell) => {
      const number = Number(cell);
      return cell.trim() !== "" && Number.isFinite(number) ? number : cell;
    }),
    values: new Map(
      header.slice(first).map((name, i) => {
        const cell = row[first + i] ?? "";
        return [name, cell === "" ? Number.NaN : Number(cell)];
      }),
    ),
  }));
}

async function textOf(folder: string, file: string): Promise<string> {
  try {
    return await readTextFile(join(folder, file), LIMIT, "result");
  } catch (error) {
    if (!(error instanceof InputError) || file !== MANIFEST) throw error;
    throw noResult(folder, `it has no ${MANIFEST}`);
  }
}

function noResult(folder: string, why: string): InputError {
  const message = `${folder} holds no result that could be reported: ${why}`;
  const hint = "name the folder that run, compare, sweep, sensitivity or stress says it has written to";
  return new InputError([{ code: "no-result", path: "", message, hint, severity: "error" }]);
}
