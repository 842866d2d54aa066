import type { Team } from "./clinic.ts";
import type { FrontDoor, Triage } from "./policies/index.ts";
import { ROLES, type Role, rankOf } from "./roles.ts";

/** In place of a team: the physicians who look after the patient, found by routing. */
export const PHYSICIANS = -1;

/** Who does what with the messages of one topic: indexes of teams, PHYSICIANS where there is none. */
export interface Stations {
  /** By rank of a role: the team of that role that reads first. */
  readonly readers: readonly number[];
  /** Whom triage has read first. */
  readonly first: number;
  /** To whom a reader before nurse sends on what she cannot close. */
  readonly nurses: number;
  /** By rank of a lowest role: who replies. */
  readonly repliers: readonly number[];
  /** Who drafts for the physicians. */
  readonly drafters: number;
  /** Who works on requests through links. */
  readonly linked: number;
}

export interface StationsOf {
  readonly specialty: number;
  /** Name of the topic. */
  readonly topic: string;
  readonly triage: Triage;
  readonly frontDoor: readonly FrontDoor[];
}

/** The teams for a topic's messages: the first, in their order, that will do. */
export function stationsOf(teams: readonly Team[], of: StationsOf): Stations {
  const suits = (team: Team) =>
    team.count >= 1 &&
    team.serves.includes(of.specialty) &&
    (team.topics === undefined || team.topics.includes(of.topic));
  const find = (condition: (team: Team) => boolean) =>
    teams.findIndex((team) => suits(team) && condition(team));
  const readers = ROLES.map((role) => find((team) => team.role === role && team.stages.includes("triage")));
  const firstOf = (roles: readonly Role[]) =>
    roles.map((role) => readers[rankOf(role)]!).find((team) => team >= 0) ?? PHYSICIANS;
  const first = firstOf(of.triage.readers);
  const link = of.frontDoor.find((door) => door.link !== undefined)?.link;
  const linked = find(
    ({ role, stages }) => role === link?.role && (stages.includes("triage") || stages.includes("reply")),
  );
  return {
    readers,
    first,
    nurses: firstOf(["nurse", "nurse-practitioner"]),
    repliers: ROLES.map((_, rank) => lowestReplier(rank, find)),
    drafters: find(({ role, stages }) => role === "resident" && stages.includes("draft")),
    linked: linked >= 0 ? linked : first,
  };
}

function lowestReplier(least: number, find: (condition: (team: Team) => boolean) => number): number {
  for (let rank = least; rank < rankOf("resident"); rank += 1) {
    const team = find(({ role, stages }) => rankOf(role) === rank && stages.includes("reply"));
    if (team >= 0) return team;
  }
  return PHYSICIANS;
}
