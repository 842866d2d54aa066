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
  type NamedHeadroom,
  type NamedPatterns,
  patternsJson,
  promiseTerms,
  type Recommended,
  readPatternsJson,
  recommendedOf,
  runPage,
  subjectOf,
  summarise,
  summariseComparison,
} from "../../report/index.ts";
import { type JsonObject, parseDocument, type Scenario } from "../../scenario/index.ts";
import { version } from "../../version.ts";
import type { ReportHeadroomOptions } from "./report-headroom.ts";
import { sources } from "./sources.ts";
import type { Subject } from "./subject.ts";

/** Looks for the volume at which a promise breaks, of what a report recommends or is about; undefined where nobody would. */
export type LookForHeadroom = (
  recommended: Recommended,
  subject: Subject,
  of: Pick<ReportHeadroomOptions, "result" | "seed" | "replications">,
) => Promise<NamedHeadroom | undefined>;

/** What `clinicsim report` makes of a run. `text`: of the scenario's file. */
export async function runReport(
  subject: Subject,
  results: readonly ReplicationResult[],
  text: string,
  look: LookForHeadroom,
): Promise<Document> {
  const { scenario, model, plan } = subject;
  const summary = summarise(scenario, model, plan.seed, results);
  const patterns = asInFile([{ name: scenario.clinic.name, patterns: patternsOf(model, results) }]);
  const { engine, seed, replications } = plan;
  const id = planId(plan);
  const headroom = await look(subjectOf(summary), subject, { result: id, seed, replications });
  return runPage(summary, {
    scenario: asInFolder(plan.scenario),
    patterns,
    version,
    engine,
    id,
    sources,
    ...(headroom === undefined ? {} : { headroom }),
    files: [text],
  });
}

/** The same of a comparison with what is pinned; `subjects` and `results`: pinned, and now. */
export async function comparisonReport(
  plan: ComparisonPlan,
  subjects: readonly Subject[],
  results: readonly (readonly ReplicationResult[])[],
  comparison: Comparison,
  look: LookForHeadroom,
): Promise<Document> {
  const [{ scenario, model }] = subjects as [Subject];
  const worlds = comparison.replications.length;
  const patterns = asInFile(
    subjects.map((subject, i) => ({
      name: plan.alternatives[i]!.name,
      patterns: patternsOf(subject.model, results[i]!.slice(0, worlds)),
    })),
  );
  const summary = summariseComparison(scenario, model, plan.seed, comparison);
  const { engine, seed, replications } = plan;
  const id = comparisonId(plan);
  const recommended = recommendedOf(summary, promiseTerms(model));
  const chosen = subjects[plan.alternatives.findIndex(({ name }) => name === recommended.name)];
  invariant(chosen !== undefined, "what is recommended was compared");
  const headroom = await look(recommended, chosen, { result: id, seed, replications });
  const files = subjects.map((subject) => `${JSON.stringify(subject.scenario.document, null, 2)}\n`);
  return comparisonPage(summary, promiseTerms(model), {
    scenario: asInFolder(plan.alternatives[0]!.scenario),
    patterns,
    version,
    engine,
    id,
    sources,
    ...(headroom === undefined ? {} : { headroom }),
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
