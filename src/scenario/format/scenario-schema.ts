import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { calendarSchema, runSchema } from "./calendar.ts";
import { ledgerSchema } from "./evidence.ts";
import { named, words } from "./fields.ts";
import { policiesSchema } from "./policies.ts";
import { promiseSchema } from "./promise.ts";
import { specialtySchema } from "./specialty.ts";
import { teamSchema } from "./team.ts";

/** The version of the format that this floor reads and writes. */
export const FORMAT_VERSION = 1;

const alternative = z.record(z.string().min(1).max(400), z.unknown()).meta({
  description: 'Paths and what they become, as in {"staff.triage-nurse.count": 2}; null takes a key away.',
});

/** The whole file. Everything that knows the format, the JSON Schema and the tables of the documentation too, reads it from here. */
export const scenarioSchema = z
  .strictObject({
    $schema: z.string().max(400).optional().meta({ description: "Where editors find the JSON Schema." }),
    formatVersion: z
      .literal(FORMAT_VERSION)
      .default(FORMAT_VERSION)
      .meta({ description: "Version of this format." }),
    name: words("What the scenario is called.", LIMITS.name),
    description: words("What it stands for.").optional(),
    calendar: calendarSchema.prefault({}),
    run: runSchema,
    specialties: named(specialtySchema, "Specialties by name.", { least: 1, most: LIMITS.specialties }),
    staff: named(teamSchema, "Teams by name.", { least: 1, most: LIMITS.teams }),
    policies: policiesSchema.prefault({}),
    promises: named(promiseSchema, "Promises to patients, by name.", { most: LIMITS.promises }).default({}),
    alternatives: named(alternative, "Changes to compare with the scenario as it is, by name.", {
      most: LIMITS.alternatives,
    }).default({}),
    evidence: ledgerSchema,
  })
  .meta({ title: "clinicsim scenario", description: "A clinic to simulate, as a planner writes it." });

/** A scenario with every default filled in; still in the file's own words and units. */
export type ScenarioDocument = Readonly<z.output<typeof scenarioSchema>>;
export type SpecialtyDocument = ScenarioDocument["specialties"][string];
export type TeamDocument = ScenarioDocument["staff"][string];
export type LedgerDocument = ScenarioDocument["evidence"][string];
