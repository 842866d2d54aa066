import { compile, type Model, type ReplicationResult, runReplication } from "../model/index.ts";
import { clinicOfText } from "../scenario/index.ts";
import { type Job, offsetsKey } from "./job.ts";
import { ReplicationError } from "./replication-error.ts";

/** Does one job. Throws `ReplicationError`. */
export type Performer = (job: Job) => ReplicationResult;

/** A performer that keeps the model of the scenario it saw last, because jobs come in series of one scenario. */
export function createPerformer(): Performer {
  let known: { readonly scenario: string; readonly offsets: string; readonly model: Model } | undefined;
  return (job) => {
    const { scenario, seed, replication, keep, arrivals } = job;
    try {
      const offsets = JSON.stringify(offsetsKey(job.offsets));
      if (known?.scenario !== scenario || known.offsets !== offsets) {
        known = { scenario, offsets, model: compile(clinicOfText(scenario), job.offsets.changes) };
      }
      return runReplication(known.model, {
        seed,
        replication,
        keep,
        ...(arrivals === undefined ? {} : { arrivals }),
      });
    } catch (cause) {
      throw new ReplicationError(seed, replication, cause, scenario);
    }
  };
}
