import type { ReplicationResult } from "../model/index.ts";
import type { Job } from "./job.ts";
import type { Performer } from "./performer.ts";
import { ReplicationError } from "./replication-error.ts";

/** A result or a failure as plain data, which is all that travels between threads and workers: errors lose their classes on the way. */
export type Outcome =
  | { readonly type: "result"; readonly result: ReplicationResult }
  | { readonly type: "failure"; readonly name: string; readonly message: string; readonly stack: string };

/** Does a job; never throws. */
export function outcomeOf(perform: Performer, job: Job): Outcome {
  try {
    return { type: "result", result: perform(job) };
  } catch (error) {
    return packFailure(error);
  }
}

export function packFailure(thrown: unknown): Outcome {
  const cause = thrown instanceof ReplicationError ? thrown.cause : thrown;
  const { name, message, stack = "" } = cause instanceof Error ? cause : new Error(String(cause));
  return { type: "failure", name, message, stack };
}

/** The result. Throws the failure as a `ReplicationError`. */
export function unpack(outcome: Outcome, { seed, replication, scenario }: Job): ReplicationResult {
  if (outcome.type === "result") return outcome.result;
  const { name, message, stack } = outcome;
  throw new ReplicationError(seed, replication, Object.assign(new Error(message), { name, stack }), scenario);
}
