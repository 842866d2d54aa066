import { InputError, type Issue } from "../../errors.ts";
import {
  editText,
  type JsonObject,
  type JsonValue,
  type Parsed,
  type Patch,
  parsePath,
  parseScenario,
  patchBetween,
  type Scenario,
} from "../../scenario/index.ts";
import type { ControlGroup } from "../controls/control.ts";
import { controlsOf } from "../controls/controls-of.ts";
import { type Subject, subjectOf } from "./subject.ts";

/** A place in the scenario that is no longer as it was. */
interface Change {
  readonly path: string;
  /** Undefined: it was not there. */
  readonly before: JsonValue | undefined;
  /** Null: it is not there any more. */
  readonly after: JsonValue;
}

/** What is known of a scenario that can be simulated. Plain data. */
interface SoundScenario {
  readonly name: string;
  readonly description: string;
  readonly controls: readonly ControlGroup[];
  readonly alternatives: readonly { readonly name: string; readonly patch: Patch }[];
  /** What was changed since it was opened. */
  readonly changes: readonly Change[];
  readonly specialties: readonly string[];
  readonly replications: number;
  /** First and last date of the measured window. */
  readonly window: { readonly first: string; readonly last: string };
}

/** A scenario's text, checked. */
export interface Reading {
  /** With all changes written into it. */
  readonly text: string;
  readonly issues: readonly Issue[];
  /** Absent: an issue is an error. */
  readonly sound?: SoundScenario;
}

/** A text as it was opened, checked in whole. */
export interface Opened {
  readonly text: string;
  readonly parsed: Parsed;
}

/**
 * Checks a text with changes. Where they are changes to what was opened, and that was sound, its alternatives are not checked anew: that takes as
 * long as all the rest and bears on no run. `issuesOf` does.
 */
export function readText(
  source: string,
  changes: Patch,
  opened: Opened,
): { readonly reading: Reading; readonly subject?: Subject } {
  const edited = editText(source, changes);
  const origin = opened.parsed.scenario;
  const withAlternatives = source !== opened.text || origin === undefined;
  const { scenario, issues } =
    edited.text === opened.text ? opened.parsed : parseScenario(edited.text, { withAlternatives });
  const all = [...edited.issues, ...issues];
  if (scenario === undefined || edited.issues.length > 0)
    return { reading: { text: edited.text, issues: all } };
  try {
    const subject = subjectOf(scenario);
    const sound = soundOf(subject, origin);
    return { reading: { text: edited.text, issues: all, sound }, subject };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { reading: { text: edited.text, issues: [...error.issues, ...issues] } };
  }
}

/** All that is to be said of a reading's text. */
export function issuesOf({ text, issues }: Reading): readonly Issue[] {
  const whole = parseScenario(text).issues;
  const isTold = (own: Issue) =>
    whole.some(({ path, message }) => path === own.path && message === own.message);
  return [...issues.filter((own) => !isTold(own)), ...whole];
}

function soundOf({ scenario, model }: Subject, origin: Scenario | undefined): SoundScenario {
  const { document, clinic, alternatives } = scenario;
  const { calendar } = model;
  const { warmUpDays, lengthDays, replications } = clinic.run;
  return {
    name: document.name,
    description: document.description ?? "",
    controls: controlsOf(scenario),
    alternatives: Object.entries(alternatives).map(([name, patch]) => ({ name, patch })),
    changes: changesSince(origin, scenario),
    specialties: clinic.specialties.map(({ name }) => name),
    replications,
    window: { first: calendar.dateOf(warmUpDays), last: calendar.dateOf(warmUpDays + lengthDays - 1) },
  };
}

/** None where the text could not be used when it was opened: it is its own beginning then. */
function changesSince(origin: Scenario | undefined, scenario: Scenario): readonly Change[] {
  if (origin === undefined || origin.canonicalText === scenario.canonicalText) return [];
  const before = origin.document as unknown as JsonObject;
  const after = scenario.document as unknown as JsonObject;
  return Object.entries(patchBetween(before, after)).map(([path, value]) => ({
    path,
    before: valueAt(before, parsePath(path) ?? []),
    after: value,
  }));
}

function valueAt(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const segment of path) {
    const parts = here as Readonly<Record<string, JsonValue>> | undefined;
    here =
      parts !== undefined && parts !== null && Object.hasOwn(parts, segment) ? parts[segment] : undefined;
  }
  return here;
}
