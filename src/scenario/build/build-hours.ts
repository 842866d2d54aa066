import type { WeeklyHours, WorkHours } from "../../model/index.ts";
import type { TeamDocument } from "../format/scenario-schema.ts";
import { readClock } from "../hours/clock-time.ts";
import { readDuty } from "../hours/duty.ts";
import { readEveningLength } from "../hours/evening-length.ts";
import { readWeekdays } from "../hours/week-days.ts";
import { mergeHours, readHours } from "../hours/weekly-hours.ts";
import { checked } from "../quantities/reading.ts";

/** The part of a team, or of a person, that says when there is work. */
export type HoursDocument = Pick<TeamDocument, "shifts" | "duties" | "clinic" | "inbox" | "evenings">;

/** What a person may have otherwise than the team. */
export type OwnHours = { readonly [Key in keyof HoursDocument]?: HoursDocument[Key] | undefined };

/** A person's hours: what the person leaves out is as the team's. */
export function hoursOf(team: HoursDocument, person: OwnHours = {}): HoursDocument {
  const inbox = person.inbox ?? team.inbox;
  return {
    shifts: person.shifts ?? team.shifts,
    duties: person.duties ?? team.duties,
    clinic: person.clinic ?? team.clinic,
    ...(inbox === undefined ? {} : { inbox }),
    evenings: person.evenings ?? team.evenings,
  };
}

export function buildHours({ shifts, duties, clinic, inbox, evenings }: HoursDocument): WorkHours {
  const blocks = duties.map((text) => checked(readDuty(text)));
  return {
    shifts: weekly(shifts),
    duties: mergeHours(blocks.flatMap((duty) => ("weekly" in duty ? [duty.weekly] : []))),
    datedDuties: blocks.flatMap((duty) => ("dated" in duty ? [duty.dated] : [])),
    clinic: weekly(clinic),
    ...(inbox === undefined ? {} : { inbox: weekly(inbox) }),
    evenings: evenings.map(({ days, from, upTo, probability }) => ({
      days: checked(readWeekdays(days)),
      from: checked(readClock(from)),
      upTo: checked(readEveningLength(upTo)),
      probability,
    })),
  };
}

/** A list of weekly hours as one. */
export function weekly(list: readonly string[]): WeeklyHours {
  return mergeHours(list.map((text) => checked(readHours(text))));
}
