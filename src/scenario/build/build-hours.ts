import type { WeeklyHours, WorkHours } from "../../model/index.ts";
import type { TeamDocument } from "../format/scenario-schema.ts";
import { readClock } from "../hours/clock-time.ts";
import { readDuty } from "../hours/duty.ts";
import { readWeekdays } from "../hours/week-days.ts";
import { mergeHours, readHours } from "../hours/weekly-hours.ts";
import { readDuration } from "../quantities/duration.ts";
import { checked } from "../quantities/reading.ts";

/** The part of a team, or of a person, that says when there is work. */
export type HoursDocument = Pick<TeamDocument, "shifts" | "duties" | "clinic" | "inbox" | "evenings">;

/** What a person may have otherwise than the team. */
export type OwnHours = TeamDocument["people"][string];

/** A person's hours: what the person leaves out is as the team's. */
export function hoursOf(team: HoursDocument, person: OwnHours = {}): HoursDocument {
  const inbox = person.inbox ?? team.inbox;
  const evenings = person.evenings ?? team.evenings;
  return {
    shifts: person.shifts ?? team.shifts,
    duties: person.duties ?? team.duties,
    clinic: person.clinic ?? team.clinic,
    ...(inbox === undefined ? {} : { inbox }),
    ...(evenings === undefined ? {} : { evenings }),
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
    ...(evenings === undefined
      ? {}
      : {
          evenings: {
            days: checked(readWeekdays(evenings.days)),
            from: checked(readClock(evenings.from)),
            upTo: checked(readDuration(evenings.upTo)),
            probability: evenings.probability,
          },
        }),
  };
}

/** A list of weekly hours as one. */
export function weekly(list: readonly string[]): WeeklyHours {
  return mergeHours(list.map((text) => checked(readHours(text))));
}
