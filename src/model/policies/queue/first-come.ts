import type { PolicyDefinition } from "../policy.ts";
import { alike, BY_TIME, type QueueDiscipline } from "./queue-discipline.ts";

export interface FirstCome {
  readonly type: "first-come";
}

export const firstCome: PolicyDefinition<FirstCome, QueueDiscipline> = {
  type: "first-come",
  doc: "Messages in order of arrival, whatever is known of them.",
  source: "first come, first served: Gross et al., Fundamentals of Queueing Theory, 4th ed., §1.2",
  params: [],
  create: () => ({ ...BY_TIME, messageClass: alike }),
};
