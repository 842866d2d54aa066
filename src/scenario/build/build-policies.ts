import type { Policies, PolicyParameter, SpecialtyPolicies, Team } from "../../model/index.ts";
import type { ScenarioDocument, SpecialtyDocument } from "../format/scenario-schema.ts";
import { listingOf, type Seam } from "../format/seams.ts";
import type { JsonObject, JsonValue } from "../json-value.ts";
import { distributionSpec } from "../quantities/distribution.ts";
import { readDuration } from "../quantities/duration.ts";
import { readDelivery } from "../quantities/policy-times.ts";
import { checked } from "../quantities/reading.ts";

/** A policy as the document has it: parameters in the file's own words and units. */
interface WrittenPolicy {
  readonly type: string;
}

export function buildPolicies(written: ScenarioDocument["policies"]): Policies {
  return buildOwnPolicies(written) as Policies;
}

/** Those of the policies that are given. */
export function buildOwnPolicies(
  written: Partial<ScenarioDocument["policies"]> | NonNullable<SpecialtyDocument["policies"]>,
): Partial<SpecialtyPolicies> {
  const { closeThreadAfter, ...seams } = written;
  const built = Object.entries(seams).flatMap(([key, policy]) => {
    if (policy === undefined) return [];
    const seam = key as Seam;
    return [
      [
        seam,
        Array.isArray(policy) ? policy.map((each) => specOf(seam, each)) : specOf(seam, policy),
      ] as const,
    ];
  });
  return {
    ...(Object.fromEntries(built) as unknown as Partial<SpecialtyPolicies>),
    ...(closeThreadAfter === undefined ? {} : { closeThreadAfter: checked(readDuration(closeThreadAfter)) }),
  };
}

export function buildQueue(written: WrittenPolicy): NonNullable<Team["queue"]> {
  return specOf("queue", written) as unknown as NonNullable<Team["queue"]>;
}

/** The policy as its definition wants it: times in minutes. */
function specOf(seam: Seam, written: WrittenPolicy) {
  const { params } = listingOf(seam, written.type)!;
  const given = written as unknown as JsonObject;
  const entries = params.map((parameter) => [parameter.name, argumentOf(parameter, given[parameter.name])]);
  return { type: written.type, ...Object.fromEntries(entries) };
}

function argumentOf(parameter: PolicyParameter, given: JsonValue | undefined): unknown {
  if (given === undefined) return parameter.default;
  switch (parameter.kind) {
    case "minutes":
      return distributionSpec(given as JsonObject);
    case "duration":
      return checked(readDuration(given as string));
    case "times": {
      const minutes = (given as readonly string[]).map((text) => checked(readDelivery(text)));
      return [...new Set(minutes)].sort((a, b) => a - b);
    }
    default:
      return given;
  }
}
