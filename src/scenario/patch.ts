import { InputError, type Issue } from "../errors.ts";
import { didYouMean } from "./did-you-mean.ts";
import { movedTo } from "./format/moved.ts";
import { scenarioSchema } from "./format/scenario-schema.ts";
import {
  entrySchema,
  hasKinds,
  itemSchema,
  kindsWith,
  type Schema,
  shapeOf,
  standardOf,
} from "./format/walk.ts";
import { errorAt, type Fault, type PlacedIssue, toIssue } from "./issue-list.ts";
import {
  FORBIDDEN_KEYS,
  isObject,
  type JsonObject,
  type JsonValue,
  quoted,
  unfitJson,
} from "./json-value.ts";
import { LIMITS } from "./limits.ts";
import { withoutLostEvidence } from "./lost-evidence.ts";
import { formatPath, parsePath } from "./path.ts";

/**
 * Paths and what they become: `{"staff.triage-nurse.count": 2}`. Null takes a key away, so that its default
 * holds again.
 */
export type Patch = Readonly<Record<string, JsonValue>>;

/**
 * A document with the patch's changes, in their order; the input is never written into. A path must lead to a
 * place that the format knows and, within maps of named things, to a name that is there (a whole new thing
 * may be added under a new name, or after the last of a list). A policy whose `type` changes starts afresh, without the parameters of the
 * old one. Entries of the ledger go with what they stood behind.
 */
export function patchDocument(
  document: JsonObject,
  patch: Patch,
): { readonly document: JsonObject; readonly issues: readonly Issue[] } {
  const patched = applyPatch(document, patch);
  return { document: patched.document, issues: patched.issues.map((issue) => toIssue(issue)) };
}

/** As `patchDocument`, with the issues still in pieces and the patched paths. */
export function applyPatch(document: JsonObject, patch: Patch) {
  const issues: PlacedIssue[] = [];
  const touched: (readonly string[])[] = [];
  const size = Object.keys(patch).length;
  if (size > LIMITS.patch) {
    const message = `a patch of ${size} changes is more than ${LIMITS.patch}`;
    return { document, issues: [errorAt([], { code: "too-large", message })], touched };
  }
  let result = document;
  for (const [text, value] of Object.entries(patch)) {
    const path = parsePath(text);
    if (path === undefined || path.some((segment) => FORBIDDEN_KEYS.has(segment))) {
      const hint = "write keys with dots between them, and keys with dots in them in double quotes";
      issues.push(errorAt([text], { code: "bad-path", message: `${quoted(text)} is not a path`, hint }));
      continue;
    }
    const unfit = unfitJson(value);
    if (unfit !== undefined) {
      issues.push(errorAt(path, unfit));
      continue;
    }
    const refusals: Fault[] = [];
    const next = changed(result, scenarioSchema, path, 0, value, (refusal) => refusals.push(refusal));
    if (refusals.length > 0) issues.push(...refusals.map((refusal) => errorAt(path, refusal)));
    else result = next as JsonObject;
    touched.push(path);
  }
  return { document: withoutLostEvidence(result, touched), issues, touched };
}

type Refuse = (fault: Fault) => void;

function changed(
  here: JsonValue | undefined,
  schema: Schema,
  path: readonly string[],
  depth: number,
  value: JsonValue,
  refuse: Refuse,
): JsonValue | undefined {
  if (depth === path.length) return value;
  const standard = here === undefined && hasKinds(schema) ? standardOf(schema) : undefined;
  if (standard !== undefined) return changed(standard, schema, path, depth, value, refuse);
  const segment = path[depth]!;
  const last = depth === path.length - 1;
  const unknown = (known: readonly string[], hint = didYouMean(segment, known)) => {
    const where = depth === 0 ? "a scenario" : quoted(formatPath(path.slice(0, depth)));
    refuse({ code: "unknown-path", message: `${where} has no ${quoted(segment)}`, hint });
    return here;
  };
  const shape = shapeOf(schema, here);
  if (shape !== undefined) {
    const object = isObject(here) ? here : {};
    const next = Object.hasOwn(shape, segment) ? shape[segment] : undefined;
    if (next === undefined)
      return unknown(Object.keys(shape), movedTo(segment) ?? hintOfKinds(schema, segment, object));
    const restarts = last && segment === "type" && hasKinds(schema) && object.type !== value;
    if (restarts) return value === null ? {} : { type: value };
    return withKey(object, segment, changed(own(object, segment), next, path, depth + 1, value, refuse));
  }
  const entry = entrySchema(schema);
  if (entry !== undefined) {
    const object = isObject(here) ? here : {};
    const there = Object.hasOwn(object, segment);
    if (!there && !(last && value !== null)) return unknown(Object.keys(object));
    if (!there && !isObject(value) && shapeOf(entry, value) !== undefined)
      return unknown(Object.keys(object));
    return withKey(object, segment, changed(own(object, segment), entry, path, depth + 1, value, refuse));
  }
  const item = itemSchema(schema);
  if (item !== undefined) {
    const list = Array.isArray(here) ? (here as readonly JsonValue[]) : [];
    const index = /^\d{1,6}$/.test(segment) ? Number(segment) : Number.NaN;
    if (last && index === list.length && value !== null) return [...list, value];
    if (!(index < list.length)) {
      const hint = `it has ${list.length}, counted from 0; a whole one more may be added as ${list.length}`;
      const where = quoted(formatPath(path.slice(0, depth)));
      refuse({ code: "unknown-path", message: `${where} has no entry ${quoted(segment)}`, hint });
      return here;
    }
    if (last && value === null) {
      const hint = "give the whole list without it";
      refuse({ code: "unknown-value", message: "an entry of a list cannot be taken away", hint });
      return here;
    }
    const next = changed(list[index], item, path, depth + 1, value, refuse);
    return list.map((old, i) => (i === index ? (next as JsonValue) : old));
  }
  if (here !== undefined && isObject(here) && Object.hasOwn(here, segment)) {
    return withKey(here, segment, changed(here[segment], schema, path, depth + 1, value, refuse));
  }
  const where = quoted(formatPath(path.slice(0, depth)));
  refuse({ code: "unknown-path", message: `${where} has no parts, so no ${quoted(segment)}` });
  return here;
}

/** Where only other kinds have a key, or no kind is chosen: that a kind comes first. */
function hintOfKinds(schema: Schema, key: string, { type }: JsonObject): string | undefined {
  const kinds = kindsWith(schema, key).map((kind) => quoted(kind));
  if (kinds.length === 0) return undefined;
  return `of type ${quoted(type)} it has none; set "type" to ${kinds.join(" or ")} first`;
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function withKey(object: JsonObject, key: string, value: JsonValue | undefined): JsonObject {
  if (value !== null && value !== undefined) return { ...object, [key]: value };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/**
 * The patch of a command line's `--set path=value`: the value as JSON if it is JSON, else as text. Throws an
 * InputError without "=".
 */
export function parseSetFlag(text: string): Patch {
  const equals = equalsSign(text);
  if (equals < 1) {
    const hint = "write path=value, as in staff.triage-nurse.count=2";
    throw new InputError([
      { code: "bad-flag", path: "", message: `${quoted(text)} sets nothing`, hint, severity: "error" },
    ]);
  }
  const written = text.slice(equals + 1).trim();
  let value: JsonValue;
  try {
    value = JSON.parse(written) as JsonValue;
  } catch {
    value = written;
  }
  return { [text.slice(0, equals).trim()]: value };
}

/** The first = outside double quotes. */
function equalsSign(text: string): number {
  let quotes = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"' && text[at - 1] !== "\\") quotes = !quotes;
    else if (text[at] === "=" && !quotes) return at;
  }
  return -1;
}
