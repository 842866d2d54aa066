import type { JsonValue } from "../scenario/index.ts";
import { shown } from "./compared-file.ts";

/** Tells where two JSON values are not the same, place by place: `responses.12.mean`, what stands there, what should. */
export function compareJson(
  there: JsonValue | undefined,
  now: JsonValue | undefined,
  at: string,
  differs: (at: string, there: string, now: string) => void,
): void {
  if (isContainer(there) && isContainer(now) && Array.isArray(there) === Array.isArray(now)) {
    for (const key of new Set([...Object.keys(now), ...Object.keys(there)])) {
      compareJson(partOf(there, key), partOf(now, key), at === "" ? key : `${at}.${key}`, differs);
    }
  } else if (isContainer(there) || isContainer(now) || there !== now) {
    differs(at === "" ? "its text" : at, textOf(there), textOf(now));
  }
}

type Container = readonly JsonValue[] | Readonly<Record<string, JsonValue>>;

function isContainer(value: JsonValue | undefined): value is Container {
  return typeof value === "object" && value !== null;
}

function partOf(container: Container, key: string): JsonValue | undefined {
  return Object.hasOwn(container, key) ? (container as Readonly<Record<string, JsonValue>>)[key] : undefined;
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  return isContainer(value) ? (Array.isArray(value) ? "a list" : "an object") : shown(JSON.stringify(value));
}
