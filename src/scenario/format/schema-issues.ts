import type * as z from "zod/mini";
import { closest, didYouMean } from "../did-you-mean.ts";
import { errorAt, type Fault, type PlacedIssue } from "../issue-list.ts";
import { isObject, type JsonValue, quoted, type Segment, valueAt } from "../json-value.ts";
import { formatPath } from "../path.ts";
import { movedTo } from "./moved.ts";
import { scenarioSchema } from "./scenario-schema.ts";
import { kindsWith, type Schema, saidOf, schemaAt, shapeOf } from "./walk.ts";

/** What zod found, in our words: lower-case, with the offending value and how to mend it. */
export function schemaIssues(
  document: JsonValue,
  found: readonly z.core.$ZodIssue[],
): readonly PlacedIssue[] {
  const unknown = found.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => unknownKey(document, issue.path as Segment[], key))
      : [],
  );
  const misspelt = new Set(unknown.map(({ meant }) => meant));
  const around = new Set(unknown.map(({ issue }) => formatPath(issue.segments.slice(0, -1))));
  const others = found.flatMap((issue) => {
    const path = issue.path as Segment[];
    if (issue.code === "unrecognized_keys" || misspelt.has(formatPath(path))) return [];
    if (issue.code === "custom" && around.has(formatPath(path))) return [];
    if (issue.code === "invalid_key") return [errorAt(path, badName(path), true)];
    return [errorAt(path, faultOf(document, path, issue))];
  });
  return [...unknown.map(({ issue }) => issue), ...others];
}

/**
 * A key that the format does not have here, and the path of the missing one that it was probably meant to be.
 */
function unknownKey(document: JsonValue, path: readonly Segment[], key: string) {
  const here = valueAt(document, path);
  const schema = schemaAt(scenarioSchema, document, path);
  const known = Object.keys((schema === undefined ? undefined : shapeOf(schema, here)) ?? {});
  const unused = known.filter((name) => !(isObject(here) && Object.hasOwn(here, name)));
  const moved = movedTo(key);
  const near = moved === undefined ? closest(key, unused) : undefined;
  const kinds = schema === undefined ? [] : kindsWith(schema, key).map((kind) => quoted(kind));
  const hint =
    moved ??
    (kinds.length > 0
      ? `only ${kinds.join(", ")} ${kinds.length === 1 ? "has" : "have"} it`
      : near === undefined
        ? didYouMean(key, known)
        : `did you mean ${quoted(near)}?`);
  const issue = errorAt(
    [...path, key],
    { code: "unknown-key", message: `${quoted(key)} is not a key here`, hint },
    true,
  );
  return { issue, meant: near === undefined ? undefined : formatPath([...path, near]) };
}

function badName(path: readonly Segment[]): Fault {
  return {
    code: "bad-name",
    message: `${quoted(path.at(-1))} cannot be a name`,
    hint: "a name has 1 to 80 characters, no quotes or backslashes, and no blanks at its ends",
  };
}

function faultOf(document: JsonValue, path: readonly Segment[], issue: z.core.$ZodIssue): Fault {
  const value = valueAt(document, path);
  const meta = metaOf(schemaAt(scenarioSchema, document, path));
  if (value === undefined) return missing(path, meta, optionsOf(issue));
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, value, meta);
    case "invalid_value": {
      const values = issue.values.map((known) => String(known));
      return {
        code: "unknown-value",
        message: `${quoted(value)} is not known here`,
        hint: didYouMean(asWord(value), values),
      };
    }
    case "invalid_union": {
      const options = optionsOf(issue);
      if (options.length === 0)
        return { code: "wrong-type", message: `${quoted(value)} is neither a number nor a text` };
      return {
        code: "unknown-value",
        message: `${quoted(value)} is not known here`,
        hint: didYouMean(asWord(value), options),
      };
    }
    case "too_small":
    case "too_big":
      return { code: "out-of-range", message: outOfRange(issue, value) };
    case "custom": {
      const { code = "invalid", hint } = (issue.params ?? {}) as { code?: string; hint?: string };
      return { code, message: issue.message, ...(hint === undefined ? {} : { hint }) };
    }
    default:
      return { code: "invalid", message: `${quoted(value)} cannot stand here` };
  }
}

/** What somebody may have meant as one of several words. */
function asWord(value: JsonValue): string {
  return typeof value === "string" ? value : quoted(value);
}

/** Of what does not say which of several kinds it is: the kinds. */
function optionsOf(issue: z.core.$ZodIssue): readonly string[] {
  return "options" in issue ? (issue.options as unknown[]).map(String) : [];
}

interface Meta {
  readonly is?: string;
  readonly example?: unknown;
  readonly description?: string;
}

function metaOf(schema: Schema | undefined): Meta {
  const { "x-is": is, examples, description } = schema === undefined ? {} : saidOf(schema);
  return {
    ...(typeof is === "string" ? { is } : {}),
    ...(Array.isArray(examples) ? { example: examples[0] as unknown } : {}),
    ...(typeof description === "string" ? { description } : {}),
  };
}

/** `options` are the words of which it would be one. */
function missing(
  path: readonly Segment[],
  { example, description }: Meta,
  options: readonly string[] = [],
): Fault {
  const key = quoted(path.at(-1));
  const hint =
    example !== undefined
      ? `add it, as in ${key}: ${quoted(example)}`
      : options.length > 0
        ? `add it, as one of ${options.map((option) => quoted(option)).join(", ")}`
        : description === undefined
          ? "add it"
          : `add it: ${description}`;
  return { code: "missing-key", message: `${key} is missing`, hint };
}

function wrongType(expected: string, value: JsonValue, { is, example }: Meta): Fault {
  if (expected === "string" && typeof value === "number" && is !== undefined) {
    const hint =
      is === "duration"
        ? `write "${value} min"`
        : `write it as a text with its unit, as in ${quoted(example)}`;
    return { code: "missing-unit", message: `${value} has no unit`, hint };
  }
  if (expected === "int" && typeof value === "number") {
    return { code: "wrong-type", message: `${value} is not a whole number` };
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    return { code: "not-finite", message: "the number is too large" };
  }
  if (expected === "never") return { code: "unknown-value", message: `${quoted(value)} is not known here` };
  const needed = is ?? NAMES[expected] ?? expected;
  const hint = example === undefined ? undefined : `as in ${quoted(example)}`;
  if (expected === "array" && isObject(value)) {
    return { code: "wrong-type", message: `expected a list, not ${quoted(value)}`, hint: "put it into [ ]" };
  }
  const percent = expected === "number" && typeof value === "string" && /^\d+(\.\d+)?\s*%$/.test(value);
  return {
    code: "wrong-type",
    message: `expected ${article(needed)}, not ${quoted(value)}`,
    ...(percent ? { hint: `write ${Number.parseFloat(value) / 100}` } : hint === undefined ? {} : { hint }),
  };
}

function outOfRange(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, value: JsonValue): string {
  const small = issue.code === "too_small";
  const bound = small ? issue.minimum : issue.maximum;
  if (issue.origin === "array") {
    const size = Array.isArray(value) ? value.length : 0;
    const exact = "exact" in issue && issue.exact === true;
    return `${size} ${size === 1 ? "entry" : "entries"} instead of ${exact ? "" : small ? "at least " : "at most "}${bound}`;
  }
  if (issue.origin === "string") {
    const size = typeof value === "string" ? value.length : 0;
    return `${size} characters instead of ${small ? "at least" : "at most"} ${bound}`;
  }
  const inclusive = issue.inclusive !== false;
  return `${quoted(value)} is ${small ? (inclusive ? "below" : "not above") : inclusive ? "above" : "not below"} ${bound}`;
}

const NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  int: "whole number",
  object: "object",
  record: "object",
  array: "list",
  tuple: "list",
  boolean: "true or false",
};

function article(noun: string): string {
  return noun === "true or false" || noun === "text" ? noun : `${/^[aeio]/.test(noun) ? "an" : "a"} ${noun}`;
}
