/**
 * Staffing: which plan is the cheapest that keeps every promise, and why one fewer does not. README.md says by what method, and what
 * that guarantees.
 *
 *   Decision … ──▶ PlanGrid ──▶ StaffingProblem ──searchPlans──▶ chosen plan ──explain──▶ StaffingAnswer
 *                                                 Worlds: search │ fresh
 */
export type * from "./answer.ts";
export { checkedVariants } from "./checked-variants.ts";
export { type DecideOptions, decideStaffing } from "./decide-staffing.ts";
export { type Decision, decisionOf } from "./decision.ts";
export { type PlanGrid, planGrid } from "./plan-grid.ts";
export { type BlockStore, type SimulatedOptions, SimulatedWorlds } from "./simulated-worlds.ts";
export { type StaffingPlan, staffingId } from "./staffing-plan.ts";
export { type StaffingProblem, staffingProblem } from "./staffing-problem.ts";
export { bareDocument, type MakeVariant, type Variant, variantMaker } from "./variant.ts";
export { FRESH } from "./worlds.ts";
