import {
  type ComparisonPlan,
  commonResponses,
  countRuns,
  plansOf,
  replicateEach,
} from "../../experiment/index.ts";
import { compile, type ResponseDefinition, responseDefinitions } from "../../model/index.ts";
import { badManifest, comparisonPlanOf, filesOfManifest } from "../../node/index.ts";
import { alternativeReplicationsSheet, alternativesColumns } from "../../report/index.ts";
import { writeComparison } from "../write-comparison.ts";
import type { ResultKind } from "./redo.ts";
import { scenarioOfManifest } from "./scenario-of-manifest.ts";

/** Results of `clinicsim compare`: a sample is of worlds, each of which is run with every alternative. */
export const comparisonKind: ResultKind = {
  format: "clinicsim/manifest/1",
  isOf: (manifest) => "alternatives" in manifest,
  async open({ manifest: { text, manifest, engine: own }, engine }) {
    const told = comparisonPlanOf(manifest);
    if (own === engine && filesOfManifest(text, told) === undefined) throw badManifest("the whole file");
    const plan: ComparisonPlan = { ...told, engine };
    if (plan.alternatives.length < 2) throw badManifest("alternatives", "there is nothing to compare");
    const scenarios = plan.alternatives.map(({ scenario, name }) =>
      scenarioOfManifest(scenario, `alternatives, “${name}”`),
    );
    const models = scenarios.map(({ clinic }, i) => compile(clinic, plan.alternatives[i]!.offsets.changes));
    const lists = models.map(responseDefinitions);
    checkResponses(plan, lists);
    const columns = alternativesColumns(lists);
    const worlds = plan.replications.length;
    return {
      title: `comparison of ${plan.alternatives.length} ways to run “${scenarios[0]!.clinic.name}”`,
      unit: "world",
      units: worlds,
      some: async (units, { sink, executor, signal, expecting, arrived }) => {
        const replications = units.map((unit) => plan.replications[unit - 1]!);
        const plans = plansOf({ ...plan, replications });
        expecting(() => countRuns(plans));
        await replicateEach(
          plans,
          executor,
          async (index, results) => {
            for (const [i, result] of results.entries()) {
              const { name } = plan.alternatives[index]!;
              const sheet = alternativeReplicationsSheet(columns, name, lists[index]!, [result]);
              await sink.append(sheet, index * worlds + units[i]!);
            }
          },
          { arrived, signal },
        );
      },
      all: async ({ sink, executor, signal, expecting, arrived }) => {
        let total = countRuns(plansOf(plan));
        expecting(() => total);
        const growing = (count: number) => {
          total += count;
        };
        await writeComparison({ plan, models, base: scenarios[0]! }, executor, sink, {
          arrived,
          signal,
          growing,
        });
      },
    };
  },
};

/** Throws InputError where a response decides that not all alternatives have, or is selected by though none can be. */
function checkResponses(
  { primary, selection, replications }: ComparisonPlan,
  lists: readonly (readonly ResponseDefinition[])[],
): void {
  const common = commonResponses(lists).common.map(({ definition }) => definition);
  const lost = primary.find((response) => !common.some(({ name }) => name === response));
  if (lost !== undefined || primary.length === 0)
    throw badManifest("primary", `${lost ?? "nothing"} cannot decide`);
  if (selection === undefined) return;
  const { response, indifference, probability } = selection;
  const definition = common.find(({ name }) => name === response);
  if (definition === undefined || definition.better === "neither") {
    throw badManifest("selection.response", `nothing can be selected by ${response}`);
  }
  if (replications.length < 2 || !(indifference > 0 && probability > 0.5 && probability < 1)) {
    throw badManifest("selection");
  }
}
