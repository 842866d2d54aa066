import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import {
  engineId,
  numberIn,
  objectIn,
  PROVENANCE,
  type ReadManifest,
  readCsvTable,
  readManifest,
  readTextFile,
  textIn,
  version,
} from "../node/index.ts";
import {
  changesBetween,
  counted,
  readSummaryJson,
  runKindSentences,
  type Study,
  type StudyResult,
} from "../report/index.ts";
import type { JsonObject } from "../scenario/index.ts";
import { loadScenario } from "./load-scenario.ts";
import type { Flags } from "./program.ts";
import { scenarioOfManifest } from "./redo/scenario-of-manifest.ts";
import { type ToldStudy, toldStudy } from "./told-study.ts";

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
  const told = toldStudy(read);
  const scenario = scenarioOfManifest(JSON.stringify(told.scenario), "scenario");
  const others = told.alternatives?.slice(1).map((each) => {
    const changes = changesBetween(told.scenario, objectIn(each.scenario, "alternatives"));
    return [textIn(each.name, "alternatives"), changes] as const;
  });
  return {
    scenario,
    alternatives: others === undefined ? scenario.alternatives : Object.fromEntries(others),
    software,
    references,
    result: await resultOf(path, read, told),
  };
}

async function resultOf(
  path: string,
  { version: by, engine }: ReadManifest,
  { seed, experiment }: ToldStudy,
): Promise<StudyResult> {
  const about = experiment.kind === "run" ? await aboutOf(path) : undefined;
  const machine = await machineOf(path);
  return {
    version: by,
    engine,
    seed,
    experiment,
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

/** When, where and how long a result was made, as its provenance tells it; undefined where that does not. */
async function machineOf(path: string): Promise<readonly string[] | undefined> {
  try {
    const told = JSON.parse(
      await readTextFile(join(path, PROVENANCE), 1_000_000, "provenance"),
    ) as JsonObject;
    const said = (key: string) => textIn(told[key], key);
    const by =
      told.queue === undefined
        ? `with up to ${counted(numberIn(told.jobs, "jobs"), "thread")} on`
        : `by the workers at ${said("queue")}, submitted from`;
    const cores = counted(numberIn(told.cores, "cores"), "core");
    return [
      `Run on ${said("started")} in ${numberIn(told.seconds, "seconds")} s ${by} ${said("processor")} (${cores}), ${said("system")}, Node.js ${said("node")}.`,
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
