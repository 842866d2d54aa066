import type { PolicyDefinition } from "../policy.ts";
import { alike, BY_TIME, byUrgency, type QueueDiscipline } from "./queue-discipline.ts";

export interface Batch {
  readonly type: "batch";
  /** [min of the local day], ascending. */
  readonly times: readonly number[];
  readonly order: "first-come" | "urgent-first";
}

export const batch: PolicyDefinition<Batch, QueueDiscipline> = {
  type: "batch",
  doc: "Messages are looked at in batches: at set times of a business day, what has come since the last is delivered; they go on in order of arrival, or urgent first.",
  source: "checking e-mail at set times: Kushlev & Dunn, Comput Hum Behav 2015;43:220-228",
  params: [
    {
      name: "times",
      kind: "times",
      doc: "times of day at which messages are delivered",
      default: [9 * 60, 13 * 60],
    },
    {
      name: "order",
      kind: "choice",
      doc: "order of work on what has been delivered",
      default: "first-come",
      values: ["first-come", "urgent-first"],
    },
  ],
  create: ({ times, order }) => ({
    ...BY_TIME,
    messageClass: order === "urgent-first" ? byUrgency : alike,
    deliveries: times,
  }),
};
