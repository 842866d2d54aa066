import type { Model, ResponseDefinition } from "../model/index.ts";
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../units.ts";

/**
 * What a wait is surely longer than, where too many messages were never answered to say how long it is, in the response's unit: every
 * message of the window is watched from its sending to the end of the run, so at least through the run-out. Undefined for responses that
 * are no waits.
 */
export function beyondOf(model: Model, { estimand }: ResponseDefinition): number | undefined {
  if (estimand.type !== "quantile") return undefined;
  const { calendar, windowEnd, end } = model;
  switch (estimand.sample) {
    case "first_reply_business_h":
    case "later_reply_business_h":
      return calendar.business.between(windowEnd, end) / MINUTES_PER_HOUR;
    case "first_reply_wall_h":
      return (end - windowEnd) / MINUTES_PER_HOUR;
    case "resolution_wall_d":
      return (end - windowEnd) / MINUTES_PER_DAY;
  }
}
