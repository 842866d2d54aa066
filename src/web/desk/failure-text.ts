import { InputError } from "../../errors.ts";
import { ReplicationError } from "../../experiment/index.ts";

/** Why a run ended, for whoever sees the page. */
export function failureText(error: unknown): string {
  if (error instanceof InputError) return error.message;
  const cause = error instanceof ReplicationError ? error.cause : error;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (!(cause instanceof Error) || cause.name !== "SimulationError")
    return `this is a bug in clinicsim: ${message}`;
  const where = error instanceof ReplicationError ? ` (world ${error.replication}, seed ${error.seed})` : "";
  return `the run cannot go on: ${message}${where}`;
}
