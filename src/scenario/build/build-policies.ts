import {
  type Policies,
  type PolicyParameter,
  queuePolicies,
  routingPolicies,
  triagePolicies,
} from "../../model/index.ts";
import type { PolicyListing } from "../format/policies.ts";
import type { ScenarioDocument } from "../format/scenario-schema.ts";
import type { JsonObject } from "../json-value.ts";
import { distributionSpec } from "../quantities/distribution.ts";
import { readDuration } from "../quantities/duration.ts";
import { checked } from "../quantities/reading.ts";

export function buildPolicies({
  triage,
  routing,
  queue,
  closeThreadAfter,
}: ScenarioDocument["policies"]): Policies {
  return {
    triage: specOf(triagePolicies, triage) as unknown as Policies["triage"],
    routing: specOf(routingPolicies, routing) as unknown as Policies["routing"],
    queue: specOf(queuePolicies, queue) as unknown as Policies["queue"],
    closeThreadAfter: checked(readDuration(closeThreadAfter)),
  };
}

/** The policy as its definition wants it: parameters that are times as distributions in minutes. */
function specOf(policies: readonly PolicyListing[], written: { readonly type: string }) {
  const params: readonly PolicyParameter[] = policies.find(({ type }) => type === written.type)!.params;
  const given = written as unknown as JsonObject;
  const entries = params.map(({ name, kind }) => [
    name,
    kind === "minutes" ? distributionSpec(given[name] as JsonObject) : given[name],
  ]);
  return { type: written.type, ...Object.fromEntries(entries) };
}
