import { type Dates, isoDate } from "../../model/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import { readDate } from "../dates/date.ts";
import { readDates } from "../dates/dates.ts";
import { readDuty } from "../hours/duty.ts";
import { errorAt, type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted, type Segment } from "../json-value.ts";
import { LIMITS } from "../limits.ts";
import { readDuration } from "../quantities/duration.ts";
import { checked } from "../quantities/reading.ts";
import { type Check, entriesOf, type SoundDocument, type SoundTeam } from "./check.ts";

/** [days] Below this a clinic that starts empty has hardly filled. */
const SHORT_WARM_UP = 14;
const FEW_REPLICATIONS = 10;

/** Dates lie within the run, and the run is long enough to say something. */
export const checkRunDates: Check = (document) => {
  const span = spanOf(document);
  return [...checkRun(document), ...(span === undefined ? [] : checkDates(document, span))];
};

interface Span {
  readonly first: number;
  /** Of the run-out. */
  readonly last: number;
}

function spanOf({ run }: SoundDocument): Span | undefined {
  if (
    run?.start === undefined ||
    run.warmUp === undefined ||
    run.length === undefined ||
    run.runOut === undefined
  )
    return undefined;
  const days = [run.warmUp, run.length, run.runOut].reduce(
    (sum, text) => sum + checked(readDuration(text)) / MINUTES_PER_DAY,
    0,
  );
  const first = checked(readDate(run.start));
  return { first, last: first + days - 1 };
}

function checkRun(document: SoundDocument): readonly PlacedIssue[] {
  const { run, specialties } = document;
  const issues: PlacedIssue[] = [];
  const span = spanOf(document);
  if (span !== undefined && span.last - span.first >= LIMITS.runDays) {
    const message = `the run has ${span.last - span.first + 1} days, more than ${LIMITS.runDays}`;
    issues.push(errorAt(["run"], { code: "too-large", message, hint: "shorten `length`" }));
  }
  if (run?.replications !== undefined && run.replications < FEW_REPLICATIONS) {
    const message = `${run.replications} ${run.replications === 1 ? "replication gives no interval" : "replications give wide intervals"}`;
    issues.push(
      warningAt(["run", "replications"], { code: "few-replications", message, hint: "take at least 10" }),
    );
  }
  const starts = entriesOf(specialties).some(([, { openingBacklog }]) => (openingBacklog?.messages ?? 1) > 0);
  if (
    run?.warmUp !== undefined &&
    !starts &&
    checked(readDuration(run.warmUp)) < SHORT_WARM_UP * MINUTES_PER_DAY
  ) {
    const message = `a warm-up of ${run.warmUp} hardly fills a clinic that starts empty`;
    const hint = "take some weeks, or state an `openingBacklog`";
    issues.push(warningAt(["run", "warmUp"], { code: "short-warm-up", message, hint }));
  }
  return issues;
}

function checkDates(
  { calendar, specialties, staff }: SoundDocument,
  { first, last }: Span,
): readonly PlacedIssue[] {
  const run = `the run, ${isoDate(first)} to ${isoDate(last)}`;
  const issues = (calendar?.extraClosed ?? []).flatMap((date, index) => {
    const day = checked(readDate(date));
    if (day >= first && day <= last) return [];
    return [
      warningAt(["calendar", "extraClosed", index], {
        code: "outside-run",
        message: `${date} lies outside ${run}`,
      }),
    ];
  });
  for (const [name, { demand }] of entriesOf(specialties)) {
    const path = ["specialties", name, "demand"];
    for (const [index, { from, to }] of (demand?.timeline ?? []).entries()) {
      const [begins, ends] = [checked(readDate(from)), checked(readDate(to))];
      if (begins > ends) {
        const message = `from ${from} is after to ${to}`;
        issues.push(
          errorAt([...path, "timeline", index], { code: "wrong-order", message, hint: "exchange the dates" }),
        );
      } else if (ends < first || begins > last) {
        const message = `${from} to ${to} lies outside ${run}`;
        issues.push(
          warningAt([...path, "timeline", index], { code: "outside-run", message, hint: "it has no effect" }),
        );
      }
    }
    const from = demand?.growth?.from;
    if (from !== undefined && checked(readDate(from)) > last) {
      const message = `growth from ${from} lies after ${run}`;
      issues.push(
        warningAt([...path, "growth", "from"], { code: "outside-run", message, hint: "it has no effect" }),
      );
    }
  }
  return [...issues, ...entriesOf(staff).flatMap(([name, team]) => checkTeam(name, team, { first, last }))];
}

/** Duties, leave and handovers on dates. */
function checkTeam(name: string, team: SoundTeam, { first, last }: Span): readonly PlacedIssue[] {
  const run = `the run, ${isoDate(first)} to ${isoDate(last)}`;
  const path = ["staff", name];
  const outside = (at: readonly Segment[], text: string, { from, to }: Dates) => {
    if (readDay(to) >= first && readDay(from) <= last) return [];
    const message = `${quoted(text)} lies outside ${run}`;
    return [warningAt([...path, ...at], { code: "outside-run", message, hint: "it has no effect" })];
  };
  const duties = (at: readonly string[], texts: readonly string[] | undefined) =>
    (texts ?? []).flatMap((text, index) => {
      const duty = checked(readDuty(text));
      return "dated" in duty ? outside([...at, "duties", index], text, duty.dated) : [];
    });
  const people = entriesOf(team.people).flatMap(([person, own]) => [
    ...duties(["people", person], own.duties),
    ...(own.away ?? []).flatMap((text, index) =>
      outside(["people", person, "away", index], text, checked(readDates(text))),
    ),
  ]);
  const handovers = (team.handovers ?? []).flatMap(({ date }, index) =>
    outside(["handovers", index, "date"], date, { from: date, to: date }).map((issue) =>
      readDay(date) > last ? issue : { ...issue, hint: "it has come about before the run begins" },
    ),
  );
  return [...duties([], team.duties), ...people, ...handovers];
}

function readDay(date: string): number {
  return checked(readDate(date));
}
