import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { Offsets } from "../experiment/index.ts";
import { compile, responseDefinitions } from "../model/index.ts";
import { checkFiles, evidenceSources, MANIFEST, readCsvTable, readTextFile } from "../node/index.ts";
import {
  comparisonPage,
  type Document,
  fits,
  type NamedHeadroom,
  type NamedMeasure,
  type PageMatter,
  promiseTerms,
  type Recommended,
  readComparisonJson,
  readHeadroomJson,
  readPatternsJson,
  readReplayJson,
  readSensitivitySummaryJson,
  readStaffingJson,
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
  staffingPage,
  stressPage,
  subjectOf,
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
    const points = pointsOf(folder, await readCsvTable(join(folder, "points.csv")), summary);
    return sweepPage(summary, points, measures, promises, matter);
  }
  const summary = readSummaryJson(text);
  if (summary === undefined) throw noResult(folder, "its summary.json cannot be read");
  return runPage(summary, matter);
}

/** What the page of a run or a comparison is about: the scenario that was run, or the recommended one of those that were compared. */
export interface ResultSubject extends Recommended {
  readonly scenario: Scenario;
  readonly offsets: Offsets;
  /** Numbers of the replications that were run. */
  readonly replications: readonly number[];
  /** [weeks] Of a replication, from end to end. */
  readonly weeks: number;
  /** SHA-256 of the result, and of the engine that made it. */
  readonly result: string;
  readonly engine: string;
  /** What has been found of it before. */
  readonly headroom: NamedHeadroom | undefined;
}

/** What a result is about; undefined of another kind than a run or a comparison. Throws InputError for a folder without a result. */
export async function readSubject(folder: string): Promise<ResultSubject | undefined> {
  const manifest = await readManifest(folder);
  const { id: result, engine, alternatives } = manifest;
  const found = await (alternatives === undefined
    ? subjectOfRun(folder, manifest)
    : subjectOfComparison(folder, alternatives));
  if (found === undefined) return undefined;
  const headroom = await headroomIn(folder);
  const isOwn = headroom?.name === found.name && headroom.result === result;
  return { ...found, result, engine, headroom: isOwn ? headroom : undefined };
}

async function subjectOfRun(folder: string, { format, base, scenario, offsets }: Manifest) {
  if (!format.startsWith("clinicsim/manifest/") || base !== undefined) return undefined;
  const summary = readSummaryJson(await textOf(folder, "summary.json"));
  if (summary === undefined) return undefined;
  const { replications } = summary.analysis;
  return {
    ...subjectOf(summary),
    scenario: scenarioOf(folder, scenario),
    offsets,
    replications,
    weeks: weeksOf(summary),
  };
}

async function subjectOfComparison(folder: string, alternatives: NonNullable<Manifest["alternatives"]>) {
  const summary = readComparisonJson(await textOf(folder, "comparison.json"));
  if (summary === undefined) throw noResult(folder, "its comparison.json cannot be read");
  const [first] = alternatives;
  const base = scenarioOf(folder, first!.scenario);
  const recommended = recommendedOf(summary, promiseTerms(compile(base.clinic, first!.offsets.changes)));
  const chosen = alternatives.find(({ name }) => name === recommended.name);
  if (chosen === undefined) throw noResult(folder, `its ${MANIFEST} knows no “${recommended.name}”`);
  return {
    ...recommended,
    scenario: scenarioOf(folder, chosen.scenario),
    offsets: chosen.offsets,
    replications: summary.comparison.replications,
    weeks: weeksOf(summary),
  };
}

function weeksOf(window: {
  readonly warmUpDays: number;
  readonly lengthDays: number;
  readonly runOutDays: number;
}) {
  return (window.warmUpDays + window.lengthDays + window.runOutDays) / 7;
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
    if (
      fits(manifest, MANIFEST_SHAPE) &&
      /^clinicsim\/(manifest|sweep|replay|staff)\/1$/.test(manifest.format)
    ) {
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

async function optionalText(folder: string, file: string): Promise<string | undefined> {
  try {
    return await readTextFile(join(folder, file), LIMIT, "result");
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

async function headroomIn(folder: string): Promise<NamedHeadroom | undefined> {
  const text = await optionalText(folder, "headroom.json");
  const headroom = text === undefined ? undefined : readHeadroomJson(text);
  if (text !== undefined && headroom === undefined)
    throw noResult(folder, "its headroom.json cannot be read");
  return headroom;
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

/** That a folder holds nothing of which a page could be made. */
export function noResult(folder: string, why: string): InputError {
  const message = `${folder} holds no result that could be reported: ${why}`;
  const hint =
    "name the folder that run, compare, sweep, sensitivity, stress, replay or staff says it has written to";
  return new InputError([{ code: "no-result", path: "", message, hint, severity: "error" }]);
}
