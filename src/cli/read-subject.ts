import type { Offsets } from "../experiment/index.ts";
import { compile } from "../model/index.ts";
import { MANIFEST } from "../node/index.ts";
import {
  type NamedHeadroom,
  promiseTerms,
  type Recommended,
  readComparisonJson,
  readSummaryJson,
  recommendedOf,
  subjectOf,
} from "../report/index.ts";
import type { Scenario } from "../scenario/index.ts";
import {
  headroomIn,
  noResult,
  type ResultManifest,
  readResultManifest,
  scenarioOf,
  textOf,
} from "./result-manifest.ts";

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
  const manifest = await readResultManifest(folder);
  const { id: result, engine, alternatives } = manifest;
  const found = await (alternatives === undefined
    ? subjectOfRun(folder, manifest)
    : subjectOfComparison(folder, alternatives));
  if (found === undefined) return undefined;
  const headroom = await headroomIn(folder);
  const isOwn = headroom?.name === found.name && headroom.result === result;
  return { ...found, result, engine, headroom: isOwn ? headroom : undefined };
}

async function subjectOfRun(folder: string, { format, base, scenario, offsets }: ResultManifest) {
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

async function subjectOfComparison(
  folder: string,
  alternatives: NonNullable<ResultManifest["alternatives"]>,
) {
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
