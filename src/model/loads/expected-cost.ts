import { MINUTES_PER_HOUR } from "../../units.ts";
import type { Model } from "../compile.ts";
import type { Leave } from "../draws/absence-draws.ts";
import { leaveOf } from "../draws/person-days.ts";
import type { OfferedLoads } from "../loads.ts";
import { scheduledMinutesAWeek } from "../recorder/scheduled-hours.ts";

/** What staff is expected to cost in a week, before anything is simulated [currency]. */
export interface ExpectedCost {
  /** Scheduled hours of posts: certain, and never more than what `cost_per_week` comes to. */
  readonly posts: number;
  /** With what those paid by the minute are expected to be asked for, and who stands in for the absent. */
  readonly all: number;
}

/** Costs by calculation; currencies are summed as if they were one. */
export function expectedCost(model: Model, { teams }: OfferedLoads): ExpectedCost {
  let [posts, minutes, floats] = [0, 0, 0];
  teams.forEach(({ team, messages, calls, otherWork }) => {
    const { costBasis, costPerHour } = model.clinic.teams[team]!;
    const perMinute = costPerHour / MINUTES_PER_HOUR;
    if (costBasis === "minutes") minutes += (messages + calls + otherWork) * perMinute;
    else {
      const spec = model.clinic.teams[team]!;
      model.teams[team]!.people.forEach(({ work }, ordinal) => {
        const weekly = scheduledMinutesAWeek(work) * perMinute;
        posts += weekly;
        if (spec.absence.cover === "float") floats += weekly * shareAway(leaveOf(spec, ordinal));
      });
    }
  });
  return { posts, all: posts + minutes + floats };
}

/** About the share of working days on which somebody is on leave or sick. */
function shareAway({ vacationWeeks, sickDays }: Leave): number {
  return Math.min(1, (vacationWeeks + sickDays / 5) / 52);
}
