/**
 * Experiments: which runs to make, and what their results say.
 *
 *   Plan ──▶ Job, Job, Job … ──▶ Executor ──▶ ReplicationResult … ──▶ analyse ──▶ Analysis
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
export { type Executor, Interrupted, type OnResult, type StopSignal } from "./executor.ts";
export { createInlineExecutor } from "./inline-executor.ts";
export { type Job, jobId, type Offsets } from "./job.ts";
export { createPerformer, type Performer } from "./performer.ts";
export { jobsOf, type Plan, planId } from "./plan.ts";
export { isPromiseShare, usualPrimary } from "./primary-responses.ts";
export { type ReplicateOptions, replicate } from "./replicate.ts";
export { ReplicationError } from "./replication-error.ts";
export { type LittlesLawSanity, type Sanity, sanityOf, type TeamSanity } from "./sanity.ts";
