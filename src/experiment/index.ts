/**
 * Experiments: which runs to make, and what their results say.
 *
 *   Plan ──▶ Job, Job, Job … ──▶ Executor ──▶ ReplicationResult … ──▶ analyse ──▶ Analysis
 *   Factor … ──▶ Design ──▶ Plan, Plan, Plan … ──▶ Executor ──▶ PointRecord … ──▶ PointStore
 *   ComparisonPlan ──▶ the same of each alternative, in the same worlds ──▶ compare ──▶ Comparison
 *
 * Never knows where jobs run (inline, threads, other machines), what a file or a terminal is, or how numbers are printed.
 */

export { type AnalyseOptions, analyse } from "./analyse.ts";
export { type Analysis, type AnalysisRow, type Caution, estimandName } from "./analysis.ts";
export { cautionsOf } from "./cautions.ts";
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
  type SelectionTerms,
} from "./comparison-plan.ts";
export { buildDesign, type FactorRequest } from "./designs/build-design.ts";
export { type Derivation, parseDerive, valueAt } from "./designs/derived.ts";
export { DESIGN_LIMITS, type Design } from "./designs/design.ts";
export { columnName, type DesignColumn, type Factor } from "./designs/factor.ts";
export { tableDesign } from "./designs/table-design.ts";
export { parseVary } from "./designs/vary.ts";
export { type Executor, Interrupted, type Jobs, type OnResult, type StopSignal } from "./executor.ts";
export { createInlineExecutor } from "./inline-executor.ts";
export { type Job, jobId, type Offsets } from "./job.ts";
export { localOffsets } from "./local-offsets.ts";
export { type Outcome, outcomeOf, packFailure, unpack } from "./outcome.ts";
export { parsePrecisions } from "./parse-until.ts";
export { createPerformer, type Performer } from "./performer.ts";
export { jobsOf, type Plan, planId } from "./plan.ts";
export { type Precision, UNTIL_DEFAULTS, type Until } from "./precision.ts";
export { isPromiseShare, usualPrimary } from "./primary-responses.ts";
export { analyseRegimes, type RegimeAnalysis } from "./regimes.ts";
export { type EnoughRule, type ReplicateOptions, replicate } from "./replicate.ts";
export { ReplicationError } from "./replication-error.ts";
export { type Irregularity, type Overloaded, type RunKind, runKindOf } from "./run-kind.ts";
export { type LittlesLawSanity, type Sanity, sanityOf, type TeamSanity } from "./sanity.ts";
export { type SkewedResponse, skewedResponses } from "./skewed-responses.ts";
export {
  createStoppingRule,
  type PrecisionOutcome,
  type StoppingRule,
  type UntilOutcome,
} from "./stopping-rule.ts";
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
export { type PointStore, type RunPointsOptions, runPoints } from "./sweep/run-points.ts";
export { differenceOf, type SweepTerms, sweepId, sweepTerms, type TermsColumn } from "./sweep/sweep-terms.ts";
export type { WarmUp } from "./warm-up.ts";
export { type WeeklyBacklog, weeklyBacklogOf } from "./weekly-backlog.ts";
