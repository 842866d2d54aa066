import { setImmediate } from "node:timers/promises";
import {
  checkDraws,
  commonResponses,
  drawPreparer,
  FEWEST_DRAWS,
  runDraws,
  type UncertaintyPlan,
  uncertainInputs,
} from "../../experiment/index.ts";
import { compile, responseDefinitions } from "../../model/index.ts";
import { badManifest, filesOfUncertaintyManifest, uncertaintyPlanOf } from "../../node/index.ts";
import { alternativesColumns, drawReplicationsSheet, drawsSheet } from "../../report/index.ts";
import { rememberingClock } from "../resolve-clock.ts";
import { writeUncertainty } from "../write-uncertainty.ts";
import type { ResultKind } from "./redo.ts";
import { scenarioOfManifest } from "./scenario-of-manifest.ts";

/** Results of `run` and `compare` with `--input-uncertainty`: a sample is of draws, each with all of its replications of every alternative. */
export const uncertaintyKind: ResultKind = {
  format: "clinicsim/uncertainty/1",
  isOf: () => true,
  async open({ manifest: { text, manifest, engine: own }, engine }) {
    const { only, ...told } = uncertaintyPlanOf(manifest);
    if (told.alternatives.length === 0) throw badManifest("alternatives", "there is nothing to run");
    const scenarios = told.alternatives.map(({ scenario, name }) =>
      scenarioOfManifest(scenario, `alternatives, “${name}”`),
    );
    const [base] = scenarios as [(typeof scenarios)[number]];
    const asked = only === undefined ? {} : { only };
    const inputs = uncertainInputs(base, asked);
    const plan: UncertaintyPlan = { ...told, ...asked, engine, inputs: inputs.inputs };
    if (JSON.stringify(plan.inputs) !== JSON.stringify(manifest.inputs)) {
      throw badManifest("inputs", "the ledger of its scenario has others");
    }
    if (own === engine && filesOfUncertaintyManifest(text, plan) === undefined)
      throw badManifest("the whole file");
    const models = scenarios.map(({ clinic }, i) => compile(clinic, plan.alternatives[i]!.offsets.changes));
    const lists = models.map(responseDefinitions);
    const common = commonResponses(lists).common.map(({ definition }) => definition.name);
    const lost = plan.primary.find((name) => !common.includes(name));
    if (lost !== undefined) throw badManifest("primary", `${lost} cannot decide`);
    const clockOf = rememberingClock({ clinic: base.clinic, offsets: plan.alternatives[0]!.offsets });
    const preparer = drawPreparer(scenarios, inputs, plan.seed, clockOf);
    const checked = await checkDraws(preparer, plan.draws, { pause: setImmediate });
    const { sound } = checked;
    if (sound.length < FEWEST_DRAWS) throw badManifest("design.draws", "too few of them make a scenario");
    const runs = plan.alternatives.length * plan.inner;
    return {
      title: `“${base.clinic.name}” over ${sound.length} draws of its uncertain inputs`,
      unit: "draw",
      units: sound.length,
      some: async (units, { sink, executor, signal, expecting, arrived }) => {
        const columns = alternativesColumns(lists);
        let done = 0;
        expecting(() => units.length * runs);
        await runDraws(
          plan,
          units.map((unit) => sound[unit - 1]!),
          preparer.prepare,
          executor,
          async (draw, results) => {
            const unit = units[done++]!;
            await sink.append(drawsSheet(plan.inputs, draw), unit);
            for (const [i, own] of results.entries()) {
              const { name } = plan.alternatives[i]!;
              const sheet = drawReplicationsSheet(columns, name, lists[i]!, draw.draw, own);
              await sink.append(sheet, 1 + (unit - 1) * runs + i * plan.inner);
            }
          },
          { signal, arrived },
        );
      },
      all: async ({ sink, executor, signal, expecting, arrived }) => {
        expecting(() => sound.length * runs);
        await writeUncertainty({ plan, models, checked, preparer }, executor, sink, { signal, arrived });
      },
    };
  },
};
