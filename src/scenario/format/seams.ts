import {
  billingPolicies,
  conversionPolicies,
  draftPolicies,
  flagPolicies,
  frontDoorPolicies,
  type PolicyParameter,
  protocolPolicies,
  queuePolicies,
  routingPolicies,
  sortingPolicies,
  triagePolicies,
} from "../../model/index.ts";

/** What every policy's definition says of itself. */
export interface PolicyListing {
  readonly type: string;
  readonly doc: string;
  readonly source: string;
  readonly params: readonly PolicyParameter[];
}

/** The policies there are, by the key under `policies` that chooses among them. */
export const SEAMS = {
  frontDoor: frontDoorPolicies,
  flag: flagPolicies,
  sorting: sortingPolicies,
  triage: triagePolicies,
  protocol: protocolPolicies,
  conversion: conversionPolicies,
  drafts: draftPolicies,
  routing: routingPolicies,
  queue: queuePolicies,
  billing: billingPolicies,
} as const satisfies Readonly<Record<string, readonly PolicyListing[]>>;

export type Seam = keyof typeof SEAMS;

/** What is known of a policy by its type; undefined for one that there is not. */
export function listingOf(seam: Seam, type: string): PolicyListing | undefined {
  const listings: readonly PolicyListing[] = SEAMS[seam];
  return listings.find((listing) => listing.type === type);
}
