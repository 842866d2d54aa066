import { replicateEach, type StressPlan, stressRuns, WATCHED } from "../../experiment/index.ts";
import { compile, type Model, responseDefinitions } from "../../model/index.ts";
import { badManifest, filesOfManifest, stressPlanOf } from "../../node/index.ts";
import { alternativeReplicationsSheet, alternativesColumns } from "../../report/index.ts";
import { writeStress } from "../write-stress.ts";
import type { ResultKind } from "./redo.ts";
import { scenarioOfManifest } from "./scenario-of-manifest.ts";

/** Results of `clinicsim stress`: a sample is of worlds, each of which is run as it is and under every stress. */
export const stressKind: ResultKind = {
  format: "clinicsim/manifest/1",
  isOf: (manifest) => "stresses" in manifest,
  async open({ manifest: { text, manifest, engine: own }, engine }) {
    const told = stressPlanOf(manifest);
    if (own === engine && filesOfManifest(text, told) === undefined) throw badManifest("the whole file");
    const plan: StressPlan = { ...told, engine };
    const cases = [plan.base, ...plan.stresses];
    const scenarios = cases.map(({ scenario, name }) => scenarioOfManifest(scenario, `“${name}”`));
    const models = scenarios.map(({ clinic }, i) => compile(clinic, cases[i]!.offsets.changes));
    checkStresses(plan, models);
    const [base] = scenarios as [(typeof scenarios)[number]];
    const { count: worlds } = manifest.seedPlan as { readonly count: number };
    return {
      title: `${plan.stresses.length} ${plan.stresses.length === 1 ? "stress" : "stresses"} of “${base.clinic.name}”`,
      unit: "world",
      units: worlds,
      some: async (units, { sink, executor, signal, expecting, arrived }) => {
        const lists = models.map(responseDefinitions);
        const columns = alternativesColumns(lists);
        const replications = units.map((unit) => plan.replications[unit - 1]!);
        expecting(() => cases.length * units.length);
        await replicateEach(
          stressRuns({ ...plan, replications }),
          executor,
          async (place, results) => {
            for (const [i, result] of results.entries()) {
              const { name } = cases[place]!;
              const sheet = alternativeReplicationsSheet(columns, name, lists[place]!, [result]);
              await sink.append(sheet, place * worlds + units[i]!);
            }
          },
          { arrived, signal },
        );
      },
      all: async ({ sink, executor, signal, expecting, arrived }) => {
        let most = worlds;
        expecting(() => cases.length * most);
        const looking = (count: number) => {
          most = Math.max(most, count);
        };
        await writeStress({ plan, models, base }, executor, sink, { arrived, looking, signal });
      },
    };
  },
};

/** Throws InputError for a stress that is not watched to its end, or not held against the same days and promises. */
function checkStresses({ stresses }: StressPlan, [base, ...models]: readonly Model[]): void {
  const heldAgainst = ({ clinic, calendar }: Model) =>
    JSON.stringify([clinic.run.start, calendar.days, clinic.promises.map(({ name }) => name)]);
  for (const [i, { name, from, to }] of stresses.entries()) {
    const model = models[i]!;
    const [first, last] = [dayOf(model, from), dayOf(model, to)];
    const isWatched = first >= 0 && last >= first && last + 1 + WATCHED <= model.calendar.days;
    if (!isWatched || heldAgainst(model) !== heldAgainst(base!)) {
      throw badManifest("stresses", `“${name}” cannot be held against the plan as it is`);
    }
  }
}

function dayOf({ calendar }: Model, date: string): number {
  try {
    return calendar.dayOfDate(date);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw badManifest("stresses", `${date} is no date`);
  }
}
