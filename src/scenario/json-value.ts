import { LIMITS } from "./limits.ts";

/** What JSON can say; the only kind of value this floor takes in or gives out. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A step into a JSON value: a key, or an index into a list. */
export type Segment = string | number;

/** Whether `value` is a JSON object: not a list, not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keys that would reach into JavaScript's own machinery; refused everywhere. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Why a value that did not come through `readJsonText` cannot be used: too deep, a forbidden key, or not
 * JSON; undefined if it can.
 */
export function unfitJson(value: unknown, depth = 0): { code: string; message: string } | undefined {
  if (depth > LIMITS.depth)
    return { code: "too-deep", message: `the value is nested more than ${LIMITS.depth} deep` };
  if (value === null || typeof value === "string" || typeof value === "boolean") return undefined;
  if (typeof value === "number") {
    return Number.isFinite(value)
      ? undefined
      : { code: "not-finite", message: `${value} is not a finite number` };
  }
  if (typeof value !== "object") return { code: "wrong-type", message: `a ${typeof value} is not JSON` };
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key))
      return { code: "forbidden-key", message: `the key ${quoted(key)} is not allowed` };
    const unfit = unfitJson(inner, depth + 1);
    if (unfit !== undefined) return unfit;
  }
  return undefined;
}

/** The value at `path`, own keys only; undefined where there is none. */
export function valueAt(value: JsonValue | undefined, path: readonly Segment[]): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const segment of path) {
    if (Array.isArray(here)) here = (here as readonly JsonValue[])[Number(segment)];
    else if (isObject(here) && Object.hasOwn(here, String(segment))) here = here[String(segment)];
    else return undefined;
  }
  return here;
}

/** A copy of `object` with `value` at `path`, which leads through objects only. */
export function withValueAt(object: JsonObject, path: readonly string[], value: JsonValue): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined) return value as JsonObject;
  const inner = object[key];
  return { ...object, [key]: withValueAt(isObject(inner) ? inner : {}, rest, value) };
}

/** Freezes `value` and everything in it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/** How `value` reads in a message: JSON, cut after 60 characters. */
export function quoted(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
