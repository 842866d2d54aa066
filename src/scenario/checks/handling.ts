import { createDistribution } from "../../random/index.ts";
import { errorAt, type PlacedIssue } from "../issue-list.ts";
import type { JsonObject, Segment } from "../json-value.ts";
import { LIMITS } from "../limits.ts";
import { distributionSpec } from "../quantities/distribution.ts";
import { type Check, entriesOf, type SoundDocument } from "./check.ts";
import { policiesIn } from "./policies-in.ts";

/** Nobody works longer than a day on one thing. */
export const checkHandling: Check = (document) =>
  timesIn(document).flatMap(([path, time]): readonly PlacedIssue[] => {
    const mean = time === undefined ? 0 : createDistribution(distributionSpec(time as JsonObject)).mean;
    if (mean <= LIMITS.handling) return [];
    const message = `a mean of ${Math.round(mean)} minutes is more than ${LIMITS.handling}, a day`;
    return [errorAt(path, { code: "out-of-range", message, hint: "minutes, not hours or days, are usual" })];
  });

/** A distribution as the document has it. */
type Time = readonly [readonly Segment[], object | undefined];

/** Everything that takes somebody's time. */
function timesIn(document: SoundDocument): readonly Time[] {
  const ofSpecialties = entriesOf(document.specialties).flatMap(
    ([name, { topics, otherWork, calls }]): Time[] => {
      const here = ["specialties", name];
      return [
        ...entriesOf(topics).flatMap(([topic, { minutes }]) =>
          entriesOf(minutes).map(([role, time]): Time => [[...here, "topics", topic, "minutes", role], time]),
        ),
        ...entriesOf(otherWork).map(
          ([work, { minutes }]): Time => [[...here, "otherWork", work, "minutes"], minutes],
        ),
        [[...here, "calls", "minutes"], calls?.minutes],
      ];
    },
  );
  const ofTeams = entriesOf(document.staff).map(
    ([team, { overrun }]): Time => [["staff", team, "overrun"], overrun],
  );
  const ofPolicies = policiesIn(document).flatMap(({ path, policy, params }) =>
    params
      .filter(({ kind }) => kind === "minutes")
      .map(({ name }): Time => [[...path, name], policy[name] as object | undefined]),
  );
  return [...ofSpecialties, ...ofTeams, ...ofPolicies];
}
