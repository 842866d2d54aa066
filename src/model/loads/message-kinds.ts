import type { Topic } from "../clinic.ts";
import { type DoorOutcome, LET_IN, withEffect } from "../draws/door-draws.ts";
import { NO_VISITS, type VisitDistance } from "../draws/patient-visits.ts";
import type { DoorEffect, FrontDoor, Incoming, Weighted } from "../policies/index.ts";
import type { SpecialtyRules } from "../specialty-rules.ts";

/** A specialty's rules, and what threads depend on besides. */
export interface ThreadsUnder {
  readonly rules: SpecialtyRules;
  /** [days] Between regular visits. */
  readonly visitInterval: number;
  readonly hasPhysicians: boolean;
}

/** What is known of a message that is let in before it is told which role it needs and how it is dealt with. */
export interface MessageKind extends DoorOutcome {
  readonly needsReply: boolean;
  readonly unsuitable: boolean;
  readonly lacks: boolean;
  readonly converts: boolean;
}

/** The messages number `round` that are let in, by kind, where so many are sent that need a reply, and so many that say thank you. */
export function messageKinds(
  topic: Topic,
  round: number,
  endsInVisit: boolean,
  needing: number,
  thanks: number,
  { rules, visitInterval }: ThreadsUnder,
): Weighted<MessageKind>[] {
  const kinds: Weighted<MessageKind>[] = [];
  const conversion = rules.conversion.chance(endsInVisit, round);
  const [unsuited, incomplete] = round === 0 ? [topic.unsuitable, topic.incomplete] : [0, 0];
  for (const sent of [
    ...each(needing * unsuited * incomplete, true, true, true),
    ...each(needing * unsuited * (1 - incomplete), true, true, false),
    ...each(needing * (1 - unsuited) * incomplete, true, false, true),
    ...each(needing * (1 - unsuited) * (1 - incomplete), true, false, false),
    ...each(thanks, false, false, false),
  ]) {
    const { needsReply, unsuitable } = sent.of;
    const message = { topic: topic.name, round, ...sent.of };
    for (const { chance, of } of doorOutcomes(rules.frontDoor, message, visitInterval)) {
      if (of.turnedAwayBy >= 0) continue;
      const lacks = sent.of.incomplete && !of.completed;
      const visit = needsReply && !unsuitable && !of.viaLink ? conversion : 0;
      for (const [part, converts] of [[visit, true] as const, [1 - visit, false] as const]) {
        if (part === 0) continue;
        kinds.push({
          chance: sent.chance * chance * part,
          of: { ...of, needsReply, unsuitable, lacks, converts },
        });
      }
    }
  }
  return kinds;
}

function each(chance: number, needsReply: boolean, unsuitable: boolean, incomplete: boolean) {
  return chance > 0 ? [{ chance, of: { needsReply, unsuitable, incomplete } }] : [];
}

/** What the front doors together make of a message, over all patients, whose last visits are as likely to be any time ago as any other. */
function doorOutcomes(
  doors: readonly FrontDoor[],
  message: Omit<Incoming, keyof VisitDistance>,
  interval: number,
): Weighted<DoorOutcome>[] {
  const lists = new Map<
    string,
    { count: number; readonly effects: readonly (readonly Weighted<DoorEffect>[])[] }
  >();
  const distances =
    interval === Number.POSITIVE_INFINITY
      ? [NO_VISITS]
      : Array.from({ length: interval }, (_, sinceVisit) => ({
          sinceVisit,
          untilVisit: interval - sinceVisit,
        }));
  for (const distance of distances) {
    const effects = doors.map((door) => door.outcomes({ ...message, ...distance }));
    const key = JSON.stringify(effects);
    const known = lists.get(key);
    if (known === undefined) lists.set(key, { count: 1, effects });
    else known.count += 1;
  }
  return [...lists.values()].flatMap(({ count, effects }) => {
    let outcomes: Weighted<DoorOutcome>[] = [{ chance: count / distances.length, of: LET_IN }];
    effects.forEach((among, by) => {
      outcomes = outcomes.flatMap((before) =>
        before.of.turnedAwayBy >= 0
          ? [before]
          : among.map(({ chance, of }) => ({
              chance: before.chance * chance,
              of: withEffect(before.of, by, of),
            })),
      );
    });
    return outcomes.filter(({ chance }) => chance > 0);
  });
}
