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

/** What each is about. */
export const SEAM_DOCS: Readonly<Record<Seam, string>> = {
  frontDoor:
    "What happens to a message before it is sent: policies in order, each seeing what those before have let through; at most one of a type.",
  flag: "What is known of a message's urgency before it is read.",
  sorting: "To whom a message goes before it is read.",
  triage: "Who reads first, and what that person does.",
  protocol: "What may be closed by rule.",
  conversion: "Which messages become visits.",
  drafts: "What a tool does to the minutes of a reply.",
  routing: "Which physician gets a message that needs one.",
  queue: "Which message is taken up next.",
  billing: "Which of physicians' minutes on messages are paid.",
};

/** What is known of a policy by its type; undefined for one that there is not. */
export function listingOf(seam: Seam, type: string): PolicyListing | undefined {
  const listings: readonly PolicyListing[] = SEAMS[seam];
  return listings.find((listing) => listing.type === type);
}
