import {
  bareDocument,
  decideStaffing,
  decisionOf,
  planGrid,
  type StaffingAnswer,
  type StaffingProblem,
  staffingProblem,
  type Variant,
  variantMaker,
} from "../../../src/experiment/index.ts";
import { observer } from "../../../src/experiment/staffing/measure.ts";
import { runReplication } from "../../../src/model/index.ts";
import type { JsonObject, Patch } from "../../../src/scenario/index.ts";
import { changed } from "../alternatives.ts";

const noClock = async () => ({ atStart: 0, changes: [] });

/** The tiny clinic with a section on staffing and other changes: what is to be decided, and how its plans are made. */
export async function staffingOf(staffing: object, patch: Patch = {}) {
  const scenario = changed({ ...patch, staffing: staffing as never });
  const document = scenario.document as unknown as JsonObject;
  const grid = planGrid(scenario.staffing.decisions.map((each) => decisionOf(each, document)));
  const bare = bareDocument(scenario);
  const make = variantMaker(bare, noClock);
  const base = await make({});
  const variants: Variant[] = [];
  for (let plan = 0; plan < grid.size; plan++) variants.push(await make(grid.patch(plan)));
  return { problem: staffingProblem(grid, variants, base, scenario.staffing), bare, make, base, variants };
}

/** What replications of a variant say, one after the other. */
function simulateWith({ measures }: Pick<StaffingProblem, "measures">) {
  return async ({ model }: Variant, first: number, count: number) => {
    const read = observer(model, measures);
    return Array.from({ length: count }, (_, i) =>
      read(runReplication(model, { seed: 7, replication: first + i, keep: "responses" })),
    );
  };
}

/** The answer, with as few worlds as can be for the reasons. */
export async function answerOf(
  staffing: object,
  patch: Patch = {},
  { atMost = 60, worlds = 4 } = {},
): Promise<StaffingAnswer> {
  const { problem, ...rest } = await staffingOf(staffing, patch);
  return decideStaffing(problem, { ...rest, simulate: simulateWith(problem), atMost, worlds });
}
