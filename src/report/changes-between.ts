import type { JsonObject, JsonValue, Patch } from "../scenario/index.ts";
import { formatPath } from "../scenario/index.ts";

/** What makes one document of another, place by place: null where something is taken away. */
export function changesBetween(from: JsonObject, to: JsonObject): Patch {
  return Object.fromEntries(changes(from, to, []));
}

function changes(
  from: JsonObject,
  to: JsonObject,
  path: readonly string[],
): readonly (readonly [string, JsonValue])[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) => {
    const [a, b] = [from[key], to[key]];
    const here = [...path, key];
    if (isMap(a) && isMap(b)) return changes(a, b, here);
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [[formatPath(here), b ?? null] as const];
  });
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
