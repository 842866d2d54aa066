import type { PromiseWithin } from "../../model/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import { warningAt } from "../issue-list.ts";
import { readDuration } from "../quantities/duration.ts";
import { readWithin } from "../quantities/promise-within.ts";
import { checked } from "../quantities/reading.ts";
import { type Check, entriesOf } from "./check.ts";

/** Promises can be kept, and the run goes on long enough to tell whether they are. */
export const checkPromises: Check = (document) => [...checkSameDay(document), ...checkRunOut(document)];

/**
 * What is sent after closing is due before it is sent, if its clock starts then and runs to the close of that
 * day.
 */
const checkSameDay: Check = ({ promises }) =>
  entriesOf(promises).flatMap(([name, { within, starts }]) => {
    if (within === undefined || starts !== "when sent") return [];
    const clock = checked(readWithin(within));
    if (clock.clock !== "business-day-end" || clock.days > 0) return [];
    const message =
      "a message sent after closing would be due before it is sent, and can never be answered in time";
    const hint = 'add "starts": "at the next opening", or promise "end of business day 1"';
    return [warningAt(["promises", name, "within"], { code: "due-before-sent", message, hint })];
  });

const checkRunOut: Check = ({ promises, run }) => {
  if (run?.runOut === undefined) return [];
  const runOut = checked(readDuration(run.runOut)) / MINUTES_PER_DAY;
  return entriesOf(promises).flatMap(([name, { within }]) => {
    if (within === undefined) return [];
    const days = daysFor(checked(readWithin(within)));
    if (days <= runOut) return [];
    const message = `a message sent at the end of the window has ${days} days to be answered, but the run-out is ${run.runOut}`;
    const hint = `lengthen run.runOut to "${days} days", or the last messages count as broken promises`;
    return [warningAt(["promises", name, "within"], { code: "run-out-too-short", message, hint })];
  });
};

/** [days] How long a promise may take, with a weekend and a holiday in between. */
function daysFor(within: PromiseWithin): number {
  if (within.clock === "wall") return Math.ceil(within.minutes / MINUTES_PER_DAY);
  const businessDays = within.clock === "business-day-end" ? within.days : Math.ceil(within.minutes / 480);
  return Math.ceil((businessDays * 7) / 5) + 2;
}
