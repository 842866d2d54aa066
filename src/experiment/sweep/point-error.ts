import type { JsonValue } from "../../scenario/index.ts";
import type { ReplicationError } from "../replication-error.ts";

/** A replication of a design point that could not be finished; `cause` is its ReplicationError. */
export class PointError extends Error {
  readonly point: number;
  readonly levels: readonly JsonValue[];
  override readonly cause: ReplicationError;
  constructor(point: number, levels: readonly JsonValue[], cause: ReplicationError) {
    super(`point ${point}: ${cause.message}`, { cause });
    this.name = "PointError";
    this.point = point;
    this.levels = levels;
    this.cause = cause;
  }
}
