import { InputError } from "../errors.ts";
import type { JsonObject, JsonValue } from "../scenario/index.ts";

/** That a manifest, which may come from anywhere, says something that clinicsim writes into none; `where` is the path in it. */
export function badManifest(where: string, message = "clinicsim writes no such thing there"): InputError {
  const hint = "the manifest was changed, or is that of another program";
  return new InputError([
    { code: "bad-manifest", path: `manifest.json, ${where}`, message, hint, severity: "error" },
  ]);
}

/** Longest text of a manifest that is no scenario [characters]. */
const MOST_TEXT = 2_000;

export function textIn(value: JsonValue | undefined, where: string, shape = /^/): string {
  if (typeof value === "string" && value.length <= MOST_TEXT && shape.test(value)) return value;
  throw badManifest(where);
}

export function numberIn(value: JsonValue | undefined, where: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw badManifest(where);
}

/** A whole number from `least` to `most`. */
export function wholeIn(value: JsonValue | undefined, where: string, least: number, most: number): number {
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most)
    return value as number;
  throw badManifest(where);
}

export function booleanIn(value: JsonValue | undefined, where: string): boolean {
  if (typeof value === "boolean") return value;
  throw badManifest(where);
}

/** A list of at most so many. */
export function listIn(value: JsonValue | undefined, where: string, most: number): readonly JsonValue[] {
  if (Array.isArray(value) && value.length <= most) return value as readonly JsonValue[];
  throw badManifest(where);
}

export function objectIn(value: JsonValue | undefined, where: string): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw badManifest(where);
}
