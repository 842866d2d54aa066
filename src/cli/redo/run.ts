import { jobsOf, type Plan } from "../../experiment/index.ts";
import { compile, type ReplicationResult, responseDefinitions } from "../../model/index.ts";
import { badManifest, filesOfManifest, runPlanOf } from "../../node/index.ts";
import { replicationsSheet } from "../../report/index.ts";
import { writeRun } from "../write-run.ts";
import type { ResultKind } from "./redo.ts";
import { scenarioOfManifest } from "./scenario-of-manifest.ts";

/** Results of `clinicsim run`: a sample is of replications. */
export const runKind: ResultKind = {
  format: "clinicsim/manifest/1",
  isOf: (manifest) => !("alternatives" in manifest || "stresses" in manifest),
  async open({ manifest: { text, manifest, engine: own }, engine }) {
    const told = runPlanOf(manifest);
    if (own === engine && filesOfManifest(text, told) === undefined) throw badManifest("the whole file");
    const plan: Plan = { ...told, engine };
    const scenario = scenarioOfManifest(plan.scenario, "scenario");
    const model = compile(scenario.clinic, plan.offsets.changes);
    const definitions = responseDefinitions(model);
    const unknown = plan.until?.precisions.find(
      ({ response }) => !definitions.some(({ name }) => name === response),
    );
    if (unknown !== undefined) throw badManifest("until", `there is no response ${unknown.response}`);
    const { count } = manifest.seedPlan as { readonly count: number };
    return {
      title: `run of “${scenario.clinic.name}”`,
      unit: "replication",
      units: count,
      some: async (units, { sink, executor, signal, expecting, arrived }) => {
        const replications = units.map((unit) => plan.replications[unit - 1]!);
        const results = new Map<number, ReplicationResult>();
        expecting(() => replications.length);
        await executor.run(
          jobsOf({ ...plan, keep: "responses", replications }),
          ({ replication }, result) => {
            arrived();
            results.set(replication, result);
          },
          signal,
        );
        for (const [i, replication] of replications.entries()) {
          await sink.append(replicationsSheet(definitions, [results.get(replication)!]), units[i]!);
        }
      },
      all: async ({ sink, executor, ...progress }) => {
        await writeRun({ plan, scenario, model }, executor, sink, progress);
      },
    };
  },
};
