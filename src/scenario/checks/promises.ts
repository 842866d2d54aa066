import type { PromiseWithin } from "../../model/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import { errorAt, type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { readDuration } from "../quantities/duration.ts";
import { readWithin } from "../quantities/promise-within.ts";
import { checked } from "../quantities/reading.ts";
import { type Check, entriesOf, type SoundDocument } from "./check.ts";

/** Promises have names of their own, and the run can tell whether they are kept. */
export const checkPromises: Check = (document) => [...checkNames(document), ...checkRunOut(document)];

/** A name as it appears in names of responses and columns: lower-case letters and digits with hyphens between them. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function checkNames({ promises }: SoundDocument): readonly PlacedIssue[] {
  const seen = new Map<string, string>();
  return Object.keys(promises ?? {}).flatMap((name) => {
    const slug = slugOf(name);
    const before = seen.get(slug);
    seen.set(slug, name);
    const hint = "names must differ in a letter or digit, for they become names of columns";
    if (slug === "") {
      return [
        errorAt(
          ["promises", name],
          { code: "bad-name", message: `${quoted(name)} has no letter or digit`, hint },
          true,
        ),
      ];
    }
    if (before === undefined) return [];
    const message = `${quoted(name)} and ${quoted(before)} are the same name`;
    return [errorAt(["promises", name], { code: "same-name", message, hint }, true)];
  });
}

function checkRunOut({ promises, run }: SoundDocument): readonly PlacedIssue[] {
  if (run?.runOut === undefined) return [];
  const runOut = checked(readDuration(run.runOut)) / MINUTES_PER_DAY;
  return entriesOf(promises).flatMap(([name, { within }]) => {
    if (within === undefined) return [];
    const days = daysFor(checked(readWithin(within)));
    if (days <= runOut) return [];
    const message = `a message sent at the end of the window has ${days} days to be answered, but the run-out is ${run.runOut}`;
    const hint = `lengthen run.runOut to "${Math.ceil(days / 7)} weeks", or the last messages count as broken promises`;
    return [warningAt(["promises", name, "within"], { code: "run-out-too-short", message, hint })];
  });
}

/** [days] How long a promise may take, with a weekend and a holiday in between. */
function daysFor(within: PromiseWithin): number {
  if (within.clock === "wall") return Math.ceil(within.minutes / MINUTES_PER_DAY);
  const businessDays = within.clock === "business-day-end" ? within.days : Math.ceil(within.minutes / 480);
  return Math.ceil((businessDays * 7) / 5) + 2;
}
