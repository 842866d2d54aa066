import {
  billingPolicies,
  conversionPolicies,
  draftPolicies,
  flagPolicies,
  frontDoorPolicies,
  type Policies,
  type PolicyParameter,
  protocolPolicies,
  queuePolicies,
  routingPolicies,
  type SpecialtyPolicies,
  sortingPolicies,
  type Team,
  triagePolicies,
} from "../../model/index.ts";
import type { PolicyListing } from "../format/policy.ts";
import type { ScenarioDocument, SpecialtyDocument } from "../format/scenario-schema.ts";
import type { JsonObject, JsonValue } from "../json-value.ts";
import { distributionSpec } from "../quantities/distribution.ts";
import { readDuration } from "../quantities/duration.ts";
import { readDelivery } from "../quantities/policy-times.ts";
import { checked } from "../quantities/reading.ts";

/** A policy as the document has it: parameters in the file's own words and units. */
interface WrittenPolicy {
  readonly type: string;
}

/** Every seam with one policy. */
const SEAMS = {
  flag: flagPolicies,
  sorting: sortingPolicies,
  triage: triagePolicies,
  protocol: protocolPolicies,
  conversion: conversionPolicies,
  drafts: draftPolicies,
  routing: routingPolicies,
  queue: queuePolicies,
  billing: billingPolicies,
} satisfies Readonly<Record<string, readonly PolicyListing[]>>;

export function buildPolicies(written: ScenarioDocument["policies"]): Policies {
  return buildOwnPolicies(written) as Policies;
}

/** Those of the policies that are given. */
export function buildOwnPolicies(
  written: Partial<ScenarioDocument["policies"]> | NonNullable<SpecialtyDocument["policies"]>,
): Partial<SpecialtyPolicies> {
  const { frontDoor, closeThreadAfter, ...seams } = written;
  const built = Object.entries(seams)
    .filter(([, policy]) => policy !== undefined)
    .map(([seam, policy]) => [seam, specOf(SEAMS[seam as keyof typeof SEAMS], policy as WrittenPolicy)]);
  return {
    ...(frontDoor === undefined
      ? {}
      : {
          frontDoor: frontDoor.map((policy) =>
            specOf(frontDoorPolicies, policy),
          ) as unknown as SpecialtyPolicies["frontDoor"],
        }),
    ...Object.fromEntries(built),
    ...(closeThreadAfter === undefined ? {} : { closeThreadAfter: checked(readDuration(closeThreadAfter)) }),
  };
}

export function buildQueue(written: WrittenPolicy): NonNullable<Team["queue"]> {
  return specOf(queuePolicies, written) as unknown as NonNullable<Team["queue"]>;
}

/** The policy as its definition wants it: times in minutes. */
function specOf(policies: readonly PolicyListing[], written: WrittenPolicy) {
  const { params } = policies.find(({ type }) => type === written.type)!;
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
