import { type Issue, invariant } from "../errors.ts";
import {
  type Clinic,
  compile,
  type OfferedLoads,
  offeredLoads,
  responseDefinitions,
} from "../model/index.ts";
import { buildClinic } from "./build/build-clinic.ts";
import { canonicalText, contentHash } from "./canonical.ts";
import { checkAlternatives } from "./checks/alternatives.ts";
import type { SoundDocument } from "./checks/check.ts";
import { crossCheck } from "./checks/cross-check.ts";
import { checkEvidence } from "./checks/evidence.ts";
import { checkLoads } from "./checks/loads.ts";
import { checkModel } from "./checks/model.ts";
import { type ComparisonTerms, comparisonTerms } from "./comparison-terms.ts";
import { inReadingOrder } from "./format/reading-order.ts";
import { salvage } from "./format/salvage.ts";
import { type ScenarioDocument, scenarioSchema } from "./format/scenario-schema.ts";
import { schemaIssues } from "./format/schema-issues.ts";
import { errorAt, type PlacedIssue, toIssue } from "./issue-list.ts";
import {
  deepFreeze,
  isObject,
  type JsonObject,
  type JsonValue,
  quoted,
  type Segment,
  unfitJson,
} from "./json-value.ts";
import { ledgerOf } from "./ledger.ts";
import { migrate } from "./migrate.ts";
import { applyPatch, type Patch } from "./patch.ts";
import type { Parsed, Scenario } from "./scenario.ts";
import { type StaffingTerms, staffingTerms } from "./staffing-terms.ts";
import { type JsonText, readJsonText } from "./text/json-text.ts";

export interface ParseOptions {
  /** Applied to the file before it is checked. */
  readonly patch?: Patch;
  /** Whether each alternative is checked too; left out: where there is no patch. */
  readonly withAlternatives?: boolean;
}

/**
 * A scenario from the text of its file: JSON with comments. Never throws on bad input: every fault becomes an
 * issue with its path, and its line and column unless a patch put it there. Warnings are among the issues,
 * and never keep a scenario back.
 */
export function parseScenario(
  text: string,
  { patch = {}, withAlternatives = Object.keys(patch).length === 0 }: ParseOptions = {},
): Parsed {
  const read = readJsonText(text);
  if (read.issues.length > 0 || read.value === undefined) return { scenario: undefined, issues: read.issues };
  return parseValue(read.value, { patch, withAlternatives }, read.locate);
}

/** A scenario from a JSON value, such as the `document` of another; otherwise as `parseScenario`. */
export function parseDocument(
  document: JsonValue,
  { patch = {}, withAlternatives = Object.keys(patch).length === 0 }: ParseOptions = {},
): Parsed {
  const unfit = unfitJson(document);
  if (unfit !== undefined) return { scenario: undefined, issues: [toIssue(errorAt([], unfit))] };
  return parseValue(document, { patch, withAlternatives }, () => undefined);
}

const FAULTS_TOLD = 5;

/**
 * The clinic alone, of a canonical text that a scenario gave: what does not bear on a run (alternatives, what decides, stresses, evidence,
 * loads) was examined when that was made, and is not again. Throws InvariantError on a text whose clinic has faults.
 */
export function clinicOfText(canonical: string): Clinic {
  const value = JSON.parse(canonical) as JsonValue;
  invariant(isObject(value) && unfitJson(value) === undefined, "the text is not that of a scenario");
  const { stresses: _, comparison: __, staffing: ___, ...document } = value;
  const { clinic, issues } = build({ ...document, alternatives: {}, evidence: {} });
  const faults = issues.slice(0, FAULTS_TOLD).map((each) => toIssue(each).message);
  invariant(clinic !== undefined, `the text has faults: ${faults.join("; ")}`);
  return clinic;
}

/** A design point: the scenario with a patch's changes, checked afresh. The scenario itself stays as it is. */
export function patchScenario(scenario: Scenario, patch: Patch): Parsed {
  return parseDocument(scenario.document as unknown as JsonObject, { patch });
}

function parseValue(
  value: JsonValue,
  { patch, withAlternatives }: Required<ParseOptions>,
  locate: JsonText["locate"],
): Parsed {
  const root = isObject(value)
    ? undefined
    : errorAt([], { code: "wrong-type", message: `a scenario is an object, not ${quoted(value)}` });
  if (root !== undefined) return { scenario: undefined, issues: [toIssue(root, locate([]))] };
  const migrated = migrate(value as JsonObject);
  const patched = applyPatch(migrated.document, patch);
  const early = [...migrated.issues, ...patched.issues];
  const examined = migrated.issues.length > 0 ? { issues: [] } : examine(patched.document);
  const alternatives =
    withAlternatives && examined.clinic !== undefined && examined.document !== undefined
      ? checkAlternatives(examined.document)
      : [];
  const isPatched = (segments: readonly Segment[]) =>
    patched.touched.some((path) => path.every((segment, i) => String(segments[i]) === segment));
  const placed = [...early, ...examined.issues, ...alternatives].map((found) =>
    toIssue(found, isPatched(found.segments) ? undefined : locate(found.segments, found.atKey)),
  );
  const issues = deepFreeze(placed.sort(byPlace));
  const { document, clinic, loads, comparison, staffing } = examined;
  if (
    !document ||
    !clinic ||
    !loads ||
    !comparison ||
    !staffing ||
    issues.some(({ severity }) => severity === "error")
  ) {
    return { scenario: undefined, issues };
  }
  return { scenario: assemble({ document, clinic, loads, comparison, staffing }, issues), issues };
}

/** From the top of the file; what a patch brought comes last. */
function byPlace(a: Issue, b: Issue): number {
  const [line, column] = [a.line ?? Number.MAX_VALUE, a.column ?? 0];
  return line - (b.line ?? Number.MAX_VALUE) || column - (b.column ?? 0);
}

interface Examined {
  readonly document?: ScenarioDocument;
  readonly clinic?: Clinic;
  readonly loads?: OfferedLoads;
  readonly comparison?: ComparisonTerms;
  readonly staffing?: StaffingTerms;
  readonly issues: readonly PlacedIssue[];
}

/** Schema, cross-checks, and, if nothing is wrong, the clinic and the loads on its people. */
function examine(written: JsonObject): Examined {
  const { document, clinic, issues } = build(written);
  if (document === undefined || clinic === undefined) return { issues, ...(document ? { document } : {}) };
  // The hour by which clocks change makes no difference to loads, and only the surroundings know it.
  const model = compile(clinic, []);
  const loads = offeredLoads(model);
  const { terms: comparison, issues: unfit } = comparisonTerms(document, responseDefinitions(model));
  const { terms: staffing, issues: undecidable } = staffingTerms(document, model);
  return {
    document,
    clinic,
    loads,
    comparison,
    staffing,
    issues: [
      ...issues,
      ...checkModel(document, model),
      ...checkLoads(clinic, loads),
      ...unfit,
      ...undecidable,
    ],
  };
}

/** Schema and cross-checks; the clinic, if they found no error. */
function build(written: JsonObject): Pick<Examined, "document" | "clinic" | "issues"> {
  const parsed = scenarioSchema.safeParse(written, { jitless: true });
  if (!parsed.success) {
    const sound = salvage(scenarioSchema, written) ?? {};
    const faults = schemaIssues(written, parsed.error.issues);
    return {
      issues: [...faults, ...crossCheck(sound as SoundDocument), ...checkEvidence(sound as SoundDocument)],
    };
  }
  const document = deepFreeze(inReadingOrder(parsed.data));
  const issues = [...crossCheck(document), ...checkEvidence(document)];
  return issues.some(({ severity }) => severity === "error")
    ? { document, issues }
    : { document, clinic: buildClinic(document), issues };
}

function assemble(
  facts: Pick<Scenario, "document" | "clinic" | "loads" | "comparison" | "staffing">,
  warnings: readonly Issue[],
): Scenario {
  const { document } = facts;
  const frozen = deepFreeze({
    ...facts,
    ledger: ledgerOf(document),
    alternatives: document.alternatives as Readonly<Record<string, Patch>>,
    warnings,
  });
  // Text and hash are made when somebody asks: a check of a file, which has no use for them, is measurably sooner done.
  let text: string | undefined;
  let hash: string | undefined;
  return Object.freeze({
    ...frozen,
    get canonicalText() {
      const { $schema: _, ...content } = document;
      text ??= canonicalText(content as unknown as JsonObject);
      return text;
    },
    get hash() {
      hash ??= contentHash(this.canonicalText);
      return hash;
    },
  });
}
