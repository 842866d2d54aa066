import { PRIORITY } from "../../kernel/index.ts";

/** The order of things that happen at the same moment, as in the README's "An instant". */
export const INSTANT = {
  runEnds: PRIORITY.completion - 1,
  workEnds: PRIORITY.completion,
  settling: PRIORITY.completion + 1,
  patienceEnds: PRIORITY.withdrawal,
  hoursEnd: PRIORITY.withdrawal + 5,
  arrival: PRIORITY.arrival,
  impatience: PRIORITY.arrival + 1,
  answer: PRIORITY.arrival + 2,
  places: PRIORITY.arrival + 3,
  dayBegins: PRIORITY.arrival + 4,
  routing: PRIORITY.arrival + 5,
  hoursBegin: PRIORITY.availability,
  choosing: PRIORITY.dispatch,
} as const;
