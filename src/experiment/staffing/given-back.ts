import { windowDays } from "../../model/index.ts";
import type { Explanation, Told } from "./answer.ts";
import { measureKey } from "./measure.ts";
import type { Observation } from "./observation.ts";
import type { StaffingProblem } from "./staffing-problem.ts";
import { toldDifferences } from "./told.ts";
import type { Variant } from "./variant.ts";

/** Hours of all physicians together, today's less the plan's. */
export function givenBack(
  problem: StaffingProblem,
  variant: Variant,
  own: readonly Observation[],
  today: readonly Observation[],
  base: Variant,
): Explanation["givenBack"] {
  const { model } = variant;
  const physicians = (of: Variant) =>
    of.scenario.clinic.teams.reduce((sum, { role, count }) => (role === "physician" ? sum + count : sum), 0);
  const [now, then] = [physicians(base), physicians(variant)];
  const { from, to } = windowDays(model);
  let open = 0;
  for (let day = from; day < to; day += 1) if (model.calendar.isOpenDay(day)) open += 1;
  const daysAWeek = (open * 7) / (to - from);
  const of = (response: string, times: number): Told | undefined => {
    const measure = problem.measures.findIndex((each) => measureKey(each) === response);
    if (measure < 0) return undefined;
    // Weighed by how many there are, the difference of means is one of hours.
    const weighed = (list: readonly Observation[], by: number) =>
      list.map((each) => each.map((value, k) => (k === 2 * measure ? value * by : value)));
    const [a, b] = [weighed(today, (now * times) / 60), weighed(own, (then * times) / 60)];
    return toldDifferences(problem, a, b)[measure]!.difference;
  };
  const messages = of("physician_message_min_per_day", daysAWeek);
  const afterHours = of("physician_after_hours_min_per_week", 1);
  return messages === undefined || afterHours === undefined ? undefined : { messages, afterHours };
}
