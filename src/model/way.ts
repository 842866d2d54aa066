import type { Team } from "./clinic.ts";
import type { Activity } from "./observer.ts";
import type { ReadingRules } from "./policies/index.ts";
import { rankOf, scopeOf } from "./roles.ts";
import { PHYSICIANS, type Stations } from "./stations.ts";
import type { Round } from "./world.ts";

/** A piece of work on a message. */
export interface Step {
  readonly activity: Activity;
  /** Team in whose shared line it waits; PHYSICIANS: where routing says. */
  readonly team: number;
  /** [min] */
  readonly minutes: number;
  /** At its end the patient is asked something. */
  readonly asksPatient: boolean;
}

/** What a way depends on in the message. */
export type WayFacts = Pick<
  Round,
  | "needsReply"
  | "lowestRole"
  | "asks"
  | "bounces"
  | "unsuitable"
  | "answerDelay"
  | "sortedTo"
  | "bookingMinutes"
  | "linkMinutes"
  | "coSigned"
  | "triage"
  | "clerk"
  | "nurse"
  | "physician"
  | "prepare"
>;

/** What a way depends on besides the message. */
export interface WayRules {
  readonly teams: readonly Team[];
  readonly stations: Stations;
  readonly rules: ReadingRules;
}

/** The pieces of work a message goes through, in order, at least one: "A message's way" in README.md. */
export function wayOf(round: WayFacts, by: WayRules): readonly Step[] {
  if (!Number.isNaN(round.linkMinutes)) return [step("link", by.stations.linked, round.linkMinutes)];
  const team = round.needsReply ? sortedTo(round, by.stations) : by.stations.first;
  return team === PHYSICIANS ? straight(round, by) : readBy(team, round, by, false);
}

function sortedTo({ sortedTo: rank }: WayFacts, { readers, first }: Stations): number {
  if (rank < 0) return first;
  if (rank >= rankOf("resident")) return PHYSICIANS;
  return readers[rank]! >= 0 ? readers[rank]! : first;
}

/** Whoever reads first, or, where the patient has answered already, reads what was sent on. */
function readBy(team: number, round: WayFacts, by: WayRules, answered: boolean): readonly Step[] {
  if (!round.needsReply) return [step("triage", team, round.triage)];
  if (round.unsuitable) return [step("reply", team, round.triage)];
  if (!Number.isNaN(round.bookingMinutes)) return [step("reply", team, round.triage + round.bookingMinutes)];
  if (answered || Number.isNaN(round.answerDelay)) return dealWith(team, round, by, round.triage);
  return [{ ...step("triage", team, round.triage), asksPatient: true }, ...dealWith(team, round, by, 0)];
}

function dealWith(team: number, round: WayFacts, by: WayRules, reading: number): readonly Step[] {
  const { teams, stations, rules } = by;
  const { role, stages } = teams[team]!;
  const isNurse = rankOf(role) >= rankOf("nurse");
  if (stages.includes("reply") && rankOf(role) >= round.lowestRole) {
    const reply = own(team, round, by);
    if (isNurse && round.bounces) {
      const minutes = round.physician * rules.bounceEffort;
      return [step("triage", team, reading), step("return", PHYSICIANS, minutes), step("reply", team, reply)];
    }
    if (isNurse && round.asks) {
      const minutes = round.physician * rules.askEffort;
      return [
        step("triage", team, reading),
        step("question", PHYSICIANS, minutes),
        step("reply", team, reply),
      ];
    }
    return [step("reply", team, reading + reply)];
  }
  if (!isNurse && stations.nurses !== PHYSICIANS) {
    return [step("triage", team, reading), ...readBy(stations.nurses, round, by, true)];
  }
  const replier = stations.repliers[round.lowestRole]!;
  if (replier !== PHYSICIANS) {
    return [step("triage", team, reading), step("reply", replier, own(replier, round, by))];
  }
  const forward = step("triage", team, reading + round.prepare);
  return [forward, ...physiciansAnswer(round.physician * (1 - rules.saves), round, by)];
}

function straight(round: WayFacts, by: WayRules): readonly Step[] {
  if (!round.needsReply) return [step("triage", PHYSICIANS, round.triage)];
  if (round.unsuitable) return [step("reply", PHYSICIANS, round.triage)];
  if (!Number.isNaN(round.bookingMinutes)) {
    return [step("reply", PHYSICIANS, round.triage + round.bookingMinutes)];
  }
  const answer = physiciansAnswer(round.physician, round, by);
  if (Number.isNaN(round.answerDelay)) return answer;
  return [{ ...step("triage", PHYSICIANS, round.triage), asksPatient: true }, ...answer];
}

function physiciansAnswer(minutes: number, round: WayFacts, { teams, stations }: WayRules): readonly Step[] {
  if (stations.drafters === PHYSICIANS) return [step("reply", PHYSICIANS, minutes)];
  if (!round.coSigned) return [step("reply", stations.drafters, minutes)];
  const { effort } = teams[stations.drafters]!.coSignature;
  return [step("draft", stations.drafters, minutes), step("co-signature", PHYSICIANS, minutes * effort)];
}

function own(team: number, round: WayFacts, { teams }: WayRules): number {
  return round[scopeOf(teams[team]!.role)];
}

function step(activity: Activity, team: number, minutes: number): Step {
  return { activity, team, minutes, asksPatient: false };
}
