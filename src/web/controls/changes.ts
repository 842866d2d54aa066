import { type JsonValue, type Patch, parsePath } from "../../scenario/index.ts";

/**
 * The changes with one more, which takes the place of those at its path and inside it: whoever chooses another policy, or another list, has
 * no more use for changes to parts of the old one.
 */
export function withChange(changes: Patch, path: string, value: JsonValue): Patch {
  const whole = placeReplacedBy(path);
  const kept = Object.entries(changes).filter(
    ([other]) => !isInside(other, whole) || (other !== path && isUnder(path, other)),
  );
  return { ...Object.fromEntries(kept), [path]: value };
}

/** A policy's `type` takes its parameters along, which stand beside it. */
function placeReplacedBy(path: string): readonly string[] {
  const segments = parsePath(path) ?? [path];
  return segments[0] === "policies" && segments.at(-1) === "type" ? segments.slice(0, -1) : segments;
}

/** Whether `path` is `place` or leads into it. */
export function isUnder(path: string, place: string): boolean {
  return isInside(path, parsePath(place) ?? [place]);
}

function isInside(path: string, place: readonly string[]): boolean {
  const segments = parsePath(path) ?? [path];
  return place.every((segment, i) => segments[i] === segment);
}
