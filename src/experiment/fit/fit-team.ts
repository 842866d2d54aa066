import { type Calendar, rankOf } from "../../model/index.ts";
import type { Extract } from "../extract/extract.ts";
import type { TeamFit } from "./fit.ts";
import { fitAbsence } from "./fit-absence.ts";
import { fitCover } from "./fit-cover.ts";
import { fitEvenings } from "./fit-evenings.ts";
import { beginOf, fitHours, type HoursFit } from "./fit-hours.ts";
import { fitRouting } from "./fit-routing.ts";
import type { Team } from "./group-teams.ts";
import { holesOf, isInHole } from "./holes.ts";
import type { OwnMessages } from "./own-messages.ts";
import { rosterHours } from "./roster-hours.ts";
import type { Act } from "./staff-acts.ts";
import { averageOnRolls, timeOnRolls } from "./time-on-rolls.ts";
import type { TouchTimes } from "./touch-times.ts";
import { MINUTES_PER_SLOT, SLOTS_PER_DAY, SLOTS_PER_WEEK } from "./week-slots.ts";

const HOURS = 24;

export interface TeamSurroundings {
  readonly extract: Extract;
  readonly own: OwnMessages;
  readonly calendar: Calendar;
  readonly times: TouchTimes;
  readonly open: (weekday: number, minute: number) => boolean;
  readonly span: { readonly from: number; readonly to: number };
  readonly specialties: readonly string[];
}

/** What is learned of a team: hours, evenings, absence, and whose patients are whose. */
export function fitTeam(
  { name, role, serves, people }: Team,
  { extract, own, calendar, times, open, span, specialties }: TeamSurroundings,
): TeamFit {
  const rank = people[0]!.role;
  const keepsBlocks = rank >= rankOf("resident");
  const begin = (act: Act) =>
    beginOf(act, times.readsFirst(act.specialty, rank), keepsBlocks ? 0 : times.shortest[rank]!);
  const rolls = timeOnRolls(people, span);
  const holes = holesOf(messagesByDay(extract));
  const absence = fitAbsence(people, calendar, span, rolls, (day) => !isInHole(holes, day));
  const rostered: HoursFit | undefined =
    extract.roster === undefined ? undefined : rosterHours(extract.roster, people, calendar);
  const routing =
    role === "physician" && own.tells.patients
      ? fitRouting(
          own,
          people.map(({ staff }) => staff),
        )
      : undefined;
  return {
    name,
    role,
    serves: serves.map((s) => specialties[s]!),
    people,
    rolls,
    onRolls: averageOnRolls(rolls, span),
    hours:
      rostered ??
      fitHours(people, calendar, {
        begin,
        open,
        ...(keepsBlocks ? {} : { arriving: arrivals(own, calendar) }),
      }),
    fromRoster: rostered !== undefined,
    evenings: fitEvenings(people, own, calendar, begin, open, absence.away),
    absence,
    routing,
    cover: routing?.ownPhysician === true ? fitCover(people, own, calendar, absence.away) : undefined,
  };
}

/** Messages of patients of all specialties. */
function messagesByDay({ counts }: Extract): Float64Array {
  const days = new Float64Array(counts.days);
  for (const byHour of counts.byHour) {
    for (let i = 0; i < byHour.length; i += 1) days[Math.floor(i / HOURS)]! += byHour[i]!;
  }
  return days;
}

/** Messages of patients by half-hour of the week, on dates that are not closed. */
function arrivals(own: OwnMessages, calendar: Calendar): Float64Array {
  const slots = new Float64Array(SLOTS_PER_WEEK);
  for (let i = 0; i < own.count; i += 1) {
    const day = calendar.dayOf(own.sent[i]!);
    if (calendar.isClosed(day)) continue;
    slots[
      calendar.dayOfWeek(day) * SLOTS_PER_DAY +
        Math.floor(calendar.localMinute(own.sent[i]!) / MINUTES_PER_SLOT)
    ]! += 1;
  }
  return slots;
}
