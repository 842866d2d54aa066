import { compile, type ReplicationResult, runReplication } from "../../src/model/index.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import { tinyScenario } from "../cli/tiny-scenario.ts";

const parsed = parseScenario(tinyScenario);
if (parsed.scenario === undefined) throw new Error(JSON.stringify(parsed.issues, null, 2));

export const tiny = parsed.scenario;
export const tinyModel = compile(tiny.clinic, []);

/** Replications 1 … `count` of the tiny clinic. */
export function tinyResults(count: number): readonly ReplicationResult[] {
  return Array.from({ length: count }, (_, i) =>
    runReplication(tinyModel, { seed: 7, replication: i + 1, keep: "responses" }),
  );
}
