import type { WeeklyHours } from "../../model/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import { weekly } from "../build/build-team.ts";
import { readClock } from "../hours/clock-time.ts";
import { intersect, subtract } from "../hours/intervals.ts";
import { readWeekdays, WEEKDAYS } from "../hours/week-days.ts";
import { errorAt, type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { readDuration } from "../quantities/duration.ts";
import { checked } from "../quantities/reading.ts";
import { type Check, entriesOf, type SoundTeam } from "./check.ts";

/** Blocks lie where they can be kept, and everybody has hours for messages. */
export const checkHours: Check = ({ calendar, staff }) => {
  const open = calendar?.open === undefined ? undefined : weekly(calendar.open);
  const neverOpen =
    open?.every((day) => day.length === 0) === true
      ? [
          errorAt(["calendar", "open"], {
            code: "never-open",
            message: "the clinic is never open",
            hint: 'as in ["Mon-Fri 08:00-17:00"]',
          }),
        ]
      : [];
  return [...neverOpen, ...entriesOf(staff).flatMap(([name, team]) => checkTeam(name, team, open))];
};

function checkTeam(name: string, team: SoundTeam, open: WeeklyHours | undefined): readonly PlacedIssue[] {
  const { shifts, duties, clinic } = team;
  if (shifts === undefined || duties === undefined || clinic === undefined) return [];
  const path = ["staff", name];
  const at = { shifts: weekly(shifts), duties: weekly(duties), clinic: weekly(clinic) };
  const inbox = team.inbox === undefined ? undefined : weekly(team.inbox);
  const issues: PlacedIssue[] = [];
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
  const hours = inbox ?? at.shifts.map((day, i) => subtract(subtract(day, at.duties[i]!), at.clinic[i]!));
  if (hours.every((day) => day.length === 0) && team.evenings === undefined && team.count !== 0) {
    const message = `the team ${quoted(name)} has no hours in which to answer messages`;
    const hint = "give it `shifts` or `inbox` blocks that duties and clinic sessions leave free";
    issues.push(errorAt(path, { code: "no-hours", message, hint }));
  }
  if (open?.some((day) => day.length > 0)) {
    for (const [key, days] of Object.entries({ ...at, ...(inbox === undefined ? {} : { inbox }) })) {
      const closed = days.map((day, i) => (open[i]!.length === 0 ? day : []));
      warn(key, "closed-day", closed, "the clinic has no opening hours on that day");
    }
  }
  const hasShifts = at.shifts.some((day) => day.length > 0);
  const outside = (days: WeeklyHours) => days.map((day, i) => subtract(day, at.shifts[i]!));
  warn("duties", "outside-shifts", outside(at.duties), "a duty outside every shift takes nothing away");
  if (hasShifts)
    warn("clinic", "outside-shifts", outside(at.clinic), "a clinic session lies outside the shifts");
  if (hasShifts && inbox !== undefined)
    warn("inbox", "outside-shifts", outside(inbox), "an inbox block lies outside the shifts");
  const both = (a: WeeklyHours, b: WeeklyHours) => a.map((day, i) => intersect(day, b[i]!));
  warn("duties", "double-booked", both(at.duties, at.clinic), "a duty and a clinic session overlap");
  if (inbox !== undefined) {
    const hint = "the inbox block counts as free for messages";
    warn(
      "inbox",
      "double-booked",
      both(inbox, at.clinic),
      "an inbox block lies within a clinic session",
      hint,
    );
    warn("inbox", "double-booked", both(inbox, at.duties), "an inbox block lies within a duty", hint);
  }
  return [
    ...issues,
    ...checkEvenings(
      path,
      team,
      hours.map((day, i) => [...day, ...at.clinic[i]!, ...at.shifts[i]!]),
    ),
  ];
}

function checkEvenings(
  path: readonly string[],
  { evenings }: SoundTeam,
  busy: WeeklyHours,
): readonly PlacedIssue[] {
  const { days, from, upTo } = evenings ?? {};
  if (days === undefined || from === undefined || upTo === undefined) return [];
  const begins = checked(readClock(from));
  const ends = begins + checked(readDuration(upTo));
  if (ends > MINUTES_PER_DAY) {
    const message = `an evening from ${from} of ${upTo} runs past midnight`;
    return [
      errorAt([...path, "evenings", "upTo"], { code: "out-of-range", message, hint: "end it by 24:00" }),
    ];
  }
  const flags = checked(readWeekdays(days));
  const overlap = busy.map((day, i) =>
    flags[i] === true ? intersect(day, [{ from: begins, to: ends }]) : [],
  );
  const where = firstOf(overlap);
  if (where === undefined) return [];
  const message = `${where}: the evening overlaps hours at work`;
  return [warningAt([...path, "evenings", "from"], { code: "double-booked", message })];
}

/** "Mon 12:00-12:30", the first stretch of a week; undefined where there is none. */
function firstOf(week: WeeklyHours): string | undefined {
  const day = week.findIndex((stretches) => stretches.length > 0);
  const first = week[day]?.[0];
  if (first === undefined) return undefined;
  const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return `${WEEKDAYS[day]} ${clock(first.from)}-${clock(first.to)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
