import { ROLES, rankOf, type SpecialtyRules, type Topic, wayOf } from "../../model/index.ts";

/** What a way depends on in the message. */
type WayFacts = Parameters<typeof wayOf>[0];

/** The teams that some message of a topic comes to, as indexes of teams; PHYSICIANS among them if it comes to them. */
export function reachOf(topic: Topic, index: number, rules: SpecialtyRules): ReadonlySet<number> {
  const way = rules.ways[index]!;
  const messages = [...needingReply(topic, rules), ...thanks(topic), ...requests(topic, rules)];
  return new Set(messages.flatMap((message) => wayOf(message, way).map(({ team }) => team)));
}

const MESSAGE: WayFacts = {
  needsReply: true,
  lowestRole: 0,
  asks: false,
  bounces: false,
  unsuitable: false,
  answerDelay: Number.NaN,
  sortedTo: -1,
  bookingMinutes: Number.NaN,
  linkMinutes: Number.NaN,
  coSigned: true,
  triage: 0,
  clerk: 0,
  nurse: 0,
  physician: 0,
  prepare: 0,
};

/** One of every kind that has a chance: by lowest role, by where it is sorted to, by what the reader makes of it. */
function needingReply(
  topic: Topic,
  { sorting, triage, protocol, topics }: SpecialtyRules,
): readonly WayFacts[] {
  const covered = protocol.chance(topic.name);
  const lowest = ROLES.flatMap((role, rank) => {
    if (!((topic.lowestRole[role] ?? 0) > 0)) return [];
    const lowered = covered > 0 ? [Math.min(rank, rankOf(protocol.role))] : [];
    return covered < 1 ? [rank, ...lowered] : lowered;
  });
  return [...new Set(lowest)].flatMap((lowestRole) =>
    sorting
      .outcomes({ topic: topic.name, topics, lowestRole })
      .filter(({ chance }) => chance > 0)
      .flatMap(({ of: sortedTo }) => [
        { ...MESSAGE, lowestRole, sortedTo },
        ...(triage.rules.asks > 0 ? [{ ...MESSAGE, lowestRole, sortedTo, asks: true }] : []),
        ...(triage.rules.bounces > 0 ? [{ ...MESSAGE, lowestRole, sortedTo, bounces: true }] : []),
      ]),
  );
}

function thanks({ followUp }: Topic): readonly WayFacts[] {
  return followUp.probability * followUp.thanks > 0 ? [{ ...MESSAGE, needsReply: false }] : [];
}

/** What comes through a link, where one is used. */
function requests({ name: topic }: Topic, { frontDoor }: SpecialtyRules): readonly WayFacts[] {
  const first = { topic, round: 0, needsReply: true, unsuitable: false, incomplete: false };
  const seen = { sinceVisit: 0, untilVisit: Number.POSITIVE_INFINITY };
  const isLinked = frontDoor.some((door) =>
    door.outcomes({ ...first, ...seen }).some(({ chance, of }) => chance > 0 && of.viaLink === true),
  );
  return isLinked ? [{ ...MESSAGE, linkMinutes: 0 }] : [];
}
