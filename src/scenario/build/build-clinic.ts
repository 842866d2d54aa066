import type { Clinic } from "../../model/index.ts";
import type { ScenarioDocument } from "../format/scenario-schema.ts";
import { deepFreeze } from "../json-value.ts";
import { readWithin } from "../quantities/promise-within.ts";
import { checked } from "../quantities/reading.ts";
import { buildCalendar, buildRun } from "./build-calendar.ts";
import { buildPolicies } from "./build-policies.ts";
import { buildSpecialty } from "./build-specialty.ts";
import { buildTeam } from "./build-team.ts";
import { namesOf } from "./names-of.ts";

/**
 * The clinic that a document describes: texts read, minutes and shares throughout, maps as lists in order of
 * their names (so that the order in which a file is written changes nothing). The document has passed every
 * check.
 */
export function buildClinic(document: ScenarioDocument): Clinic {
  const teamNames = namesOf(document.staff);
  const specialtyNames = namesOf(document.specialties);
  return deepFreeze({
    name: document.name,
    calendar: buildCalendar(document),
    run: buildRun(document.run),
    specialties: specialtyNames.map((name) => buildSpecialty(name, document.specialties[name]!, teamNames)),
    teams: teamNames.map((name) => buildTeam(name, document.staff[name]!, specialtyNames)),
    policies: buildPolicies(document.policies),
    promises: namesOf(document.promises).map((name) => {
      const { of, within, starts, target, risk } = document.promises[name]!;
      return { name, of, within: checked(readWithin(within)), starts, target, risk };
    }),
  });
}
