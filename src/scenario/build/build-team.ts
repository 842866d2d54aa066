import { type Absence, STAGES, type Team } from "../../model/index.ts";
import { MINUTES_PER_WEEK } from "../../units.ts";
import { byCodeUnit } from "../canonical.ts";
import { readDates } from "../dates/dates.ts";
import type { TeamDocument } from "../format/scenario-schema.ts";
import { CO_SIGNATURE } from "../format/team.ts";
import { distributionSpec } from "../quantities/distribution.ts";
import { readDuration } from "../quantities/duration.ts";
import { readMoney } from "../quantities/money.ts";
import { readDaysPerYear, readWeeksPerYear } from "../quantities/per-year.ts";
import { checked } from "../quantities/reading.ts";
import { stagesOf } from "../quantities/roles.ts";
import { buildHours, hoursOf } from "./build-hours.ts";
import { buildQueue } from "./build-policies.ts";
import { namesOf } from "./names-of.ts";

/**
 * A team; `specialtyNames` in the clinic's order, by which it finds whom it serves. Named people come
 * first, by name.
 */
export function buildTeam(name: string, written: TeamDocument, specialtyNames: readonly string[]): Team {
  const { role, count, serves, topics, overrun, people, endOfHours, costBasis } = written;
  const { amount, currency } = checked(readMoney(written.costPerHour));
  const names = namesOf(people);
  return {
    name,
    role,
    count,
    serves: [...new Set(serves)].map((specialty) => specialtyNames.indexOf(specialty)).sort((a, b) => a - b),
    ...(topics === undefined ? {} : { topics: [...new Set(topics)].sort(byCodeUnit) }),
    stages: STAGES.filter((stage) => (written.stages ?? stagesOf(role)).includes(stage)),
    ...buildHours(hoursOf(written)),
    people: names.map((person) => {
      const own = people[person]!;
      return {
        name: person,
        ...buildHours(hoursOf(written, own)),
        panelShare: own.panelShare,
        speed: own.speed ?? written.speed,
        ...leaveOf(absenceOf(written, own)),
        away: own.away.map((text) => checked(readDates(text))),
      };
    }),
    speed: written.speed,
    coSignature: written.coSignature ?? CO_SIGNATURE,
    handovers: written.handovers
      .map(({ date, from, to }) => ({ date, from: names.indexOf(from), to: names.indexOf(to) }))
      .sort((a, b) => byCodeUnit(a.date, b.date)),
    ...(written.queue === undefined ? {} : { queue: buildQueue(written.queue) }),
    ...(overrun === undefined ? {} : { overrun: distributionSpec(overrun) }),
    absence: { ...leaveOf(written.absence), cover: written.absence.cover },
    endOfHours,
    reRead: checked(readDuration(written.reRead)),
    costPerHour: amount,
    currency,
    costBasis,
    fullTime: checked(readDuration(written.fullTime)),
  };
}

type Leave = Pick<Absence, "vacationWeeks" | "vacationStretch" | "sickDays">;
type WrittenLeave = Omit<TeamDocument["absence"], "cover">;

function leaveOf({ vacation, vacationStretch, sick }: WrittenLeave): Leave {
  return {
    vacationWeeks: checked(readWeeksPerYear(vacation)),
    vacationStretch: checked(readDuration(vacationStretch)) / MINUTES_PER_WEEK,
    sickDays: checked(readDaysPerYear(sick)),
  };
}

/** A person's vacation and sickness: what the person leaves out is as the team's. */
function absenceOf(
  { absence }: TeamDocument,
  { absence: own }: TeamDocument["people"][string],
): WrittenLeave {
  return {
    vacation: own?.vacation ?? absence.vacation,
    vacationStretch: own?.vacationStretch ?? absence.vacationStretch,
    sick: own?.sick ?? absence.sick,
  };
}
