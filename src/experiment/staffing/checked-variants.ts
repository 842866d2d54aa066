import { InputError, type Issue } from "../../errors.ts";
import { Interrupted, type StopSignal } from "../executor.ts";
import type { PlanGrid } from "./plan-grid.ts";
import type { MakeVariant, Variant } from "./variant.ts";

const MOST_SHOWN = 20;

/** Every plan of a grid, ready to be simulated. Throws InputError with the faults of all of them, each kind once; Interrupted when told so. */
export async function checkedVariants(
  grid: PlanGrid,
  make: MakeVariant,
  {
    signal,
    pause = async () => {},
    checked,
  }: { signal?: StopSignal; pause?: () => Promise<void>; checked?: () => void } = {},
): Promise<readonly Variant[]> {
  const variants: Variant[] = [];
  const kinds = new Map<string, { readonly issue: Issue; readonly plan: number; others: number }>();
  for (let plan = 0; plan < grid.size; plan++) {
    await pause();
    if (signal?.aborted === true) throw new Interrupted();
    try {
      variants.push(await make(grid.patch(plan)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const issue of error.issues.filter(({ severity }) => severity === "error")) {
        const key = `${issue.code} ${issue.path}`;
        const known = kinds.get(key);
        if (known === undefined) kinds.set(key, { issue, plan, others: 0 });
        else known.others += 1;
      }
    }
    checked?.();
  }
  if (kinds.size === 0) return variants;
  throw new InputError(
    [...kinds.values()].slice(0, MOST_SHOWN).map(({ issue, plan, others }) => ({
      ...issue,
      message: `plan “${grid.name(plan)}”: ${issue.message}${others === 0 ? "" : `; so it is in ${others} more`}`,
    })),
  );
}
