import { isObject, type JsonObject, type JsonValue } from "./json-value.ts";
import { type Patch, patchDocument } from "./patch.ts";
import { formatPath } from "./path.ts";

const LEDGER = "evidence";

/**
 * The changes that make `after` of `before`: a patch with as few and as deep paths as it takes. Lists change whole, and so does a
 * thing that becomes one of another kind. What the ledger loses by itself, because its parameter is gone, is not named.
 */
export function patchBetween(before: JsonObject, after: JsonObject): Patch {
  const changes = differences(without(before, LEDGER), without(after, LEDGER), []);
  const patched = patchDocument(before, changes).document;
  return { ...changes, ...differences(only(patched, LEDGER), only(after, LEDGER), []) };
}

function differences(before: JsonObject, after: JsonObject, around: readonly string[]): Patch {
  const changes: Record<string, JsonValue> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const path = [...around, key];
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    const value = Object.hasOwn(after, key) ? after[key] : undefined;
    if (value === undefined) changes[formatPath(path)] = null;
    else if (isObject(old) && isObject(value) && areAlike(old, value)) {
      Object.assign(changes, differences(old, value, path));
    } else if (!isEqual(old, value)) changes[formatPath(path)] = value;
  }
  return changes;
}

/** Whether two objects are one thing with other values: of the same kind, and with a key in common. */
function areAlike(one: JsonObject, other: JsonObject): boolean {
  return one.type === other.type && Object.keys(one).some((key) => Object.hasOwn(other, key));
}

function isEqual(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, i) => isEqual(value, other[i]));
  }
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key]))
    );
  }
  return one === other;
}

function without(document: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = document;
  return rest;
}

function only(document: JsonObject, key: string): JsonObject {
  return Object.hasOwn(document, key) ? { [key]: document[key]! } : {};
}
