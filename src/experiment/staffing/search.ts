import { type Confirmation, confirm, confirmationSize } from "./confirmation.ts";
import { isDearer, objectiveDifference } from "./dearer.ts";
import { errorBudget } from "./error-budget.ts";
import { FeasibilityTest, type Verdict } from "./feasibility-test.ts";
import type { Standard } from "./standard.ts";
import { FRESH, KnownWorlds, type Worlds } from "./worlds.ts";

/** A plan among those to choose from. */
export interface SearchedPlan {
  readonly name: string;
  /** What the objective is expected to be: the order of the search. */
  readonly expected: number;
  /** What the objective is at least, for certain; −Infinity if nothing is. */
  readonly lowest: number;
  /** Of plans that cost the same, the one with less of this is better: hours kept. */
  readonly hours: number;
  /** Why it need not be tried, if that is certain. */
  readonly pruned?: string;
}

export interface SearchProblem {
  readonly plans: readonly SearchedPlan[];
  readonly standards: readonly Standard[];
  /** Ranges of the standards' measures. */
  readonly ranges: readonly (readonly [least: number, most: number])[];
  /** Measure that is to be least. */
  readonly objective: number;
  /** Differences of the objective below this one do not matter. */
  readonly matters: number;
  readonly confidence: number;
  /** Replications of a plan at most, in the search, and again to confirm it. */
  readonly atMost: number;
  /** Whether plans are tried further until all that might be feasible are known: for a trade-off. */
  readonly exhaustive?: boolean;
}

export type PlanState =
  | "pruned"
  | "not tried"
  | "dearer"
  | "infeasible"
  | "feasible"
  | "not confirmed"
  | "chosen";

interface SearchedState {
  readonly state: PlanState;
  /** By standard, as far as the search went. */
  readonly verdicts: readonly Verdict[];
  /** Whether the search was cut short by `atMost`: the verdict is then a guess. */
  readonly forced: boolean;
  readonly replications: number;
}

export interface SearchResult {
  /** Place of the plan; undefined: none was confirmed. */
  readonly chosen: number | undefined;
  /** The next plan that the search found to meet every standard. */
  readonly runnerUp: number | undefined;
  /** Plans that meet every standard, cost the same as the chosen one and keep as many hours. */
  readonly ties: readonly number[];
  /** Of each tie, what put the chosen plan before it, or after it. */
  readonly tieBreaks: readonly TieBreak[];
  readonly states: readonly SearchedState[];
  readonly confirmations: readonly Confirmation[];
  readonly searched: KnownWorlds;
  readonly fresh: KnownWorlds;
}

export interface SearchOptions {
  /** Called before a plan is tried, compared or confirmed. */
  readonly trying?: (plan: number, stage: "search" | "cost" | "confirm") => void;
}

/** Replications in the first stage of a feasibility test, and in a further block. */
const FIRST = 10;
const BLOCK = 10;
/** Hours that do not tell two plans apart. */
const SAME_HOURS = 0.01;

/**
 * Finds the plan of least objective that meets every standard.
 *
 * Plans are taken in order of what they are expected to cost, and of hours where that does not matter. Each is tested in the worlds of the
 * search until it is found feasible or not; the first that is feasible is confirmed once in fresh worlds. If that fails, the next plan is
 * taken. All later plans that might still be cheaper are compared with it in cost, and tested too if they are not surely dearer. README.md of this folder
 * says what that guarantees. Rejects as the worlds do.
 */
export async function searchPlans(
  problem: SearchProblem,
  worlds: Worlds,
  { trying }: SearchOptions = {},
): Promise<SearchResult> {
  const { plans, standards, ranges, objective, matters, confidence, atMost } = problem;
  const budget = errorBudget(confidence, standards.length);
  const searched = new KnownWorlds(worlds, 1);
  const fresh = new KnownWorlds(worlds, FRESH);
  const found = plans.map(
    ({ pruned }): { state: PlanState; verdicts: readonly Verdict[]; forced: boolean } => ({
      state: pruned === undefined ? "not tried" : "pruned",
      verdicts: [],
      forced: false,
    }),
  );
  const confirmations: Confirmation[] = [];
  const order = searchOrder(plans, matters);
  let chosen: number | undefined;

  const test = async (plan: number): Promise<boolean> => {
    trying?.(plan, "search");
    const feasibility = new FeasibilityTest(standards, await searched.first(plan, FIRST), budget.search);
    while (feasibility.verdict === "open" && feasibility.count < atMost) {
      const count = Math.min(feasibility.count + BLOCK, atMost);
      feasibility.add((await searched.first(plan, count)).slice(feasibility.count));
    }
    const forced = feasibility.verdict === "open";
    const verdict = forced ? feasibility.forced() : feasibility.verdict;
    const state = verdict === "met" ? "feasible" : "infeasible";
    found[plan] = { state, verdicts: feasibility.verdicts, forced };
    return verdict === "met";
  };

  const isConfirmed = async (plan: number): Promise<boolean> => {
    trying?.(plan, "confirm");
    const error = budget.confirmed(confirmations.length + 1);
    const known = searched.of(plan);
    const { size, isCapped } = confirmationSize(standards, known, {
      error,
      lost: budget.lost,
      atMost,
    });
    const seen = await fresh.first(plan, size);
    const confirmation = confirm(plan, standards, ranges, seen, {
      error,
      isCapped,
    });
    confirmations.push(confirmation);
    found[plan] = { ...found[plan]!, state: confirmation.passed ? "chosen" : "not confirmed" };
    return confirmation.passed;
  };

  const isSurelyDearer = async (plan: number, than: number): Promise<boolean> => {
    if (plans[plan]!.lowest >= meanOf(searched, than, objective) - matters) return true;
    trying?.(plan, "cost");
    const first = (of: number) => (count: number) => searched.first(of, count);
    return isDearer(first(plan), first(than), { measure: objective, error: budget.cost, matters });
  };

  for (const plan of order) {
    if (found[plan]!.state === "pruned") continue;
    if (chosen === undefined) {
      if ((await test(plan)) && (await isConfirmed(plan))) chosen = plan;
      continue;
    }
    if (await isSurelyDearer(plan, chosen)) {
      found[plan] = { ...found[plan]!, state: "dearer" };
      continue;
    }
    if (!(await test(plan))) continue;
    const { estimate } = objectiveDifference(searched.of(plan), searched.of(chosen), objective, confidence);
    if (estimate < -matters && (await isConfirmed(plan))) {
      found[chosen] = { ...found[chosen]!, state: "feasible" };
      chosen = plan;
    }
  }

  // Those that only cost more have not been tried: the next of them that is feasible, and what costs the same.
  const better = chosen;
  let runnerUp: number | undefined;
  const ties: number[] = [];
  if (better !== undefined) {
    const left = order.filter((plan) => plan !== better && found[plan]!.state !== "pruned");
    for (const plan of left) {
      const { state } = found[plan]!;
      if (state === "infeasible" || state === "not confirmed") continue;
      const isEqual =
        isSameCost(searched, plan, better, problem) && areSameHours(plans[plan]!, plans[better]!);
      if (runnerUp !== undefined && !isEqual && problem.exhaustive !== true) continue;
      if (state !== "feasible" && !(await test(plan))) continue;
      runnerUp ??= plan;
      if (isEqual) ties.push(plan);
    }
  }
  return {
    chosen,
    runnerUp,
    ties,
    tieBreaks: ties.map((plan) => tieBreakOf(plans, matters, better!, plan)),
    states: found.map((each, plan) => ({
      ...each,
      replications: searched.of(plan).length,
    })),
    confirmations,
    searched,
    fresh,
  };
}

/** By expected objective; plans within what matters of the cheapest of their group by hours, then as they were listed. */
export function searchOrder(plans: readonly SearchedPlan[], matters: number): readonly number[] {
  return searchGroups(plans, matters).flat();
}

function searchGroups(plans: readonly SearchedPlan[], matters: number): readonly (readonly number[])[] {
  const byCost = plans.map((_, i) => i).sort((a, b) => plans[a]!.expected - plans[b]!.expected || a - b);
  const groups: number[][] = [];
  for (let at = 0; at < byCost.length; ) {
    const limit = plans[byCost[at]!]!.expected + matters;
    let end = at;
    while (end < byCost.length && plans[byCost[end]!]!.expected <= limit) end += 1;
    groups.push(byCost.slice(at, end).sort((a, b) => plans[a]!.hours - plans[b]!.hours || a - b));
    at = end;
  }
  return groups;
}

/** What put one plan before the other in the order of the search. */
export type TieBreak = "expected cost" | "hours" | "list";

function tieBreakOf(plans: readonly SearchedPlan[], matters: number, a: number, b: number): TieBreak {
  const isTogether = searchGroups(plans, matters).some((group) => group.includes(a) && group.includes(b));
  if (!isTogether) return "expected cost";
  return plans[a]!.hours === plans[b]!.hours ? "list" : "hours";
}

function meanOf(searched: KnownWorlds, plan: number, measure: number): number {
  let [top, bottom] = [0, 0];
  for (const each of searched.of(plan)) {
    top += each[2 * measure]!;
    bottom += each[2 * measure + 1]!;
  }
  return top / bottom;
}

function areSameHours(a: SearchedPlan, b: SearchedPlan): boolean {
  return Math.abs(a.hours - b.hours) <= SAME_HOURS * Math.max(1, Math.abs(b.hours));
}

/** Whether two plans surely differ by less than what matters, in the worlds that both have seen; a plan that has seen none goes by what is expected. */
function isSameCost(
  searched: KnownWorlds,
  plan: number,
  than: number,
  { plans, objective, matters, confidence }: SearchProblem,
): boolean {
  if (searched.of(plan).length < 2) return Math.abs(plans[plan]!.expected - plans[than]!.expected) < matters;
  const { low, high } = objectiveDifference(searched.of(plan), searched.of(than), objective, confidence);
  return low > -matters && high < matters;
}
