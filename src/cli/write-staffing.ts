import {
  bareDocument,
  checkedVariants,
  decideStaffing,
  decisionOf,
  planGrid,
  type SimulatedOptions,
  SimulatedWorlds,
  type StaffingPlan,
  type StaffingProblem,
  staffingProblem,
  type Variant,
  variantMaker,
} from "../experiment/index.ts";
import type { ResultSink } from "../node/index.ts";
import {
  type StaffingSummary,
  staffingJson,
  staffingPlansSheet,
  staffingStepsSheet,
} from "../report/index.ts";
import type { JsonObject, Scenario } from "../scenario/index.ts";
import { planScenarioText } from "./plan-scenario.ts";

export const STAFFING_SUMMARY = "staffing.json";
export const STAFFING_PLAN = "plan.json";

type Grid = ReturnType<typeof planGrid>;

/** A question of staffing, with every plan checked. */
export interface PreparedStaffing {
  readonly scenario: Scenario;
  readonly problem: StaffingProblem;
  readonly bare: ReturnType<typeof bareDocument>;
  readonly make: ReturnType<typeof variantMaker>;
  readonly base: Variant;
}

/** The plans that a scenario lets be chosen. Throws InputError where there are none, or too many. */
export function staffingGrid({ document, staffing }: Scenario): Grid {
  return planGrid(
    staffing.decisions.map((decision) => decisionOf(decision, document as unknown as JsonObject)),
  );
}

/** Checks every plan of the grid. Throws InputError where none can be run, or nothing is to be kept. */
export async function prepareStaffing(
  scenario: Scenario,
  grid: Grid,
  clockOf: Parameters<typeof variantMaker>[1],
  options: Parameters<typeof checkedVariants>[2],
): Promise<PreparedStaffing> {
  const bare = bareDocument(scenario);
  const make = variantMaker(bare, clockOf);
  const base = await make({});
  const variants = await checkedVariants(grid, make, options);
  return { scenario, problem: staffingProblem(grid, variants, base, scenario.staffing), bare, make, base };
}

/** What simulates, and who is told of it. */
export interface Simulating
  extends Pick<SimulatedOptions, "executor" | "store" | "signal" | "arrived">,
    Partial<Pick<Parameters<typeof decideStaffing>[1], "trying" | "explaining">> {}

/** Finds the answer and writes its files. Rejects as the executor does. */
export async function writeStaffing(
  { scenario, problem, bare, make, base }: PreparedStaffing,
  { engine, atMost, worlds: count }: StaffingPlan,
  sink: ResultSink,
  { trying, explaining, ...simulating }: Simulating,
): Promise<StaffingSummary> {
  const { name, run } = scenario.clinic;
  const { start, warmUpDays, lengthDays, runOutDays, seed } = run;
  const worlds = new SimulatedWorlds({ engine, seed, measures: problem.measures, ...simulating });
  const answer = await decideStaffing(problem, {
    base,
    bare,
    make,
    simulate: (variant: Variant, first, size) => worlds.observe(variant, first, size),
    atMost,
    worlds: count,
    ...(trying === undefined ? {} : { trying }),
    ...(explaining === undefined ? {} : { explaining }),
  });
  const summary = { scenario: name, start, warmUpDays, lengthDays, runOutDays, seed, answer };
  await sink.append(staffingPlansSheet(answer));
  await sink.append(staffingStepsSheet(answer));
  await sink.write(STAFFING_SUMMARY, staffingJson(summary));
  if (answer.chosen !== undefined) await sink.write(STAFFING_PLAN, planScenarioText(scenario, answer.chosen));
  return summary;
}
