/**
 * The scenario: what a planner writes, read, checked and made into a clinic.
 *
 *   text ─JSON with comments─▶ value ─migrate, patch─▶ value ─schema, cross-checks─▶ document ─build─▶ Clinic
 *                                                  └────────── issues: all of them, with path, line and column
 *
 * It never throws on bad input, and it must never know running: no experiments, no files, no terminal.
 */

export type { ComparisonTerms } from "./comparison-terms.ts";
export { HOLIDAY_PRESETS, type Holiday, holidaysOf } from "./dates/holidays.ts";
export { didYouMean } from "./did-you-mean.ts";
export type { ScenarioDocument, SpecialtyDocument, TeamDocument } from "./format/scenario-schema.ts";
export { FORMAT_VERSION } from "./format/scenario-schema.ts";
export { scenarioJsonSchema } from "./json-schema.ts";
export type { JsonObject, JsonValue } from "./json-value.ts";
export { type LedgerEntry, ledgerGaps } from "./ledger.ts";
export { type Migration, migrate } from "./migrate.ts";
export { type ParseOptions, parseDocument, parseScenario, patchScenario } from "./parse.ts";
export { type Patch, parseSetFlag, patchDocument } from "./patch.ts";
export { patchBetween } from "./patch-between.ts";
export { formatPath, parsePath } from "./path.ts";
export {
  type KnownParameter,
  type KnownPolicy,
  type PolicySeam,
  policyCatalogue,
  policyInFile,
} from "./policy-catalogue.ts";
export { type Difference, differenceIn } from "./quantities/difference.ts";
export type { Parsed, Scenario } from "./scenario.ts";
export { starterText } from "./starter.ts";
export { editText } from "./text/edit-text.ts";
