import { PHYSICIANS, type Role, rankOf } from "../../model/index.ts";
import { type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted, type Segment } from "../json-value.ts";
import { peopleOf } from "../quantities/roles.ts";
import { about, isFor, messagesOf, type Place, pathOf } from "./place.ts";
import { reachOf } from "./reach.ts";

/** Whether the messages of a specialty find those whom its policies send them to. */
export function checkStations(place: Place): readonly PlacedIssue[] {
  return [
    ...checkReaders(place),
    ...checkPhysicians(place),
    ...checkSorting(place),
    ...checkProtocol(place),
    ...checkLinks(place),
  ];
}

/** Triage names roles that read first, and none of them has a team. */
function checkReaders(place: Place): readonly PlacedIssue[] {
  const { topics, rules } = place;
  if (rules.triage.readers.length === 0) return [];
  const unread = topics.filter((_, topic) => rules.ways[topic]!.stations.first === PHYSICIANS);
  if (unread.length === 0) return [];
  const roles = rules.triage.readers.map(peopleOf).join(" or ");
  const message = `triage is ${rules.policies.triage.type}, but no team of ${roles} reads ${messagesOf(place, unread)}: physicians read first`;
  const hint = 'let one serve it, or choose "none"';
  return [warningAt(pathOf(place, "triage"), { code: "no-reader", message, hint })];
}

/** Some messages go to physicians, and there are none. */
function checkPhysicians({ name, topics, rules, physicians }: Place): readonly PlacedIssue[] {
  if (physicians !== undefined) return [];
  const lost = topics.filter((topic, index) => reachOf(topic, index, rules).has(PHYSICIANS));
  if (lost.length === 0) return [];
  const message = `${quoted(name)} has no physicians, so what would go to them${about(lost, topics)} stays unanswered`;
  return [warningAt(["specialties", name], { code: "no-physician", message })];
}

/** Topics are sorted to roles of which no team reads them. */
function checkSorting(place: Place): readonly PlacedIssue[] {
  const { topics, rules } = place;
  const { sorting } = rules.policies;
  if (sorting.type !== "by-topic") return [];
  return topics.flatMap((topic, index) => {
    const role = sorting.roles[topic.name];
    if (role === undefined || rankOf(role) >= rankOf("resident")) return [];
    if (rules.ways[index]!.stations.readers[rankOf(role)]! >= 0) return [];
    const message = `no team of ${peopleOf(role)} reads messages of ${quoted(place.name)} about ${quoted(topic.name)}: they go to whoever reads first`;
    return [noSuchTeam([...pathOf(place, "sorting"), "roles", topic.name], role, message)];
  });
}

/** A protocol is for a role that has no team. */
function checkProtocol(place: Place): readonly PlacedIssue[] {
  const { clinic, index, topics, rules } = place;
  const { role } = rules.protocol;
  const without = topics.filter((topic) => {
    const higher = Object.entries(topic.lowestRole).some(
      ([other, share]) => share > 0 && rankOf(other as Role) > rankOf(role),
    );
    const isCovered = higher && rules.protocol.chance(topic.name) > 0;
    return isCovered && !clinic.teams.some((team) => team.role === role && isFor(team, index, topic));
  });
  if (without.length === 0) return [];
  const repliers = without.map((topic) => {
    const team = rules.ways[topics.indexOf(topic)]!.stations.repliers[rankOf(role)]!;
    return team === PHYSICIANS ? "physicians" : quoted(clinic.teams[team]!.name);
  });
  const who = [...new Set(repliers)].join(" or ");
  const message = `a protocol lets ${peopleOf(role)} close ${messagesOf(place, without)}, but there is no team of them: ${who} close them`;
  return [noSuchTeam([...pathOf(place, "protocol"), "role"], role, message)];
}

/** Requests through links are for a role that has no team. */
function checkLinks(place: Place): readonly PlacedIssue[] {
  const { clinic, index, topics, rules } = place;
  const links = rules.policies.frontDoor.find((policy) => policy.type === "links");
  if (links === undefined || links.used === 0) return [];
  const { role } = links;
  const without = topics.filter((topic) => {
    const isLinked = links.topics.length === 0 || links.topics.includes(topic.name);
    return isLinked && !clinic.teams.some((team) => team.role === role && isFor(team, index, topic));
  });
  if (without.length === 0) return [];
  const message = `no team of ${peopleOf(role)} works on requests in place of ${messagesOf(place, without)}: they go to whoever reads first`;
  return [noSuchTeam([...pathOf(place, "frontDoor", "links"), "role"], role, message)];
}

function noSuchTeam(path: readonly Segment[], role: Role, message: string): PlacedIssue {
  const hint = `add a team of ${peopleOf(role)} for it, or name another role`;
  return warningAt(path, { code: "no-such-team", message, hint });
}
