import { readMoment, wallMinute } from "../hours/moment.ts";
import { errorAt, type PlacedIssue } from "../issue-list.ts";
import { LIMITS } from "../limits.ts";
import { readDuration } from "../quantities/duration.ts";
import { checked } from "../quantities/reading.ts";
import { type Check, entriesOf } from "./check.ts";

/** Outages of the portal, and dates of triggers, are in order. */
export const checkOutages: Check = ({ calendar, specialties }) => [
  ...outagesOf(calendar),
  ...entriesOf(specialties).flatMap(([specialty, { triggers }]) =>
    entriesOf(triggers).flatMap(([trigger, { from, to }]) => {
      if (from === undefined || to === undefined || from <= to) return [];
      const message = `from ${from} is after to ${to}`;
      const at = ["specialties", specialty, "triggers", trigger];
      return [errorAt(at, { code: "wrong-order", message, hint: "exchange the dates" })];
    }),
  ),
];

function outagesOf(calendar: Parameters<Check>[0]["calendar"]): readonly PlacedIssue[] {
  const issues: PlacedIssue[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const [index, { from, to, rebound }] of (calendar?.portalOutages ?? []).entries()) {
    const at = ["calendar", "portalOutages", index];
    const [begins, ends] = [wallMinute(checked(readMoment(from))), wallMinute(checked(readMoment(to)))];
    if (ends <= begins) {
      const message = `it is up again at ${to}, not after it went down at ${from}`;
      issues.push(errorAt(at, { code: "wrong-order", message, hint: "exchange the two" }));
    } else if (ends - begins > LIMITS.outage) {
      const message = `it is down for more than ${LIMITS.outage / 1440} days`;
      issues.push(
        errorAt(at, { code: "out-of-range", message, hint: "lower the volume by `timeline` instead" }),
      );
    } else if (begins < free) {
      const message = `it goes down at ${from}, before what the outage before held back has been sent`;
      const hint = "write outages in order, each after the rebound of the one before";
      issues.push(errorAt(at, { code: "overlap", message, hint }));
    }
    free = Math.max(free, ends + checked(readDuration(rebound)));
  }
  return issues;
}
