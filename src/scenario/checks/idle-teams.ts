import type { Clinic, Team } from "../../model/index.ts";
import { type Fault, type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { peopleOf } from "../quantities/roles.ts";
import type { SoundDocument } from "./check.ts";
import { isFor, type Place } from "./place.ts";
import { reachOf } from "./reach.ts";

/** Teams that no message of a specialty they serve comes to, by any way it may go, and that have no other work either. */
export function checkIdleTeams(place: Place, { staff }: SoundDocument): readonly PlacedIssue[] {
  const { clinic, index, name, topics, rules, physicians } = place;
  const reached = new Set(topics.flatMap((topic, t) => [...reachOf(topic, t, rules)]));
  const works = (team: Team, t: number) => reached.has(t) || team === physicians;
  return clinic.teams.flatMap((team, t) => {
    if (!isFor(team, index) || works(team, t) || hasOtherWork(clinic, t)) return [];
    const before = clinic.teams.find(
      (other, o) => other.role === team.role && isFor(other, index) && works(other, o),
    );
    const at = staff?.[team.name]?.serves?.indexOf(name) ?? 0;
    return [warningAt(["staff", team.name, "serves", at], neverServed(team, before, place))];
  });
}

function hasOtherWork({ specialties }: Clinic, team: number): boolean {
  return specialties.some(({ otherWork }) => otherWork.some((work) => work.team === team));
}

function neverServed(team: Team, before: Team | undefined, { name, rules }: Place): Fault {
  const code = "never-served";
  const start = `the team ${quoted(team.name)} never gets a message of ${quoted(name)}`;
  if (before === undefined) {
    const message = `${start}: triage is ${rules.policies.triage.type}, and nothing is sent on to ${peopleOf(team.role)}`;
    const hint = "see `policies.triage` and `policies.sorting`, and the `lowestRole` of its topics";
    return { code, message, hint };
  }
  const first = quoted(before.name);
  const isPhysicians = team.role === "physician";
  const does = isPhysicians ? "looks after all its patients" : "gets all that could come to both";
  const message = `${start}: ${first}, the first team of ${peopleOf(team.role)} by name, ${does}`;
  const more = isPhysicians ? "" : ", or give teams `topics` of their own";
  const hint = `put everybody into ${first}, and give those who differ an entry in its \`people\`${more}`;
  return { code, message, hint };
}
