import type { Clinic, Role, SpecialtyPolicies, Stage } from "../../src/model/clinic.ts";
import type { Activity, Cause } from "../../src/model/observer.ts";
import type { Round, Thread } from "../../src/model/world.ts";
import { handlingOf, NURSE, RESIDENT, rank, roleAt } from "./reference-roles.ts";
import { firstTeam, type Piece, policiesOf } from "./reference-state.ts";

/** What of its round a message says: a chaser only asks, a duplicate says the same again. */
export function planOf(round: Round, cause: Cause): Round {
  const nan = Number.NaN;
  if (cause === "chaser") return { ...round, needsReply: false, linkMinutes: nan };
  if (cause === "duplicate") return { ...round, linkMinutes: nan, answerDelay: nan, bookingMinutes: nan };
  return round;
}

/** "A message's way": one piece of work after the other. */
export function piecesOf(clinic: Clinic, thread: Thread, plan: Round): readonly Piece[] {
  return new Way(clinic, thread, plan).pieces();
}

type Place = Piece["place"];
const toPhysicians = (activity: Activity, minutes: number): Piece => ({
  activity,
  place: "physicians",
  minutes,
});
const given = (minutes: number): boolean => !Number.isNaN(minutes);

class Way {
  private readonly clinic: Clinic;
  private readonly thread: Thread;
  private readonly plan: Round;
  private readonly policies: SpecialtyPolicies;

  constructor(clinic: Clinic, thread: Thread, plan: Round) {
    this.clinic = clinic;
    this.thread = thread;
    this.plan = plan;
    this.policies = policiesOf(clinic, thread.specialty);
  }

  pieces(): readonly Piece[] {
    const { linkMinutes } = this.plan;
    if (given(linkMinutes)) return [{ activity: "link", place: this.linked(), minutes: linkMinutes }];
    const first = this.firstReaders();
    return first === "physicians" ? this.readByPhysicians() : this.readBy(first);
  }

  private team(roles: readonly Role[], ...stages: readonly Stage[]): Place {
    for (const role of roles) {
      const team = firstTeam(this.clinic, this.thread, role, stages);
      if (team >= 0) return team;
    }
    return "physicians";
  }

  private unsorted(): Place {
    const { type } = this.policies.triage;
    if (type === "none") return "physicians";
    return this.team(
      type === "nurse-first" ? ["nurse", "nurse-practitioner"] : ["clerk", "medical-assistant"],
      "triage",
    );
  }

  private firstReaders(): Place {
    const { needsReply, sortedTo } = this.plan;
    if (!needsReply || sortedTo < 0) return this.unsorted();
    if (sortedTo >= RESIDENT) return "physicians";
    const sorted = this.team([roleAt(sortedTo)], "triage");
    return sorted === "physicians" ? this.unsorted() : sorted;
  }

  private linked(): Place {
    const links = this.policies.frontDoor.find(({ type }) => type === "links");
    if (links?.type !== "links") throw new RangeError("a message came through a link that is not there");
    const team = this.team([links.role], "triage", "reply");
    return team === "physicians" ? this.unsorted() : team;
  }

  private replying(): Place {
    const able = [0, 1, 2, 3, 4].filter((role) => role >= this.plan.lowestRole);
    return this.team(able.map(roleAt), "reply");
  }

  private own(team: number): number {
    return this.plan[handlingOf(this.clinic.teams[team]!.role)];
  }

  private readBy(team: number): readonly Piece[] {
    const { needsReply, unsuitable, bookingMinutes, answerDelay, triage } = this.plan;
    if (!needsReply) return [{ activity: "triage", place: team, minutes: triage }];
    if (unsuitable) return [{ activity: "reply", place: team, minutes: triage }];
    if (given(bookingMinutes)) return [{ activity: "reply", place: team, minutes: triage + bookingMinutes }];
    if (!given(answerDelay)) return this.onceComplete(team, triage);
    return [
      { activity: "triage", place: team, minutes: triage, asks: answerDelay },
      ...this.onceComplete(team, 0),
    ];
  }

  private onceComplete(team: number, reading: number): readonly Piece[] {
    const { role, stages } = this.clinic.teams[team]!;
    const { lowestRole, bounces, asks, physician, prepare, triage } = this.plan;
    const { triage: policy } = this.policies;
    const effort = policy.type === "none" ? { askEffort: 1, bounceEffort: 0, saves: 0 } : policy;
    const read: Piece = { activity: "triage", place: team, minutes: reading };
    const reply: Piece = { activity: "reply", place: team, minutes: this.own(team) };
    if (stages.includes("reply") && rank(role) >= lowestRole) {
      const mayAsk = rank(role) >= NURSE;
      if (mayAsk && bounces) return [read, toPhysicians("return", physician * effort.bounceEffort), reply];
      if (mayAsk && asks) return [read, toPhysicians("question", physician * effort.askEffort), reply];
      return [{ ...reply, minutes: reading + reply.minutes }];
    }
    if (rank(role) < NURSE) {
      const nurses = this.team(["nurse", "nurse-practitioner"], "triage");
      if (nurses !== "physicians") return [read, ...this.onceComplete(nurses, triage)];
    }
    const replying = this.replying();
    if (replying !== "physicians") {
      return [read, { activity: "reply", place: replying, minutes: this.own(replying) }];
    }
    return [
      { ...read, minutes: reading + prepare },
      ...this.physiciansAnswer(physician * (1 - effort.saves)),
    ];
  }

  private readByPhysicians(): readonly Piece[] {
    const { needsReply, unsuitable, bookingMinutes, answerDelay, triage, physician } = this.plan;
    if (!needsReply) return [toPhysicians("triage", triage)];
    if (unsuitable) return [toPhysicians("reply", triage)];
    if (given(bookingMinutes)) return [toPhysicians("reply", triage + bookingMinutes)];
    const answer = this.physiciansAnswer(physician);
    return given(answerDelay)
      ? [{ ...toPhysicians("triage", triage), asks: answerDelay }, ...answer]
      : answer;
  }

  private physiciansAnswer(minutes: number): readonly Piece[] {
    const drafting = this.team(["resident"], "draft");
    if (drafting === "physicians") return [toPhysicians("reply", minutes)];
    if (!this.plan.coSigned) return [{ activity: "reply", place: drafting, minutes }];
    const { effort } = this.clinic.teams[drafting]!.coSignature;
    return [{ activity: "draft", place: drafting, minutes }, toPhysicians("co-signature", minutes * effort)];
  }
}
