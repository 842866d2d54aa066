import type { ScenarioDocument } from "./format/scenario-schema.ts";
import { readWeekdays } from "./hours/week-days.ts";
import { isObject, type JsonValue, valueAt } from "./json-value.ts";
import { checked } from "./quantities/reading.ts";
import { LOWEST_ROLES } from "./quantities/roles.ts";

/** Shares of which none can change without regard to the others. */
export interface ShareGroup {
  /** In the order of the document. */
  readonly places: readonly (readonly string[])[];
  /** Whether they sum to 1 exactly; otherwise to no more than that. */
  readonly whole: boolean;
}

/** The shares that sum to 1, or to 1 at most, with the one at `path`, which is among them; undefined where it is free. */
export function shareGroupOf(document: ScenarioDocument, path: readonly string[]): ShareGroup | undefined {
  const key = path.at(-1)!;
  if (path[0] === "specialties" && path[2] === "topics") {
    const topics = path.slice(0, 3);
    if (path.length === 5 && key === "share") {
      const names = namesAt(document, topics);
      return { places: names.map((name) => [...topics, name, key]), whole: true };
    }
    if (path.length === 6 && path[4] === "lowestRole" && LOWEST_ROLES.some((role) => role === key)) {
      return { places: LOWEST_ROLES.map((role) => [...path.slice(0, 5), role]), whole: true };
    }
  }
  if (path.at(-3) === "frontDoor" && (key === "calls" || key === "visits")) {
    return { places: ["calls", "visits"].map((what) => [...path.slice(0, -1), what]), whole: false };
  }
  if (path.at(-3) === "evenings" && key === "probability") return habitsWith(document, path);
  return undefined;
}

/** Evening habits of a team, or a person, that have a day in common with others: of those of a day at most one comes true. */
function habitsWith(document: ScenarioDocument, path: readonly string[]): ShareGroup | undefined {
  const list = path.slice(0, -2);
  const root = document as unknown as JsonValue;
  const days = namesAt(document, list).map(
    (index) => checked(readWeekdays(String(valueAt(root, [...list, index, "days"])))) as readonly boolean[],
  );
  const found = new Set([Number(path.at(-2))]);
  for (const own of found) {
    for (const [other, theirs] of days.entries()) {
      if (days[own]?.some((is, day) => is && theirs[day] === true) === true) found.add(other);
    }
  }
  if (found.size < 2) return undefined;
  const places = [...found].sort((a, b) => a - b).map((index) => [...list, String(index), "probability"]);
  const chances = places.map((place) => Number(valueAt(root, place) ?? 0));
  const sum = chances.reduce((all, chance) => all + chance, 0);
  return sum <= 1 ? { places, whole: false } : undefined;
}

/** The keys, or the numbers of a list, at a place. */
function namesAt(document: ScenarioDocument, path: readonly string[]): readonly string[] {
  const there = valueAt(document as unknown as JsonValue, path);
  return isObject(there) || Array.isArray(there) ? Object.keys(there) : [];
}
