import type { Model } from "../compile.ts";
import type { FrontDoor } from "../policies/index.ts";
import { weeksIn } from "../window-stretches.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { NOT_NEGATIVE, type Response, SHARE } from "./response.ts";
import { slugs } from "./slug.ts";

/** What the front door turns away, by policy, and what those patients do instead; nothing where it turns nobody away. */
export function frontDoorResponses(model: Model): readonly Response[] {
  const types = turningAway(model);
  if (types.length === 0) return [];
  const weeks = weeksIn(model);
  const perWeek = (
    name: string,
    label: string,
    doc: string,
    formula: string,
    count: (run: RecordedRun) => number,
  ): Response => ({
    name,
    unit: "per week",
    label,
    group: "patients",
    estimand: { type: "mean" },
    range: NOT_NEGATIVE,
    better: "neither",
    doc,
    formula: `${formula} / weeks of the window`,
    headline: false,
    measure: (run) => count(run) / weeks,
  });
  const sent = "patients' own messages that would have been sent in the window";
  const names = slugs(types);
  return [
    {
      name: "turned_away_share",
      unit: "share",
      label: "turned away at the front door",
      group: "patients",
      estimand: { type: "ratio" },
      range: SHARE,
      better: "neither",
      doc: "Messages that the front door does not let in, or that are not written because of it: a cost to patients, unless they do as well without.",
      formula: `those turned away / ${sent}`,
      headline: true,
      measure: ({ tallies: { all } }) => ({ numerator: all.turnedAway, denominator: all.own }),
    },
    perWeek(
      "turned_away_per_week",
      "messages a week turned away",
      "Messages that the front door does not let in, or that are not written because of it; chasers and duplicates are not counted.",
      `${sent} and were turned away`,
      ({ tallies }) => tallies.all.turnedAway,
    ),
    ...types.map((type, i) =>
      perWeek(
        `turned_away_${names[i]}_per_week`,
        `messages a week turned away by ${type}`,
        `What ${type} turns away, of what the policies before it let through.`,
        `${sent} and were turned away by ${type}`,
        ({ tallies }) => tallies.byDoor.get(type) ?? 0,
      ),
    ),
    perWeek(
      "turned_away_calling_per_week",
      "of those turned away, who call instead, a week",
      "Patients turned away who call in place of writing.",
      `${sent}, were turned away and became a call`,
      ({ tallies }) => tallies.all.callsInstead,
    ),
    perWeek(
      "turned_away_visiting_per_week",
      "of those turned away, who take a visit instead, a week",
      "Patients turned away who ask for a visit in place of writing, whether there is a free slot or not.",
      `${sent}, were turned away and became a visit`,
      ({ tallies }) => tallies.all.visitsInstead,
    ),
    perWeek(
      "turned_away_silent_per_week",
      "of those turned away, who do nothing instead, a week",
      "Patients turned away of whom the clinic hears no more.",
      `${sent}, were turned away and became nothing`,
      ({ tallies }) => tallies.all.nothingInstead,
    ),
  ];
}

/** Types of the policies that may turn somebody away. */
function turningAway({ specialties }: Model): readonly string[] {
  const types = specialties.flatMap(({ frontDoor, policies }) =>
    policies.frontDoor.filter((_, i) => mayTurnAway(frontDoor[i]!)).map(({ type }) => type),
  );
  return [...new Set(types)];
}

/** Whether it refuses any kind of message: the answer lies in its outcomes, whatever their chances. */
function mayTurnAway({ cap, outcomes }: FrontDoor): boolean {
  if (cap !== undefined) return true;
  const either = [false, true];
  const kinds = [0, 1].flatMap((round) =>
    either.flatMap((needsReply) => either.map((unsuitable) => ({ round, needsReply, unsuitable }))),
  );
  return kinds.some((kind) => {
    const message = { ...kind, topic: "", incomplete: false, sinceVisit: Infinity, untilVisit: Infinity };
    return outcomes(message).some(({ of }) => of.turnedAway !== undefined);
  });
}
