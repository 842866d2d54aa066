import { ratioOf } from "./observation.ts";
import type { SearchResult } from "./search.ts";
import type { StaffingProblem } from "./staffing-problem.ts";

/** Of the plans that keep everything, those than which none is better in both objectives, by more than matters in one; by the first objective. */
export function tradeOff(
  { plans, objectives }: Pick<StaffingProblem, "plans" | "objectives">,
  { states, searched }: Pick<SearchResult, "states" | "searched">,
): readonly { readonly name: string; readonly values: readonly number[] }[] {
  const kept = states.flatMap(({ state }, plan) =>
    state === "feasible" || state === "chosen" ? [plan] : [],
  );
  const common = Math.min(...kept.map((plan) => searched.of(plan).length));
  const found = kept
    .map((plan) => ({
      name: plans[plan]!.name,
      values: objectives.map(({ measure }) => ratioOf(searched.of(plan).slice(0, common), measure)),
    }))
    .sort((a, b) => a.values[0]! - b.values[0]! || a.values[1]! - b.values[1]!);
  const curve: typeof found = [];
  for (const each of found) {
    const last = curve.at(-1);
    if (last === undefined || each.values[1]! < last.values[1]! - objectives[1]!.matters) curve.push(each);
  }
  return curve;
}
