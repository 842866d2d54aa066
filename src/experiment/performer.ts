import { invariant } from "../errors.ts";
import { type Clinic, compile, type Model, type ReplicationResult, runReplication } from "../model/index.ts";
import { type JsonObject, parseDocument } from "../scenario/index.ts";
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
        known = { scenario, offsets, model: compile(clinicOf(scenario), job.offsets.changes) };
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

/** The clinic that runs; what does not bear on a run (alternatives, what decides, stresses, evidence) is not checked again for every thread. */
function clinicOf(text: string): Clinic {
  const { stresses: _, comparison: __, staffing: ___, ...document } = JSON.parse(text) as JsonObject;
  const { scenario, issues } = parseDocument({ ...document, alternatives: {}, evidence: {} });
  invariant(
    scenario !== undefined,
    `a job's scenario has faults: ${issues.map((i) => i.message).join("; ")}`,
  );
  return scenario.clinic;
}
