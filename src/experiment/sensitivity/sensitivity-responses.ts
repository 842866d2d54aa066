import type { ResponseDefinition } from "../../model/index.ts";
import { isPromiseShare } from "../primary-responses.ts";

/**
 * Responses that have ends whatever is asked of a clinic, by which sensitivity is judged unless others are named: promises kept and at risk, the
 * use of people's hours, minutes after hours, which evenings bound. Waits and backlogs have none: where work exceeds hours, they say how
 * long the run was.
 */
export function boundedResponses(definitions: readonly ResponseDefinition[]): readonly string[] {
  return definitions
    .filter(
      (definition) =>
        isPromiseShare(definition) ||
        /^promise_.*_risk$/.test(definition.name) ||
        (definition.name.startsWith("utilisation_") && definition.headline) ||
        definition.name === AFTER_HOURS,
    )
    .map(({ name }) => name);
}

const AFTER_HOURS = "physician_after_hours_min_per_week";

/** Whether a response may grow with the length of a run. */
export function isUnbounded({ name, range: [least, most] }: ResponseDefinition): boolean {
  return name !== AFTER_HOURS && !(Number.isFinite(least) && Number.isFinite(most));
}
