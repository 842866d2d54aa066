import { dayNumber, type WeeklyHours, type WorkHours, weekdayOf } from "../../model/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import { buildHours, type HoursDocument, hoursOf, type OwnHours, weekly } from "../build/build-hours.ts";
import { intersect, subtract } from "../hours/intervals.ts";
import { WEEKDAYS } from "../hours/week-days.ts";
import { errorAt, type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { writtenClock } from "../quantities/policy-times.ts";
import { type Check, entriesOf, type SoundTeam } from "./check.ts";

const ROUNDING = 1e-9;

/** Blocks lie where they can be kept, and everybody has hours for messages. */
export const checkHours: Check = ({ calendar, staff }) => {
  const open = calendar?.open === undefined ? undefined : weekly(calendar.open);
  const neverOpen = open?.every((day) => day.length === 0) === true;
  const message = "the clinic is never open";
  return [
    ...(neverOpen
      ? [
          errorAt(["calendar", "open"], {
            code: "never-open",
            message,
            hint: 'as in ["Mon-Fri 08:00-17:00"]',
          }),
        ]
      : []),
    ...entriesOf(staff).flatMap(([name, team]) => checkTeam(name, team, neverOpen ? undefined : open)),
  ];
};

function checkTeam(name: string, team: SoundTeam, open: WeeklyHours | undefined): readonly PlacedIssue[] {
  const path = ["staff", name];
  const written = soundHours(team);
  if (written === undefined || team.count === undefined) return [];
  const people = entriesOf(team.people);
  const issues: PlacedIssue[] = [];
  if (people.length > team.count) {
    const message = `the team ${quoted(name)} names ${people.length} people, but has ${team.count}`;
    issues.push(
      errorAt([...path, "people"], {
        code: "too-many-people",
        message,
        hint: "raise `count`, or leave some out",
      }),
    );
  }
  if (people.length < team.count)
    issues.push(...checkWork(path, `the team ${quoted(name)}`, buildHours(written), open));
  for (const [person, own] of people) {
    const hours = buildHours(hoursOf(written, own as OwnHours));
    issues.push(...checkWork([...path, "people", person], quoted(person), hours, open, own as OwnHours));
  }
  return issues;
}

/** The team's hours, if all of them are sound. */
function soundHours({ shifts, duties, clinic, inbox, evenings }: SoundTeam): HoursDocument | undefined {
  if ([shifts, duties, clinic, evenings].includes(undefined)) return undefined;
  return {
    shifts,
    duties,
    clinic,
    ...(inbox === undefined ? {} : { inbox }),
    evenings,
  } as HoursDocument;
}

/** `own` is what a person has otherwise than the team: nothing is said again of what is the team's alone. */
function checkWork(
  path: readonly string[],
  who: string,
  work: WorkHours,
  open: WeeklyHours | undefined,
  own?: OwnHours,
): readonly PlacedIssue[] {
  const { shifts, duties, clinic, inbox } = work;
  const issues: PlacedIssue[] = [];
  const isOwn = (...keys: readonly (keyof OwnHours)[]) =>
    own === undefined || keys.some((key) => own[key] !== undefined);
  const warn = (key: string, code: string, days: WeeklyHours, message: string, hint?: string) => {
    const where = firstOf(days);
    if (where === undefined) return;
    issues.push(
      warningAt([...path, key], {
        code,
        message: `${where}: ${message}`,
        ...(hint === undefined ? {} : { hint }),
      }),
    );
  };
  const without = (days: WeeklyHours, less: WeeklyHours) => days.map((day, i) => subtract(day, less[i]!));
  const both = (a: WeeklyHours, b: WeeklyHours) => a.map((day, i) => intersect(day, b[i]!));
  const blocks = inbox ?? without(shifts, clinic);
  if (without(blocks, duties).every((day) => day.length === 0) && work.evenings.length === 0) {
    const message = `${who} has no hours in which to answer messages`;
    const hint = "give `shifts` or `inbox` blocks that duties and clinic sessions leave free";
    issues.push(errorAt(path, { code: "no-hours", message, hint }));
  }
  if (open !== undefined) {
    for (const [key, days] of Object.entries({ shifts, clinic, ...(inbox === undefined ? {} : { inbox }) })) {
      if (!isOwn(key as keyof OwnHours)) continue;
      const closed = days.map((day, i) => (open[i]!.length === 0 ? day : []));
      warn(key, "closed-day", closed, "the clinic has no opening hours on that day");
    }
  }
  if (isOwn("duties")) {
    const message = "a duty takes nothing away where there are no hours for messages";
    warn("duties", "outside-shifts", without(duties, blocks), message);
    for (const { from, to, hours } of work.datedDuties) {
      if (weekdaysOf(from, to).some((day) => intersect(blocks[day]!, hours).length > 0)) continue;
      const dates = from === to ? from : `${from} to ${to}`;
      issues.push(
        warningAt([...path, "duties"], { code: "outside-shifts", message: `${dates}: ${message}` }),
      );
    }
  }
  if (shifts.some((day) => day.length > 0)) {
    if (isOwn("clinic", "shifts"))
      warn("clinic", "outside-shifts", without(clinic, shifts), "a clinic session lies outside the shifts");
    if (inbox !== undefined && isOwn("inbox", "shifts"))
      warn("inbox", "outside-shifts", without(inbox, shifts), "an inbox block lies outside the shifts");
  }
  if (inbox !== undefined && isOwn("inbox", "clinic")) {
    const hint = "the inbox block counts as free for messages";
    warn("inbox", "double-booked", both(inbox, clinic), "an inbox block lies within a clinic session", hint);
  }
  const busy = blocks.map((day, i) => [...day, ...clinic[i]!, ...shifts[i]!]);
  return isOwn("evenings", "shifts", "clinic", "inbox")
    ? [...issues, ...checkEvenings(path, work, busy)]
    : issues;
}

function checkEvenings(
  path: readonly string[],
  { evenings }: WorkHours,
  busy: WeeklyHours,
): readonly PlacedIssue[] {
  const here = [...path, "evenings"];
  const each = evenings.flatMap(({ days, from, upTo }, index) => {
    const to = from + (upTo === Number.POSITIVE_INFINITY ? MINUTES_PER_DAY - from : upTo);
    if (to > MINUTES_PER_DAY || from === MINUTES_PER_DAY) {
      const length = upTo === Number.POSITIVE_INFINITY ? "" : ` of ${upTo} minutes`;
      const message = `an evening from ${writtenClock(from)}${length} runs past midnight`;
      const fault = { code: "out-of-range", message, hint: "end it by 24:00" };
      return [errorAt([...here, index, "upTo"], fault)];
    }
    const overlap = busy.map((day, i) => (days[i] === true ? intersect(day, [{ from, to }]) : []));
    const where = firstOf(overlap);
    if (where === undefined) return [];
    const message = `${where}: the evening overlaps hours at work`;
    return [warningAt([...here, index, "from"], { code: "double-booked", message })];
  });
  return [...each, ...checkChances(here, evenings)];
}

/** Of the habits of a day at most one comes true. */
function checkChances(path: readonly string[], evenings: WorkHours["evenings"]): readonly PlacedIssue[] {
  const chances = WEEKDAYS.map((_, day) =>
    evenings.reduce((sum, { days, probability }) => sum + (days[day] === true ? probability : 0), 0),
  );
  const day = chances.findIndex((sum) => sum > 1 + ROUNDING);
  if (day < 0) return [];
  const message = `the chances of the habits on ${WEEKDAYS[day]} sum to ${Math.round(chances[day]! * 1e4) / 1e4}, more than 1`;
  const hint = "at most one of them comes true; what is left of 1 is an evening off";
  return [errorAt(path, { code: "shares-sum", message, hint })];
}

/** The weekdays, 0 = Monday, of the dates from one to another. */
function weekdaysOf(from: string, to: string): readonly number[] {
  const first = dayNumber(from);
  const days = Math.min(7, dayNumber(to) - first + 1);
  return Array.from({ length: days }, (_, i) => weekdayOf(first + i));
}

/** "Mon 12:00-12:30", the first stretch of a week; undefined where there is none. */
function firstOf(week: WeeklyHours): string | undefined {
  const day = week.findIndex((stretches) => stretches.length > 0);
  const first = week[day]?.[0];
  return first === undefined
    ? undefined
    : `${WEEKDAYS[day]} ${writtenClock(first.from)}-${writtenClock(first.to)}`;
}
