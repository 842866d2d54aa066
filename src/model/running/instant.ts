import { PRIORITY } from "../../kernel/index.ts";

/** The order of things that happen at the same moment, as in the README's "An instant". */
export const INSTANT = {
  runEnds: PRIORITY.completion - 1,
  workEnds: PRIORITY.completion,
  patienceEnds: PRIORITY.withdrawal,
  hoursEnd: PRIORITY.withdrawal + 5,
  arrival: PRIORITY.arrival,
  hoursBegin: PRIORITY.availability,
  choosing: PRIORITY.dispatch,
} as const;
