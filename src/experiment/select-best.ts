import type { ReplicationResult } from "../model/index.ts";
import { KnSelection } from "../stats/index.ts";
import type { Selection } from "./comparison.ts";
import { type ComparisonPlan, plansOf, type SelectionTerms } from "./comparison-plan.ts";
import type { Executor } from "./executor.ts";
import { countRuns, type ReplicateEachOptions, replicateEach } from "./replicate-each.ts";
import { sureSkewness } from "./sure-skewness.ts";

/** Fewest replications added at once, and the share of those so far that is. */
const BLOCK = { least: 10, share: 0.25 };
/** Skewness of differences from which on a procedure for normal ones is not to be relied on without a word. */
const SKEW = 1.5;

export interface SelectOptions extends ReplicateEachOptions {
  /** Called with what is still to be run, whenever more is. */
  readonly growing?: (count: number) => void;
  /** Called with the further results of every alternative that is still in, block by block. */
  readonly results?: (alternative: number, results: readonly ReplicationResult[]) => void | Promise<void>;
}

/** What a selection begins with. */
export interface FirstStage {
  readonly better: "lower" | "higher";
  /** Place of the response among those of each alternative. */
  readonly places: readonly number[];
  /** Its value in each replication of the plan, by alternative. */
  readonly values: readonly (readonly number[])[];
}

/**
 * Selects the best alternative by the mean over replications of one response, running more replications only of those that may still be
 * the best, in common blocks. Rejects as the executor does.
 */
export async function selectBest(
  terms: SelectionTerms,
  { better, places, values }: FirstStage,
  plan: ComparisonPlan,
  executor: Executor,
  { growing, results, ...options }: SelectOptions,
): Promise<Selection> {
  const { response, indifference, probability, atMost } = terms;
  const names = plan.alternatives.map(({ name }) => name);
  const spent = values.map((list) => list.length);
  const selectionOf = (left: readonly number[], why?: string): Selection => ({
    response,
    indifference,
    probability,
    left: left.map((i) => names[i]!),
    spent: names.map((name, i) => ({ name, replications: spent[i]! })),
    ...(why === undefined ? {} : { why }),
  });
  const everybody = names.map((_, i) => i);
  const endless = values.findIndex((list) => !list.every(Number.isFinite));
  if (endless >= 0) return selectionOf(everybody, withoutEnd(names[endless]!));
  const kn = new KnSelection(values, { probability, indifference, better });
  const skew = isSkew(kn.survivors.map((alternative) => values[alternative]!))
    ? "the differences between those that are hard to tell apart are skew, so that the probability may be less than stated"
    : undefined;
  const plans = plansOf(plan);
  let last = plan.replications.at(-1)!;
  while (kn.survivors.length > 1) {
    const size = Math.min(
      Math.max(BLOCK.least, Math.ceil(BLOCK.share * kn.count)),
      kn.most - kn.count,
      atMost - kn.count,
    );
    if (size < 1) {
      const needed = `${kn.most} could be needed`;
      return selectionOf(kn.survivors, `it was to end after ${atMost} replications of each, and ${needed}`);
    }
    const { survivors } = kn;
    const replications = Array.from({ length: size }, (_, i) => last + 1 + i);
    last += size;
    const block = survivors.map((): readonly number[] => []);
    const complete = async (index: number, found: readonly ReplicationResult[]) => {
      const alternative = survivors[index]!;
      spent[alternative]! += size;
      block[index] = found.map((result) => result.values[places[alternative]!]!);
      await results?.(alternative, found);
    };
    const further = survivors.map((alternative) => ({ ...plans[alternative]!, replications }));
    growing?.(countRuns(further));
    await replicateEach(further, executor, complete, options);
    const open = block.findIndex((list) => !list.every(Number.isFinite));
    if (open >= 0) return selectionOf(survivors, withoutEnd(names[survivors[open]!]!));
    kn.add(block);
  }
  return selectionOf(kn.survivors, skew);
}

function withoutEnd(name: string): string {
  return `in some world of “${name}” it has no end, or is not defined, and has no mean then`;
}

function isSkew(values: readonly (readonly number[])[]): boolean {
  return values.some((own, i) =>
    values.slice(i + 1).some((other) => {
      return Math.abs(sureSkewness(own.map((value, world) => value - other[world]!))) > SKEW;
    }),
  );
}
