import { type ReplicationResult, responseDefinitions, runReplication } from "../../src/model/index.ts";
import type { Patch } from "../../src/scenario/index.ts";
import { modelOf } from "./shipped-scenarios.ts";

const runs = new Map<string, ReplicationResult>();

/** One replication of a shipped scenario with some changes; the same one is run once for all tests that ask for it. */
export function runOf(name: string, patch: Patch = {}, replication = 0): ReplicationResult {
  const key = `${name} ${replication} ${JSON.stringify(patch)}`;
  const known = runs.get(key);
  if (known !== undefined) return known;
  const model = modelOf(name, patch);
  const run = runReplication(model, { seed: model.clinic.run.seed, replication, keep: "responses" });
  runs.set(key, run);
  return run;
}

/** A response of the first replications, one value for each. */
export function valuesOf(name: string, patch: Patch, response: string, replications: number): number[] {
  const index = responseDefinitions(modelOf(name, patch)).findIndex((each) => each.name === response);
  if (index < 0) throw new Error(`${name} has no response ${response}`);
  return Array.from(
    { length: replications },
    (_, replication) => runOf(name, patch, replication).values[index]!,
  );
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
