import type { PolicyDefinition } from "../policy.ts";
import { BY_TIME, byUrgency, type QueueDiscipline } from "./queue-discipline.ts";

export interface UrgentFirst {
  readonly type: "urgent-first";
}

export const urgentFirst: PolicyDefinition<UrgentFirst, QueueDiscipline> = {
  type: "urgent-first",
  doc: "Messages known to be urgent before all others, each in order of arrival: known by a flag, or once triage has read the thread.",
  source: "non-pre-emptive priorities: Cobham, Operations Research 1954;2(1):70-76",
  params: [],
  create: () => ({ ...BY_TIME, messageClass: byUrgency }),
};
