import type { PolicyDefinition } from "../policy.ts";
import type { Billing } from "./billing.ts";

export interface Salaried {
  readonly type: "salaried";
}

export const salaried: PolicyDefinition<Salaried, Billing> = {
  type: "salaried",
  doc: "Work within opening and scheduled hours is paid, work after hours is not.",
  source: "alternative funding plans of academic physicians, which pay for sessions",
  params: [],
  create: () => ({ paysHours: true, billed: () => 0 }),
};
