import type { PolicyDefinition } from "../policy.ts";
import type { Billing } from "./billing.ts";

export interface Unpaid {
  readonly type: "unpaid";
}

export const unpaid: PolicyDefinition<Unpaid, Billing> = {
  type: "unpaid",
  doc: "Nothing is paid for messages: every physician's minute on them is unpaid.",
  source:
    "Ontario's fee schedule has no fee for portal messages of specialists; physicians in the study named no pay",
  params: [],
  create: () => ({ paysHours: false, billed: () => 0 }),
};
