import { isoDate } from "../../model/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import { readDate } from "../dates/date.ts";
import { type ScenarioDocument, scenarioSchema } from "../format/scenario-schema.ts";
import { schemaIssues } from "../format/schema-issues.ts";
import { entrySchema, schemaAt } from "../format/walk.ts";
import { errorAt, type PlacedIssue } from "../issue-list.ts";
import { type JsonObject, type JsonValue, type Segment, valueAt, withValueAt } from "../json-value.ts";
import { applyPatch, type Patch } from "../patch.ts";
import { parsePath } from "../path.ts";
import { readDuration } from "../quantities/duration.ts";
import { checked } from "../quantities/reading.ts";
import type { SoundDocument } from "./check.ts";
import { crossCheck } from "./cross-check.ts";

/** The faults that each alternative or stress of a faultless scenario would have; its warnings are for when it is run. */
export function checkAlternatives(document: ScenarioDocument): readonly PlacedIssue[] {
  return [
    ...Object.entries(document.alternatives).flatMap(([name, patch]) =>
      faultsAt(document, patch as Patch, ["alternatives", name]),
    ),
    ...Object.entries(document.stresses ?? {}).flatMap(([name, { changes, from, to }]) => [
      ...faultsAt(document, changes as Patch, ["stresses", name, "changes"]),
      ...datesAt(document, ["stresses", name], from, to),
    ]),
  ];
}

function faultsAt(document: ScenarioDocument, patch: Patch, at: readonly string[]): readonly PlacedIssue[] {
  return faultsOf(document as unknown as JsonObject, patch)
    .filter(({ severity }) => severity === "error")
    .map((fault) => ({ ...fault, segments: [...at, ...keyOf(patch, fault.segments)] }));
}

/** A stress lies in the measured window, or after it: the run is made longer for it. */
function datesAt(
  { run }: ScenarioDocument,
  at: readonly string[],
  from: string,
  to: string,
): readonly PlacedIssue[] {
  const begins = isoDate(checked(readDate(run.start)) + checked(readDuration(run.warmUp)) / MINUTES_PER_DAY);
  if (from > to) {
    const message = `from ${from} is after to ${to}`;
    return [errorAt(at, { code: "wrong-order", message, hint: "exchange the dates" })];
  }
  if (from >= begins) return [];
  const message = `${from} is before the measured window, which begins on ${begins}`;
  return [errorAt([...at, "from"], { code: "outside-run", message, hint: "choose a later date" })];
}

/** Checks again only what the patch has touched, and how it fits with the rest. */
function faultsOf(document: JsonObject, patch: Patch): readonly PlacedIssue[] {
  const { document: changed, issues, touched } = applyPatch(document, patch);
  if (issues.length > 0) return issues;
  let complete = changed;
  const faults: PlacedIssue[] = [];
  for (const part of new Set(touched.map((path) => JSON.stringify(path.slice(0, 2))))) {
    const path = JSON.parse(part) as readonly string[];
    const value = valueAt(changed, path);
    const schema = schemaAt(scenarioSchema, changed, path);
    const parent = schemaAt(scenarioSchema, changed, path.slice(0, -1));
    const taken = value === undefined && parent !== undefined && entrySchema(parent) !== undefined;
    if (schema === undefined || taken) continue;
    const parsed = schema.safeParse(value, { jitless: true });
    if (parsed.success) complete = withValueAt(complete, path, parsed.data as JsonValue);
    else {
      const found = parsed.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
      faults.push(...schemaIssues(changed, found));
    }
  }
  return faults.length > 0
    ? faults
    : crossCheck(complete as unknown as SoundDocument, document as unknown as SoundDocument);
}

/**
 * The key of the patch that a fault belongs to: the longest path around it; the only key, if there is one;
 * else none.
 */
function keyOf(patch: Patch, segments: readonly Segment[]): readonly string[] {
  const keys = Object.keys(patch);
  const around = keys.filter((key) => {
    const path = parsePath(key) ?? [key];
    return path.every((segment, i) => segments[i] === undefined || String(segments[i]) === segment);
  });
  const best = around.sort((a, b) => b.length - a.length)[0] ?? (keys.length === 1 ? keys[0] : undefined);
  return best === undefined ? [] : [best];
}
