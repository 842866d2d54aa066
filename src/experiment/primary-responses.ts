import type { ResponseDefinition } from "../model/index.ts";

/** Whether a response is the share of messages for which a promise is kept. */
export function isPromiseShare({ group, estimand, name }: ResponseDefinition): boolean {
  return group === "promises" && estimand.type === "ratio" && name.endsWith("_share");
}

/** What alternatives are compared by unless told: every promise, physicians' minutes after hours, the cost of a week. */
export function usualPrimary(definitions: readonly ResponseDefinition[]): readonly string[] {
  return definitions
    .filter(
      (definition) =>
        isPromiseShare(definition) ||
        definition.name === "physician_after_hours_min_per_week" ||
        definition.name === "cost_per_week",
    )
    .map(({ name }) => name);
}
