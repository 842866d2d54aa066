import type { PolicyDefinition } from "../policy.ts";
import type { BillableThread, Billing } from "./billing.ts";

export interface TimeThreshold {
  readonly type: "time-threshold";
  /** [min] */
  readonly least: number;
  readonly within: number;
}

export const timeThreshold: PolicyDefinition<TimeThreshold, Billing> = {
  type: "time-threshold",
  doc: "A thread is billed when a physician's minutes on messages sent within a week of its first reach a threshold; those minutes are then paid.",
  source: "e-visits: five minutes of a clinician's time over seven days (G07)",
  params: [
    {
      name: "least",
      kind: "duration",
      doc: "physicians' minutes from which on a thread is billed",
      default: 5,
    },
    {
      name: "within",
      kind: "duration",
      doc: "counted on messages sent within this long of the first",
      default: 7 * 1440,
      least: 1,
    },
  ],
  create: ({ least, within }) => ({
    paysHours: false,
    billed({ minutes, sent }: BillableThread) {
      let sum = 0;
      for (let i = 0; i < minutes.length; i += 1) {
        if (sent[i]! - sent[0]! <= within) sum += minutes[i]!;
      }
      return sum >= least ? sum : 0;
    },
  }),
};
