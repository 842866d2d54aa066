import { createDistribution } from "../../random/index.ts";
import { errorAt, type PlacedIssue } from "../issue-list.ts";
import type { JsonObject } from "../json-value.ts";
import { LIMITS } from "../limits.ts";
import { distributionSpec } from "../quantities/distribution.ts";
import { type Check, entriesOf } from "./check.ts";

/** Nobody works longer than a day on one thing. */
export const checkHandling: Check = ({ specialties, staff, policies }) => {
  const times: [readonly string[], JsonObject | undefined][] = [];
  for (const [specialty, { topics, otherWork }] of entriesOf(specialties)) {
    const here = ["specialties", specialty];
    for (const [topic, { minutes }] of entriesOf(topics)) {
      for (const [role, time] of entriesOf(minutes))
        times.push([[...here, "topics", topic, "minutes", role], time as JsonObject]);
    }
    for (const [work, { minutes }] of entriesOf(otherWork)) {
      times.push([[...here, "otherWork", work, "minutes"], minutes as JsonObject | undefined]);
    }
  }
  for (const [team, { overrun }] of entriesOf(staff))
    times.push([["staff", team, "overrun"], overrun as JsonObject | undefined]);
  const { prepare } = (policies?.triage ?? {}) as { readonly prepare?: JsonObject };
  times.push([["policies", "triage", "prepare"], prepare]);
  return times.flatMap(([path, time]): readonly PlacedIssue[] => {
    const mean = time === undefined ? 0 : createDistribution(distributionSpec(time)).mean;
    if (mean <= LIMITS.handling) return [];
    const message = `a mean of ${Math.round(mean)} minutes is more than ${LIMITS.handling}, a day`;
    return [errorAt(path, { code: "out-of-range", message, hint: "minutes, not hours or days, are usual" })];
  });
};
