/**
 * The scenario: what a planner writes, read, checked and made into a clinic.
 *
 *   text ─JSON with comments─▶ value ─migrate, patch─▶ value ─schema, cross-checks─▶ document ─build─▶ Clinic
 *                                                  └────────── issues: all of them, with path, line and column
 *
 * It never throws on bad input, and it must never know running: no experiments, no files, no terminal.
 */

export { type Amount, amountAt } from "./amount-at.ts";
export type { ComparisonTerms } from "./comparison-terms.ts";
export { HOLIDAY_PRESETS, type Holiday, holidaysOf } from "./dates/holidays.ts";
export type { WrittenDecision } from "./decisions.ts";
export { didYouMean } from "./did-you-mean.ts";
export {
  FORMAT_VERSION,
  type ScenarioDocument,
  type SpecialtyDocument,
  type TeamDocument,
} from "./format/scenario-schema.ts";
export { GRADES } from "./format/validation.ts";
export { scenarioJsonSchema } from "./json-schema.ts";
export type { JsonObject, JsonValue } from "./json-value.ts";
export { type LedgerEntry, ledgerGaps, vouchedPlaces } from "./ledger.ts";
export { LIMITS } from "./limits.ts";
export { type Migration, migrate } from "./migrate.ts";
export { clinicOfText, type ParseOptions, parseDocument, parseScenario, patchScenario } from "./parse.ts";
export { type Patch, parseSetFlag, patchDocument } from "./patch.ts";
export { patchBetween } from "./patch-between.ts";
export { formatPath, parsePath } from "./path.ts";
export { placesOf } from "./places.ts";
export {
  type KnownParameter,
  type KnownPolicy,
  type PolicySeam,
  policyCatalogue,
  policyInFile,
} from "./policy-catalogue.ts";
export type { Bound } from "./quantities/bound.ts";
export { type Difference, differenceIn } from "./quantities/difference.ts";
export { distributionSpec } from "./quantities/distribution.ts";
export { daysIn } from "./quantities/duration.ts";
export { isUnitWritten, unitWord } from "./quantities/unit-words.ts";
export { GRADE_WORDS, type Grade, gradedHash, gradeSentence } from "./replay-grade.ts";
export { responseHint } from "./response-hint.ts";
export type { Parsed, Scenario } from "./scenario.ts";
export { type ShareGroup, shareGroupOf } from "./share-group.ts";
export type { StaffingTerms } from "./staffing-terms.ts";
export { starterText } from "./starter.ts";
export { editText } from "./text/edit-text.ts";
