import type { PolicyDefinition } from "../policy.ts";
import { alike, BY_TIME, type QueueDiscipline } from "./queue-discipline.ts";

export interface ShortestFirst {
  readonly type: "shortest-first";
}

export const shortestFirst: PolicyDefinition<ShortestFirst, QueueDiscipline> = {
  type: "shortest-first",
  doc: "Whatever takes least time: cherry-picking, under which long messages wait for ever in an inbox that is never empty.",
  source: "shortest job first: Smith, Naval Res Logist Q 1956;3:59-66",
  params: [],
  create: () => ({ ...BY_TIME, messageClass: alike, orderOf: ({ minutes }) => minutes }),
};
