import { type JsonValue, valueAt } from "./json-value.ts";

/** In a path of the ledger: every name that is there, or every item of a list. */
const EVERY = "*";

/** The paths that `path` stands for: itself, or one for every key that is there where it has a `*`. What follows the last need not be there. */
export function placesOf(
  document: JsonValue,
  path: readonly string[],
  from = 0,
): readonly (readonly string[])[] {
  const star = path.indexOf(EVERY, from);
  if (star < 0) return [path];
  const around = path.slice(0, star);
  const there = valueAt(document, around);
  const keys = typeof there === "object" && there !== null ? Object.keys(there) : [];
  return keys.flatMap((key) => placesOf(document, [...around, key, ...path.slice(star + 1)], star + 1));
}

/** How many `*` are in a path. */
export function starsIn(path: readonly string[]): number {
  return path.filter((segment) => segment === EVERY).length;
}

/** Whether `path` leads to `place` or to something in it, at one of the places that it stands for. */
export function leadsInto(path: readonly string[], place: readonly string[]): boolean {
  return place.every((segment, i) => path[i] === segment || path[i] === EVERY);
}
