import { invariant } from "../../errors.ts";
import {
  type Comparison,
  type ComparisonPlan,
  comparisonId,
  patternsOf,
  planId,
} from "../../experiment/index.ts";
import type { ReplicationResult } from "../../model/index.ts";
import {
  comparisonPage,
  type Document,
  type NamedPatterns,
  patternsJson,
  promiseTerms,
  readPatternsJson,
  runPage,
  summarise,
  summariseComparison,
} from "../../report/index.ts";
import { type JsonObject, parseDocument, type Scenario } from "../../scenario/index.ts";
import { version } from "../../version.ts";
import { sources } from "./sources.ts";
import type { Subject } from "./subject.ts";

/** What `clinicsim report` makes of a run. `text`: of the scenario's file. */
export function runReport(
  { scenario, model, plan }: Subject,
  results: readonly ReplicationResult[],
  text: string,
): Document {
  const summary = summarise(scenario, model, plan.seed, results);
  const patterns = asInFile([{ name: scenario.clinic.name, patterns: patternsOf(model, results) }]);
  const { engine } = plan;
  return runPage(summary, {
    scenario: asInFolder(plan.scenario),
    patterns,
    version,
    engine,
    id: planId(plan),
    sources,
    files: [text],
  });
}

/** The same of a comparison with what is pinned; `subjects` and `results`: pinned, and now. */
export function comparisonReport(
  plan: ComparisonPlan,
  subjects: readonly Subject[],
  results: readonly (readonly ReplicationResult[])[],
  comparison: Comparison,
): Document {
  const [{ scenario, model }] = subjects as [Subject];
  const worlds = comparison.replications.length;
  const patterns = asInFile(
    subjects.map((subject, i) => ({
      name: plan.alternatives[i]!.name,
      patterns: patternsOf(subject.model, results[i]!.slice(0, worlds)),
    })),
  );
  const summary = summariseComparison(scenario, model, plan.seed, comparison);
  const { engine } = plan;
  const files = subjects.map((subject) => `${JSON.stringify(subject.scenario.document, null, 2)}\n`);
  return comparisonPage(summary, promiseTerms(model), {
    scenario: asInFolder(plan.alternatives[0]!.scenario),
    patterns,
    version,
    engine,
    id: comparisonId(plan),
    sources,
    files,
  });
}

/** Patterns with the digits that `patterns.json` keeps. */
function asInFile(patterns: readonly NamedPatterns[]): readonly NamedPatterns[] {
  return readPatternsJson(patternsJson(patterns))!;
}

/** The scenario as a folder's manifest has it: without places in a text, by which warnings are ordered. */
function asInFolder(canonicalText: string): Scenario {
  const { scenario } = parseDocument(JSON.parse(canonicalText) as JsonObject);
  invariant(scenario !== undefined, "what was simulated can be read");
  return scenario;
}
