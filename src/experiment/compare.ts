import { invariant } from "../errors.ts";
import { type Model, type ReplicationResult, responseDefinitions } from "../model/index.ts";
import { analyse } from "./analyse.ts";
import type { Caution } from "./analysis.ts";
import { cautionsOf } from "./cautions.ts";
import { commonResponses } from "./common-responses.ts";
import type { Comparison } from "./comparison.ts";
import { endlessCautions, fairnessCautions, mergedCautions } from "./comparison-cautions.ts";
import { type ComparisonPlan, plansOf } from "./comparison-plan.ts";
import type { Executor } from "./executor.ts";
import { joinRows } from "./join-rows.ts";
import { type AnalysedSide, type PairedRow, pairAlternative } from "./pair-alternative.ts";
import { replicateEach } from "./replicate-each.ts";
import { runKindOf } from "./run-kind.ts";
import { sanityOf } from "./sanity.ts";
import { type SelectOptions, selectBest } from "./select-best.ts";
import { skewCautions } from "./skew-cautions.ts";

const CONFIDENCE = 0.95;

/** As of a selection; `results` gets those of the plan's replications first. */
export type CompareOptions = SelectOptions;

/**
 * Runs alternatives in the same worlds, the plan's seed and replications, and compares each with the first. `models` are those of the
 * alternatives, in their order. Rejects as the executor does; throws InvariantError if a primary response is not common to all.
 */
export async function compare(
  plan: ComparisonPlan,
  models: readonly Model[],
  executor: Executor,
  options: CompareOptions = {},
): Promise<Comparison> {
  const { seed, replications, primary, selection, smallestDifferences } = plan;
  const names = plan.alternatives.map(({ name }) => name);
  const { common, leftOut } = commonResponses(models.map(responseDefinitions));
  const isCommon = (response: string) => common.some(({ definition }) => definition.name === response);
  invariant(
    primary.length > 0 && primary.every(isCommon),
    "primary responses are common to all alternatives",
  );
  const terms = { seed, confidence: CONFIDENCE, primary: new Set(primary), smallestDifferences };
  const selected = common.find(({ definition }) => definition.name === selection?.response);

  let base: AnalysedSide | undefined;
  const paired: (readonly PairedRow[])[] = [];
  const cautions: (readonly Caution[])[] = [];
  const values: (readonly number[])[] = [];
  const complete = async (place: number, results: readonly ReplicationResult[]) => {
    const model = models[place]!;
    const side = { place, results, analysis: analyse(model, results, { seed, confidence: CONFIDENCE }) };
    if (base === undefined) base = side;
    else paired.push(pairAlternative(common, side, base, terms));
    const kind = runKindOf(model, results, sanityOf(model, results));
    // That an alternative's own values are skew says little of differences, of which the intervals are here.
    cautions.push(cautionsOf(model, results, kind, []));
    if (selected !== undefined) values.push(results.map((each) => each.values[selected.places[place]!]!));
    await options.results?.(place, results);
  };
  await replicateEach(plansOf(plan), executor, complete, options);

  const { rows, jointConfidence } = joinRows(paired, terms);
  const alternatives = names.slice(1).map((name, i) => ({ name, rows: rows[i]! }));
  const better = selected?.definition.better;
  return {
    confidence: CONFIDENCE,
    jointConfidence,
    replications,
    base: names[0]!,
    alternatives,
    primary,
    leftOut: leftOut.map(({ response, having }) => ({ response, having: having.map((i) => names[i]!) })),
    ...(selection === undefined || selected === undefined || better === undefined || better === "neither"
      ? {}
      : {
          selection: await selectBest(
            selection,
            { better, places: selected.places, values },
            plan,
            executor,
            options,
          ),
        }),
    cautions: [
      ...fairnessCautions(names, models),
      ...endlessCautions(alternatives),
      ...skewCautions(names.slice(1), paired, rows),
      ...mergedCautions(names, cautions),
    ],
  };
}
