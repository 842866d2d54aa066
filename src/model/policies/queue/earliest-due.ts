import type { PolicyDefinition } from "../policy.ts";
import { alike, BY_TIME, type QueueDiscipline } from "./queue-discipline.ts";

export interface EarliestDue {
  readonly type: "earliest-due";
}

/** [min] Later than any run: what nothing is promised of comes last, in order of time. */
const AFTER_ALL = 1e9;

export const earliestDue: PolicyDefinition<EarliestDue, QueueDiscipline> = {
  type: "earliest-due",
  doc: "Whatever has to be answered first by the promises made, as far as is known: a promise about urgent messages counts once they are known to be; what nothing is promised of comes last.",
  source: "earliest due date: Jackson, 1955; Liu and Layland, J ACM 1973;20(1):46-61",
  params: [],
  create: () => ({
    ...BY_TIME,
    messageClass: alike,
    orderOf: ({ entered, due }) => (due === Number.POSITIVE_INFINITY ? AFTER_ALL + entered : due),
    goesByDue: true,
  }),
};
