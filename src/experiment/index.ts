/**
 * Experiments: which runs to make, and what their results say.
 *
 *   Plan ──▶ Job, Job, Job … ──▶ Executor ──▶ ReplicationResult … ──▶ analyse ──▶ Analysis
 *   Factor … ──▶ Design ──▶ Plan, Plan, Plan … ──▶ Executor ──▶ PointRecord … ──▶ PointStore
 *   Scenario ──▶ UncertainInputs ──▶ SensitivityDesign ──▶ the same ──▶ SensitivityTally ──▶ Sensitivity
 *   ComparisonPlan ──▶ the same of each alternative, in the same worlds ──▶ compare ──▶ Comparison
 *   UncertainInputs ──▶ draws ──▶ the same of each draw ──▶ inputUncertainty ──▶ InputUncertainty
 *   PointRecord … ──▶ DiscoveryTable ──▶ discover ──▶ Discovery: when it fails
 *
 * Never knows where jobs run (inline, threads, other machines), what a file or a terminal is, or how numbers are printed.
 */

export { type AnalyseOptions, analyse } from "./analyse.ts";
export { type Analysis, type AnalysisRow, type Caution, estimandName } from "./analysis.ts";
export { cautionsOf } from "./cautions.ts";
export { type CheckedPromise, checkPromises, type PromiseLimit } from "./check-promises.ts";
export { type CommonResponse, commonResponses, type LeftOutResponse } from "./common-responses.ts";
export { type CompareOptions, compare } from "./compare.ts";
export type {
  ComparedAlternative,
  Comparison,
  ComparisonRow,
  Conclusion,
  Estimate,
  Selection,
} from "./comparison.ts";
export {
  type Alternative,
  type ComparisonPlan,
  comparisonId,
  plansOf,
  type SelectionTerms,
} from "./comparison-plan.ts";
export { buildDesign, type FactorRequest } from "./designs/build-design.ts";
export { type Derivation, parseDerive, valueAt } from "./designs/derived.ts";
export { DESIGN_LIMITS, type Design } from "./designs/design.ts";
export { columnName, type DesignColumn, type Factor } from "./designs/factor.ts";
export { remakeDesign } from "./designs/remake-design.ts";
export { tableDesign } from "./designs/table-design.ts";
export { parseVary } from "./designs/vary.ts";
export { type Condition, parseCondition } from "./discovery/condition.ts";
export {
  type DiscoveredCondition,
  type DiscoveredTradeOff,
  type DiscoverOptions,
  type Discovery,
  discover,
  FEWEST_POINTS,
} from "./discovery/discover.ts";
export type { DiscoveryFactor, DiscoveryTable } from "./discovery/discovery-table.ts";
export { type DiscoveryTerms, discoveryId } from "./discovery/discovery-terms.ts";
export { DiscoveryRows, type Judged } from "./discovery/outcome.ts";
export { promisesBroken } from "./discovery/promises-broken.ts";
export type { RuleCondition } from "./discovery/rule.ts";
export { type Executor, Interrupted, type Jobs, type OnResult, type StopSignal } from "./executor.ts";
export { EVENTS, isNothing, plainCell, roleOf, urgentOf, visitModeOf } from "./extract/cell-words.ts";
export type {
  Extract,
  ExtractCounts,
  ExtractNames,
  ExtractReading,
  ExtractSample,
  ExtractTouches,
} from "./extract/extract.ts";
export { ExtractBuilder, type ExtractTerms } from "./extract/extract-builder.ts";
export type { ExtractCalls } from "./extract/extract-calls.ts";
export { CLOCK_DAYS, ExtractClock, FIRST_DATE, FIRST_DAY } from "./extract/extract-clock.ts";
export type { ExtractFault, FaultPlace } from "./extract/extract-fault.ts";
export {
  EXTRACT_FIELDS,
  type ExtractField,
  type ExtractForm,
  SENDERS,
  TOUCHES,
} from "./extract/extract-field.ts";
export type { ExtractRoster } from "./extract/extract-roster.ts";
export type { ExtractVisits } from "./extract/extract-visits.ts";
export type { Identities } from "./extract/identities.ts";
export {
  type ColumnMap,
  type MappingRequest,
  mapColumns,
  PRESETS,
  parseMapFlag,
} from "./extract/map-columns.ts";
export { type RecognisedTimes, SLIP_SHARE, TimeRecogniser } from "./extract/recognise-times.ts";
export type { SynthesisOptions, SyntheticPerson } from "./extract/synthesis-options.ts";
export {
  type SyntheticCall,
  type SyntheticLog,
  type SyntheticMessage,
  type SyntheticShift,
  type SyntheticTouch,
  synthesise,
} from "./extract/synthesise.ts";
export { parseTimeFormat, type TimeFormat, timeFormatText } from "./extract/time-format.ts";
export { TimeReader, type WrittenTime, writtenTime } from "./extract/time-reader.ts";
export * from "./fit/index.ts";
export {
  findHeadroom,
  type Headroom,
  type HeadroomSearch,
  type HeadroomStep,
  notLookedFor,
  QUICK_WORLDS,
} from "./headroom.ts";
export { createInlineExecutor } from "./inline-executor.ts";
export { checkDraws } from "./input-uncertainty/check-draws.ts";
export {
  type CheckedDraws,
  FEWEST_DRAWS,
  type InputUncertainty,
  inputUncertainty,
  type UncertainAlternative,
  type UncertaintyDifference,
  type UncertaintyRow,
} from "./input-uncertainty/input-uncertainty.ts";
export { type DrawPreparer, drawPreparer, type PreparedDraw } from "./input-uncertainty/prepare-draw.ts";
export { type RunDrawsOptions, runDraws } from "./input-uncertainty/run-draws.ts";
export { replicationsOf, type UncertaintyPlan, uncertaintyId } from "./input-uncertainty/uncertainty-plan.ts";
export type { Choice, LeftOutInput, NumberRange, UncertainInput } from "./inputs/uncertain-input.ts";
export { type InputsRequest, type UncertainInputs, uncertainInputs } from "./inputs/uncertain-inputs.ts";
export { type Job, jobId, type Offsets } from "./job.ts";
export { localOffsets } from "./local-offsets.ts";
export { type Outcome, outcomeOf, packFailure, unpack } from "./outcome.ts";
export { parsePrecisions } from "./parse-until.ts";
export {
  type BacklogWeek,
  type FirstReplies,
  type Patterns,
  type PromiseMonth,
  patternsOf,
  type TeamWeek,
} from "./patterns.ts";
export { createPerformer, type Performer } from "./performer.ts";
export { jobsOf, type Plan, planId } from "./plan.ts";
export { type Precision, UNTIL_DEFAULTS, type Until } from "./precision.ts";
export { isPromiseShare, usualPrimary } from "./primary-responses.ts";
export { analyseRegimes, type RegimeAnalysis } from "./regimes.ts";
export * from "./replay/index.ts";
export { type EnoughRule, type ReplicateOptions, replicate } from "./replicate.ts";
export { countRuns, replicateEach } from "./replicate-each.ts";
export { ReplicationError } from "./replication-error.ts";
export { roundedUp } from "./rounded-up.ts";
export { type Irregularity, type Overloaded, type RunKind, runKindOf } from "./run-kind.ts";
export { type LittlesLawSanity, type Sanity, sanityOf, type TeamSanity } from "./sanity.ts";
export { type LoadCrossing, loadCrossings } from "./sensitivity/load-crossings.ts";
export {
  firstReplication,
  pointDesign,
  type SensitivityRequest,
  sensitivityDesign,
  sensitivityPreparer,
} from "./sensitivity/point-design.ts";
export {
  isSensitivityMethod,
  type RemadeSensitivity,
  remakeSensitivity,
} from "./sensitivity/remake-sensitivity.ts";
export {
  type InputEffect,
  isTold,
  movingEffects,
  type ResponseSensitivity,
  type Sensitivity,
  type SettingEffect,
  sizeOf,
} from "./sensitivity/sensitivity.ts";
export {
  SENSITIVITY_METHODS,
  type SensitivityDesign,
  type SensitivityMethod,
} from "./sensitivity/sensitivity-design.ts";
export { boundedResponses } from "./sensitivity/sensitivity-responses.ts";
export { SensitivityTally } from "./sensitivity/sensitivity-tally.ts";
export type { Measured } from "./sensitivity/sobol-indices.ts";
export { type SkewedResponse, skewedResponses } from "./skewed-responses.ts";
export * from "./staffing/index.ts";
export {
  createStoppingRule,
  type PrecisionOutcome,
  type StoppingRule,
  type UntilOutcome,
} from "./stopping-rule.ts";
export { WATCHED } from "./stress/measure-stress.ts";
export {
  type StressedScenario,
  type StressScenarios,
  stressNames,
  stressScenarios,
} from "./stress/plan-stress.ts";
export { type StressOptions, stress } from "./stress/stress.ts";
export {
  type LeftOutStress,
  looksOf,
  type StressCase,
  type StressPlan,
  stressId,
  stressRuns,
} from "./stress/stress-plan.ts";
export type {
  Bounded,
  PathPoint,
  StressedPromise,
  StressedRun,
  StressReport,
  StressResult,
  Verdict,
} from "./stress/stress-result.ts";
export { type CheckOptions, checkPoints } from "./sweep/check-points.ts";
export { PointError } from "./sweep/point-error.ts";
export type { PointRecord, PointResult, ResponseColumn } from "./sweep/point-result.ts";
export { readPoint, type WrittenPoint, writePoint } from "./sweep/point-text.ts";
export {
  type PreparedPoint,
  type PreparePoint,
  patchOfLevels,
  pointPreparer,
} from "./sweep/prepare-point.ts";
export { type PointStore, type RunPointsOptions, responseColumns, runPoints } from "./sweep/run-points.ts";
export { differenceOf, type SweepTerms, sweepId, sweepTerms, type TermsColumn } from "./sweep/sweep-terms.ts";
export type { WarmUp } from "./warm-up.ts";
export { type WeeklyBacklog, weeklyBacklogOf } from "./weekly-backlog.ts";
