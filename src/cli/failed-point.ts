import {
  type DesignColumn,
  type PointError,
  patchOfLevels,
  type ReplicationError,
} from "../experiment/index.ts";
import type { JsonValue, Patch } from "../scenario/index.ts";
import type { Flags } from "./program.ts";

/** A replication of a sweep that could not be finished, with the arguments of the `run` that does the same, and what became of the rest. */
export class FailedPoint extends Error {
  readonly argv: readonly string[];
  readonly kept: string;
  override readonly cause: ReplicationError;
  constructor(
    file: string,
    { set }: Flags,
    columns: readonly DesignColumn[],
    { message, cause, levels }: PointError,
    kept: string,
    patch: Patch = patchOfLevels(columns, levels),
  ) {
    super(message, { cause });
    this.name = "FailedPoint";
    this.cause = cause;
    this.kept = kept;
    const changes = Object.entries(patch).map(setFlag);
    const sets = Array.isArray(set) ? (set as readonly string[]) : [];
    this.argv = ["run", file, ...[...sets, ...changes].flatMap((text) => ["--set", text])];
  }
}

/** What `--set` reads as this value. */
function setFlag([path, value]: readonly [string, JsonValue]): string {
  return `${path}=${typeof value === "string" && !isJson(value) ? value : JSON.stringify(value)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
