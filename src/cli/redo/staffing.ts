import { setImmediate } from "node:timers/promises";
import type { PointResult, StaffingPlan } from "../../experiment/index.ts";
import { badManifest, filesOfStaffingManifest, staffingPlanOf } from "../../node/index.ts";
import { rememberingClock } from "../resolve-clock.ts";
import { prepareStaffing, staffingGrid, writeStaffing } from "../write-staffing.ts";
import type { ResultKind } from "./redo.ts";
import { scenarioOfManifest } from "./scenario-of-manifest.ts";

/** Answers of `clinicsim staff`: there is nothing to sample, since every step of a search depends on those before. */
export const staffingKind: ResultKind = {
  format: "clinicsim/staff/1",
  isOf: () => true,
  async open({ manifest: { text, manifest, engine: own }, engine }) {
    const told = staffingPlanOf(manifest);
    if (own === engine && filesOfStaffingManifest(text, told) === undefined)
      throw badManifest("the whole file");
    const plan: StaffingPlan = { ...told, engine };
    const scenario = scenarioOfManifest(plan.scenario, "scenario");
    const clockOf = rememberingClock({ clinic: scenario.clinic, offsets: plan.offsets });
    const prepared = await prepareStaffing(scenario, staffingGrid(scenario), clockOf, {
      pause: setImmediate,
    });
    return {
      title: `staffing of “${scenario.clinic.name}”`,
      unit: "search",
      units: 1,
      all: async ({ sink, executor, signal, expecting, arrived }) => {
        const known = new Map<string, PointResult>();
        let done = 0;
        // How many a search takes, nobody knows before.
        expecting(() => done + 1);
        await writeStaffing(prepared, plan, sink, {
          executor,
          signal,
          store: {
            find: async (id) => known.get(id),
            remember: async (result) => void known.set(result.id, result),
          },
          arrived: (count) => {
            done += count;
            arrived();
          },
        });
      },
    };
  },
};
