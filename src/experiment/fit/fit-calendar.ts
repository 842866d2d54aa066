import { InputError } from "../../errors.ts";
import type { CalendarSpec } from "../../model/index.ts";
import { patchScenario, type Scenario } from "../../scenario/index.ts";
import type { Extract } from "../extract/extract.ts";

const LONGEST = 3650;

/** Opening hours, holidays and patients' sleep of a scenario over the time of an extract. Throws InputError where the scenario cannot be moved there. */
export function calendarOver(base: Scenario, { start, timeZone, counts }: Extract): CalendarSpec {
  const { scenario, issues } = patchScenario(base, {
    "calendar.timeZone": timeZone,
    "run.start": start,
    "run.warmUp": "0 weeks",
    "run.length": `${Math.min(LONGEST, Math.max(1, counts.days))} days`,
    "run.runOut": "0 weeks",
  });
  if (scenario === undefined) throw new InputError(issues);
  return scenario.clinic.calendar;
}
