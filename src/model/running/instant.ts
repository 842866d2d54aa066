import { PRIORITY } from "../../kernel/index.ts";

/** The order of things that happen at the same moment, as in the README's "An instant". */
export const INSTANT = {
  runEnds: PRIORITY.completion - 1,
  workEnds: PRIORITY.completion,
  settling: PRIORITY.completion + 1,
  patienceEnds: PRIORITY.withdrawal,
  hoursEnd: PRIORITY.withdrawal + 5,
  arrival: PRIORITY.arrival,
  answer: PRIORITY.arrival + 1,
  places: PRIORITY.arrival + 2,
  dayBegins: PRIORITY.arrival + 3,
  routing: PRIORITY.arrival + 4,
  hoursBegin: PRIORITY.availability,
  choosing: PRIORITY.dispatch,
} as const;
