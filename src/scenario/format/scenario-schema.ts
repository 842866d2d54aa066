import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { calendarSchema, runSchema } from "./calendar.ts";
import { comparisonSchema } from "./comparison.ts";
import { described, hereAs } from "./described.ts";
import { ledgerSchema } from "./evidence.ts";
import { date, named, object, words } from "./fields.ts";
import { fittedSchema } from "./fitted.ts";
import { policiesSchema } from "./policies.ts";
import { promiseSchema } from "./promise.ts";
import { specialtySchema } from "./specialty.ts";
import { staffingSchema } from "./staffing.ts";
import { teamSchema } from "./team.ts";
import { validationSchema } from "./validation.ts";

/** The version of the format that this floor reads and writes. */
export const FORMAT_VERSION = 1;

const alternative = described(
  z.record(z.string().check(z.minLength(1), z.maxLength(400)), z.unknown()),
  'Paths and what they become, as in {"staff.triage-nurse.count": 2}; null takes a key away.',
);

const alternatives = named(alternative, "Changes to compare with the scenario as it is, by name.", {
  most: LIMITS.alternatives,
});

const stress = object("Something that a clinic may have to stand: changes that hold for a while.", {
  from: date("Its first date, from which on the backlog is watched."),
  to: date("Its last date: days to recover are counted from its end."),
  changes: hereAs(alternative, "Paths and what they become, as of an alternative."),
});

const stresses = named(stress, "Stresses of one's own, for `clinicsim stress`, by name. Left out: none.", {
  most: LIMITS.stresses,
});

/**
 * The whole file. Everything that knows the format, the JSON Schema and the tables of the documentation too,
 * reads it from here.
 */
export const scenarioSchema = described(
  z.strictObject({
    $schema: z.optional(described(z.string().check(z.maxLength(400)), "Where editors find the JSON Schema.")),
    formatVersion: z._default(
      described(z.literal(FORMAT_VERSION), "Version of this format."),
      FORMAT_VERSION,
    ),
    name: words("What the scenario is called.", LIMITS.name),
    description: z.optional(words("What it stands for.")),
    calendar: z.prefault(calendarSchema, {}),
    run: runSchema,
    specialties: named(specialtySchema, "Specialties by name.", { least: 1, most: LIMITS.specialties }),
    staff: named(teamSchema, "Teams by name.", { least: 1, most: LIMITS.teams }),
    policies: z.prefault(policiesSchema, {}),
    promises: z._default(
      named(promiseSchema, "Promises to patients, by name.", { most: LIMITS.promises }),
      {},
    ),
    alternatives: z._default(alternatives, {}),
    comparison: comparisonSchema,
    stresses: z.optional(stresses),
    staffing: staffingSchema,
    fitted: fittedSchema,
    validation: validationSchema,
    evidence: ledgerSchema,
  }),
  "A clinic to simulate, as a planner writes it.",
  { title: "clinicsim scenario" },
);

/** A scenario with every default filled in; still in the file's own words and units. */
export type ScenarioDocument = Readonly<z.output<typeof scenarioSchema>>;
export type SpecialtyDocument = ScenarioDocument["specialties"][string];
export type TeamDocument = ScenarioDocument["staff"][string];
export type LedgerDocument = ScenarioDocument["evidence"][string];
