import { readFileSync } from "node:fs";
import { createInlineExecutor, type Executor, jobId } from "../../../src/experiment/index.ts";
import type { ReplicationResult } from "../../../src/model/index.ts";
import type { Grade, JsonValue, Patch, Scenario } from "../../../src/scenario/index.ts";
import { parseScenario } from "../../../src/scenario/index.ts";
import { asRecorded, recordOf, replayed, splicedRecord } from "../../experiment/replay/record-of.ts";

export const SHIPPED = ["rheum", "dermatology", "mental-health", "surgery", "hospital"] as const;
export const MODELS = [
  "right",
  "no weekday effect",
  "lost evenings",
  "policy changed half-way",
  "20 weeks of vacation",
] as const;

export type JudgedModel = (typeof MODELS)[number];

const TERMS = { days: 364, from: 243 };
const HALF_OF_JUDGED = 303;

export interface Judged {
  readonly scenario: string;
  readonly model: JudgedModel;
  readonly world: number;
  readonly grade: Grade;
  /** What is surely off, the worst first, with how many tolerances. */
  readonly faults: readonly string[];
}

/** Grades of a shipped scenario and of what is wrong on purpose, by records of so many worlds. */
export async function* judgedModels(
  name: string,
  worlds: readonly number[],
  replications: number,
  models: readonly JudgedModel[] = MODELS,
): AsyncGenerator<Judged> {
  const document = documentOf(name);
  const right = asRecorded(document, {}, TERMS);
  const other = asRecorded(document, otherPolicy(right), TERMS);
  const patches: Readonly<Record<JudgedModel, Patch>> = {
    right: {},
    "no weekday effect": flat(right),
    "lost evenings": noEvenings(right),
    "policy changed half-way": {},
    "20 weeks of vacation": longVacations(right),
  };
  const executor = rememberDrawn(createInlineExecutor());
  for (const world of worlds) {
    const record = recordOf(right, world);
    for (const model of models) {
      const judged = asRecorded(document, patches[model], TERMS);
      const recorded =
        model === "policy changed half-way" ? splicedRecord(right, other, HALF_OF_JUDGED, world) : record;
      const { grade, faults } = await replayed(judged, recorded, { ...TERMS, replications }, executor);
      const told = faults.slice(0, 3).map(({ label, off }) => `${label} ${off.toFixed(1)} ×`);
      yield { scenario: name, model, world, grade, faults: told };
    }
  }
}

/** Runs what draws its own arrivals once, whatever the number of records that it is held against. */
function rememberDrawn(executor: Executor): Executor {
  const known = new Map<string, ReplicationResult>();
  return {
    async run(jobs, onResult, signal) {
      for await (const job of jobs) {
        const id = job.arrivals === undefined ? jobId(job) : undefined;
        const found = id && known.get(id);
        if (found) await onResult(job, found);
        else
          await executor.run(
            [job],
            async (_, result) => {
              if (id) known.set(id, result);
              await onResult(job, result);
            },
            signal,
          );
      }
    },
  };
}

function documentOf(name: string): JsonValue {
  const text = readFileSync(new URL(`../../../scenarios/${name}.json`, import.meta.url), "utf8");
  return parseScenario(text).scenario!.document as unknown as JsonValue;
}

function flat({ document }: Scenario): Patch {
  return Object.fromEntries(
    Object.keys(document.specialties).map((name) => [
      `specialties.${name}.demand.profile.dayOfWeek`,
      [1, 1, 1, 1, 1, 1, 1],
    ]),
  );
}

function noEvenings({ document }: Scenario): Patch {
  const teams = Object.entries(document.staff).filter(([, { evenings }]) => evenings !== undefined);
  return Object.fromEntries(teams.map(([name]) => [`staff.${name}.evenings`, null]));
}

function longVacations({ document }: Scenario): Patch {
  const teams = Object.entries(document.staff).filter(([, { role }]) => role === "physician");
  return Object.fromEntries(
    teams.map(([name]) => [`staff.${JSON.stringify(name)}.absence.vacation`, "20 weeks per year"]),
  );
}

/** Whoever reads first: physicians, where nurses or clerks did; nurses, where physicians did. */
function otherPolicy({ document }: Scenario): Patch {
  const { type } = document.policies.triage;
  return { "policies.triage": { type: type === "none" ? "nurse-first" : "none" } };
}
