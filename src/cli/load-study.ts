import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import {
  badManifest,
  engineId,
  objectIn,
  PROVENANCE,
  type ReadManifest,
  readCsvTable,
  readManifest,
  readTextFile,
  textIn,
  untilOf,
  version,
  wholeIn,
} from "../node/index.ts";
import {
  changesBetween,
  readSummaryJson,
  runKindSentences,
  type Study,
  type StudyResult,
} from "../report/index.ts";
import type { JsonObject, JsonValue } from "../scenario/index.ts";
import { loadScenario } from "./load-scenario.ts";
import type { Flags } from "./program.ts";
import { scenarioOfManifest } from "./redo/scenario-of-manifest.ts";

const EVIDENCE = "evidence.csv";
const MOST_SUMMARY = 256 * 1024 * 1024;

/** What there is to report of a scenario file, or of a result folder. Throws InputError with every fault. */
export async function loadStudy(path: string, flags: Flags): Promise<Study> {
  const software = { version, engine: engineId(), node: process.version };
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
  const references =
    typeof flags.evidence === "string"
      ? await referencesIn(flags.evidence)
      : isFolder
        ? new Map<string, string>()
        : await referencesBeside(path);
  if (!isFolder) {
    const scenario = await loadScenario(path, flags);
    return { scenario, alternatives: scenario.alternatives, software, references };
  }
  const read = await readManifest(path);
  const { manifest } = read;
  const own = Array.isArray(manifest.alternatives) ? (manifest.alternatives as readonly JsonValue[]) : [];
  const base = own.length > 0 ? objectIn(own[0], "alternatives").scenario : manifest.scenario;
  const scenario = scenarioOfManifest(JSON.stringify(objectIn(base, "scenario")), "scenario");
  const others = own.slice(1).map((each) => {
    const { name, scenario: to } = objectIn(each, "alternatives");
    const changes = changesBetween(objectIn(base, "scenario"), objectIn(to, "alternatives"));
    return [textIn(name, "alternatives"), changes] as const;
  });
  return {
    scenario,
    alternatives: own.length > 0 ? Object.fromEntries(others) : scenario.alternatives,
    software,
    references,
    result: await resultOf(path, read),
  };
}

async function resultOf(
  path: string,
  { manifest, format, version: by, engine }: ReadManifest,
): Promise<StudyResult> {
  const { seed, first, count } = objectIn(manifest.seedPlan, "seedPlan");
  const { design, until } = manifest;
  const kind =
    format === "clinicsim/sweep/1"
      ? "sweep"
      : format !== "clinicsim/manifest/1"
        ? "result"
        : "alternatives" in manifest
          ? "comparison"
          : "run";
  const about = kind === "run" ? await aboutOf(path) : undefined;
  const machine = await machineOf(path);
  return {
    kind,
    version: by,
    engine,
    replications: {
      seed: wholeIn(seed, "seedPlan.seed", 0, Number.MAX_SAFE_INTEGER),
      first: wholeIn(first, "seedPlan.first", 1, Number.MAX_SAFE_INTEGER),
      count: wholeIn(count, "seedPlan.count", 1, Number.MAX_SAFE_INTEGER),
    },
    ...(design === undefined ? {} : { design: designOf(objectIn(design, "design")) }),
    ...(until === undefined ? {} : { until: untilOf(until) }),
    ...(about === undefined ? {} : { about }),
    ...(machine === undefined ? {} : { machine }),
  };
}

/** What its summary says that a run's numbers are about; undefined where it says nothing that a run would have said. */
async function aboutOf(path: string): Promise<readonly string[] | undefined> {
  try {
    const summary = readSummaryJson(await readTextFile(join(path, "summary.json"), MOST_SUMMARY, "result"));
    return summary && runKindSentences(summary);
  } catch {
    return undefined;
  }
}

function designOf({ type, points, columns }: JsonObject): NonNullable<StudyResult["design"]> {
  if (!Array.isArray(columns)) throw badManifest("design.columns");
  return {
    method: textIn(type, "design.type"),
    points: wholeIn(points, "design.points", 1, Number.MAX_SAFE_INTEGER),
    columns: (columns as readonly JsonValue[]).map((column) =>
      textIn(objectIn(column, "design.columns").path, "design.columns"),
    ),
  };
}

/** When, where and how long a result was made, as its provenance tells it; undefined where that does not. */
async function machineOf(path: string): Promise<readonly string[] | undefined> {
  try {
    const told = JSON.parse(
      await readTextFile(join(path, PROVENANCE), 1_000_000, "provenance"),
    ) as JsonObject;
    const said = (key: string) => textIn(told[key], key);
    return [
      `Run on ${said("started")} in ${String(told.seconds)} s with up to ${String(told.jobs)} threads, on ${said("processor")} (${String(told.cores)} cores), ${said("system")}, Node.js ${said("node")}.`,
    ];
  } catch {
    return undefined;
  }
}

/** Those in the table of evidence beside a scenario; none where there is no such table. */
async function referencesBeside(path: string): Promise<ReadonlyMap<string, string>> {
  const beside = join(dirname(path), EVIDENCE);
  const isThere = (await stat(beside).catch(() => undefined))?.isFile() === true;
  return isThere ? referencesIn(beside) : new Map();
}

/** By id, what a table of evidence says of its sources. Throws InputError where it is none. */
async function referencesIn(path: string): Promise<ReadonlyMap<string, string>> {
  const [header = [], ...rows] = await readCsvTable(path);
  const at = (name: string) => header.indexOf(name);
  const [id, citation, address] = [at("id"), at("citation"), at("doi_or_url")];
  if (id < 0 || citation < 0) {
    throw new InputError([
      {
        code: "bad-evidence",
        path: "",
        message: `${path} has no columns id and citation`,
        hint: "its first line names them; another file can be given with --evidence",
        severity: "error",
      },
    ]);
  }
  return new Map(
    rows.map((row) => [row[id] ?? "", [row[citation], row[address]].filter((text) => text).join(", ")]),
  );
}
