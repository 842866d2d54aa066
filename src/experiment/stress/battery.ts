import type { Patch } from "../../scenario/index.ts";
import { outage, policyDay, releasedResults, surges } from "./demand-stresses.ts";
import type { Ground, StressOrNot } from "./ground.ts";
import { longWeekend, somebodyAway } from "./staff-stresses.ts";

/** The stresses that every plan is put under, in order, then the scenario's own. */
export function battery(ground: Ground): readonly StressOrNot[] {
  const usual = usualStresses(ground);
  return [...usual, ...ownStresses(ground, new Set(usual.map(({ name }) => name)))];
}

function usualStresses(ground: Ground): readonly StressOrNot[] {
  return [
    longWeekend(ground),
    ...somebodyAway(ground, "two-week vacation"),
    ...somebodyAway(ground, "sick call"),
    ...surges(ground),
    outage(ground),
    releasedResults(ground),
    policyDay(ground),
  ];
}

function ownStresses({ scenario, model }: Ground, taken: ReadonlySet<string>): readonly StressOrNot[] {
  return Object.entries(scenario.document.stresses ?? {}).map(([written, { from, to, changes }]) => {
    const name = taken.has(written) ? `${written}, the scenario's own` : written;
    if (model.calendar.dayOfDate(from) < model.clinic.run.warmUpDays) {
      return { name, why: `${from} is before the measured window` };
    }
    return { name, doc: `the scenario's own, ${from} to ${to}`, from, to, patch: changes as Patch };
  });
}
