import { readFileSync } from "node:fs";
import type { ReplayReport } from "../../../src/experiment/index.ts";
import type { JsonValue, Patch, Scenario } from "../../../src/scenario/index.ts";
import { parseScenario } from "../../../src/scenario/index.ts";
import { asRecorded, recordOf, replayed, splicedRecord } from "../../experiment/replay/record-of.ts";

export const SHIPPED = ["rheum", "dermatology", "mental-health", "surgery", "hospital"] as const;
export const MODELS = [
  "right",
  "no weekday effect",
  "lost evenings",
  "policy changed half-way",
  "20 weeks of vacation",
  "15 % more threads",
  "30 % more threads",
  "half as many physicians again",
  "any physician",
  "half of physicians' replies by who reads first",
  "hardly a follow-up in the largest topic",
  "no inbox blocks at 16:00",
] as const;

export type JudgedModel = (typeof MODELS)[number];

const TERMS = { days: 364, from: 243 };
const HALF_OF_JUDGED = 303;

export interface Judged {
  readonly scenario: string;
  readonly model: JudgedModel;
  readonly world: number;
  readonly report: ReplayReport;
}

/** Grades of a shipped scenario and of what is wrong on purpose, by records of so many worlds, each replayed by a seed of its own: one set of worlds for all would be wide or narrow for all. */
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
    "15 % more threads": moreThreads(right, 1.15),
    "30 % more threads": moreThreads(right, 1.3),
    "half as many physicians again": morePhysicians(right),
    "any physician": { "policies.routing.type": "rotating-physician" },
    "half of physicians' replies by who reads first": fewerForPhysicians(right),
    "hardly a follow-up in the largest topic": fewFollowUps(right),
    "no inbox blocks at 16:00": noLateBlocks(right),
  };
  for (const world of worlds) {
    const record = recordOf(right, world);
    for (const model of models) {
      const judged = asRecorded(document, patches[model], TERMS);
      const recorded =
        model === "policy changed half-way" ? splicedRecord(right, other, HALF_OF_JUDGED, world) : record;
      const report = await replayed(judged, recorded, { ...TERMS, seed: world, replications });
      yield { scenario: name, model, world, report };
    }
  }
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

function moreThreads({ document }: Scenario, factor: number): Patch {
  return Object.fromEntries(
    Object.entries(document.specialties).map(([name, { demand }]) => [
      `specialties.${name}.demand.volume`,
      String(demand.volume).replace(/^[\d.]+/, (count) => String(factor * Number(count))),
    ]),
  );
}

function morePhysicians({ document }: Scenario): Patch {
  const teams = Object.entries(document.staff).filter(([, { role }]) => role === "physician");
  return Object.fromEntries(
    teams.map(([name, { count }]) => [`staff.${name}.count`, Math.round(1.5 * count)]),
  );
}

function fewerForPhysicians({ document }: Scenario): Patch {
  const first = document.policies.triage.type === "nurse-first" ? "nurse" : "clerk";
  return Object.fromEntries(
    Object.entries(document.specialties).flatMap(([name, { topics }]) =>
      Object.entries(topics).map(([topic, { lowestRole }]) => [
        `specialties.${name}.topics.${topic}.lowestRole`,
        {
          ...lowestRole,
          physician: lowestRole.physician / 2,
          [first]: lowestRole[first] + lowestRole.physician / 2,
        },
      ]),
    ),
  );
}

function fewFollowUps({ document }: Scenario): Patch {
  return Object.fromEntries(
    Object.entries(document.specialties).map(([name, { topics }]) => {
      const [largest] = Object.entries(topics).toSorted(([, a], [, b]) => b.share - a.share);
      return [`specialties.${name}.topics.${largest![0]}.followUp.probability`, 0.05];
    }),
  );
}

function noLateBlocks({ document }: Scenario): Patch {
  return Object.fromEntries(
    Object.entries(document.staff)
      .filter(([, { inbox = [] }]) => inbox.length > 1)
      .map(([name, { inbox = [] }]) => [
        `staff.${name}.inbox`,
        inbox.filter((block) => !String(block).includes("16:00")),
      ]),
  );
}

/** Whoever reads first: physicians, where nurses or clerks did; nurses, where physicians did. */
function otherPolicy({ document }: Scenario): Patch {
  const { type } = document.policies.triage;
  return { "policies.triage": { type: type === "none" ? "nurse-first" : "none" } };
}
