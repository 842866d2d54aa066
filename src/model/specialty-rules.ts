import type { Clinic, SpecialtyPolicies } from "./clinic.ts";
import {
  type Conversion,
  conversionPolicies,
  createPolicy,
  type Drafts,
  draftPolicies,
  type Flag,
  type FrontDoor,
  flagPolicies,
  frontDoorPolicies,
  type Protocol,
  protocolPolicies,
  type Routing,
  routingPolicies,
  type Sorting,
  sortingPolicies,
  type Triage,
  triagePolicies,
} from "./policies/index.ts";
import { stationsOf } from "./stations.ts";
import type { WayRules } from "./way.ts";

/** By what rules a specialty's messages are worked on: its own policies where it has any, else the clinic's. */
export interface SpecialtyRules {
  readonly policies: SpecialtyPolicies;
  /** In the order of the list. */
  readonly frontDoor: readonly FrontDoor[];
  readonly flag: Flag;
  readonly sorting: Sorting;
  readonly triage: Triage;
  readonly protocol: Protocol;
  readonly conversion: Conversion;
  readonly drafts: Drafts;
  readonly routing: Routing;
  /** Names of the topics, in order. */
  readonly topics: readonly string[];
  /** By topic. */
  readonly ways: readonly WayRules[];
  /** The cap on a patient's messages, and which front-door policy it is. */
  readonly cap: { readonly policy: number; readonly messages: number; readonly within: number } | undefined;
}

/** Throws a RangeError on a policy that is not known. */
export function specialtyRules(clinic: Clinic, specialty: number): SpecialtyRules {
  const { topics, policies: own } = clinic.specialties[specialty]!;
  const policies: SpecialtyPolicies = { ...clinic.policies, ...own };
  type Specs = SpecialtyPolicies;
  const frontDoor = policies.frontDoor.map((spec) =>
    createPolicy<typeof spec, FrontDoor>(frontDoorPolicies, spec),
  );
  const triage = createPolicy<Specs["triage"], Triage>(triagePolicies, policies.triage);
  const capped = frontDoor.findIndex(({ cap }) => cap !== undefined);
  return {
    policies,
    frontDoor,
    flag: createPolicy<Specs["flag"], Flag>(flagPolicies, policies.flag),
    sorting: createPolicy<Specs["sorting"], Sorting>(sortingPolicies, policies.sorting),
    triage,
    protocol: createPolicy<Specs["protocol"], Protocol>(protocolPolicies, policies.protocol),
    conversion: createPolicy<Specs["conversion"], Conversion>(conversionPolicies, policies.conversion),
    drafts: createPolicy<Specs["drafts"], Drafts>(draftPolicies, policies.drafts),
    routing: createPolicy<Specs["routing"], Routing>(routingPolicies, policies.routing),
    topics: topics.map(({ name }) => name),
    ways: topics.map(({ name }) => ({
      teams: clinic.teams,
      stations: stationsOf(clinic.teams, { specialty, topic: name, triage, frontDoor }),
      rules: triage.rules,
    })),
    cap: capped < 0 ? undefined : { policy: capped, ...frontDoor[capped]!.cap! },
  };
}
