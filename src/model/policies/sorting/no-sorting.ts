import type { PolicyDefinition } from "../policy.ts";
import { type Sorting, UNSORTED } from "./sorting.ts";

export interface NoSorting {
  readonly type: "none";
}

export const noSorting: PolicyDefinition<NoSorting, Sorting> = {
  type: "none",
  doc: "Every message goes to whoever triage says.",
  source: "one inbox for all messages of a clinic",
  params: [],
  create: () => ({ outcomes: () => [{ chance: 1, of: UNSORTED }] }),
};
