import { type ScenarioDocument, scenarioSchema } from "../format/scenario-schema.ts";
import { schemaIssues } from "../format/schema-issues.ts";
import { entrySchema, schemaAt } from "../format/walk.ts";
import type { PlacedIssue } from "../issue-list.ts";
import { type JsonObject, type JsonValue, type Segment, valueAt, withValueAt } from "../json-value.ts";
import { applyPatch, type Patch } from "../patch.ts";
import { parsePath } from "../path.ts";
import type { SoundDocument } from "./check.ts";
import { crossCheck } from "./cross-check.ts";

/** The faults that each alternative of a faultless scenario would have; its warnings are for when it is run. */
export function checkAlternatives(document: ScenarioDocument): readonly PlacedIssue[] {
  return Object.entries(document.alternatives).flatMap(([name, patch]) => {
    const faults = faultsOf(document as unknown as JsonObject, patch as Patch);
    return faults
      .filter(({ severity }) => severity === "error")
      .map((fault) => ({
        ...fault,
        segments: ["alternatives", name, ...keyOf(patch as Patch, fault.segments)],
      }));
  });
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
