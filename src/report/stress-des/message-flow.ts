import {
  compile,
  type Model,
  PHYSICIANS,
  ROLES,
  rankOf,
  type Specialty,
  type SpecialtyRules,
  type Step,
  type WayFacts,
  wayOf,
} from "../../model/index.ts";
import type { Scenario } from "../../scenario/index.ts";

/** Where a message can be: with a team, with the physicians of a specialty, with the patient who is asked, or at its end. */
export type Place =
  | { readonly type: "patients"; readonly specialty: number }
  | { readonly type: "team"; readonly team: number }
  | { readonly type: "physicians"; readonly specialty: number }
  | { readonly type: "asked"; readonly specialty: number }
  | { readonly type: "closed" };

/** A way between two places that messages can take, and what is done with them where it leads. */
export interface FlowEdge {
  readonly from: Place;
  readonly to: Place;
  readonly activities: readonly string[];
}

/**
 * All ways that messages of a scenario can take between pieces of work: those of `wayOf`, by which they are run, for every combination of
 * what a message can be like there.
 */
export function messageFlow({ clinic }: Scenario): readonly FlowEdge[] {
  const model = compile(clinic, []);
  const edges = new Map<string, { from: Place; to: Place; activities: Set<string> }>();
  const add = (from: Place, to: Place, activity?: string) => {
    const key = JSON.stringify([from, to]);
    const edge = edges.get(key) ?? { from, to, activities: new Set() };
    edges.set(key, edge);
    if (activity !== undefined) edge.activities.add(activity);
  };
  for (const [index, rules] of model.specialties.entries()) {
    for (const [topic, by] of rules.ways.entries()) {
      for (const facts of possibleFacts(model, index, topic)) {
        let here: Place = { type: "patients", specialty: index };
        for (const step of wayOf(facts, by)) {
          const next = placeOf(step, index);
          add(here, next, step.activity);
          here = next;
          if (step.asksPatient) {
            const asked: Place = { type: "asked", specialty: index };
            add(here, asked);
            here = asked;
          }
        }
        add(here, { type: "closed" });
      }
    }
  }
  return [...edges.values()].map((edge) => ({ ...edge, activities: [...edge.activities] }));
}

function placeOf({ team }: Step, specialty: number): Place {
  return team === PHYSICIANS ? { type: "physicians", specialty } : { type: "team", team };
}

/** Minutes are nothing to where a message goes: any do. */
const MINUTES = { triage: 1, clerk: 1, nurse: 1, physician: 1, prepare: 1 } as const;
const NEVER = Number.NaN;

function* possibleFacts(model: Model, specialty: number, topic: number): Generator<WayFacts> {
  const own = model.clinic.specialties[specialty]!;
  const rules = model.specialties[specialty]!;
  const { triage, ways } = rules;
  const { name, unsuitable, incomplete } = own.topics[topic]!;
  const { drafters } = ways[topic]!.stations;
  const share = drafters === PHYSICIANS ? 0 : model.clinic.teams[drafters]!.coSignature.share;
  const plain = {
    ...MINUTES,
    needsReply: true,
    asks: false,
    bounces: false,
    unsuitable: false,
    answerDelay: NEVER,
    sortedTo: -1,
    bookingMinutes: NEVER,
    linkMinutes: NEVER,
    coSigned: false,
  };
  if (hasThanks(own)) yield { ...plain, needsReply: false, lowestRole: 0 };
  for (const lowestRole of lowestRoles(own, rules, topic)) {
    if (isLinked(rules, name)) yield { ...plain, lowestRole, linkMinutes: 1 };
    for (const sortedTo of sortings(rules, name, lowestRole)) {
      const base = { ...plain, lowestRole, sortedTo };
      if (unsuitable > 0) yield { ...base, unsuitable: true };
      if (converts(rules)) yield { ...base, bookingMinutes: 1 };
      for (const asks of possible(triage.rules.asks)) {
        for (const bounces of possible(triage.rules.bounces)) {
          for (const isIncomplete of possible(incomplete)) {
            for (const coSigned of possible(share)) {
              yield { ...base, asks, bounces, answerDelay: isIncomplete ? 1 : NEVER, coSigned };
            }
          }
        }
      }
    }
  }
}

/** Of something that happens with a chance, whether it can be so and can be otherwise. */
function possible(chance: number): readonly boolean[] {
  return [...(chance < 1 ? [false] : []), ...(chance > 0 ? [true] : [])];
}

function hasThanks({ topics, impatience }: Specialty): boolean {
  const thanks = topics.some(({ followUp }) => followUp.probability > 0 && followUp.thanks > 0);
  const { probability = 0, duplicates = 0 } = impatience.chaser ?? {};
  return thanks || (probability > 0 && duplicates < 1);
}

function lowestRoles({ topics }: Specialty, { protocol }: SpecialtyRules, topic: number): readonly number[] {
  const { name, lowestRole } = topics[topic]!;
  const ranks = ROLES.filter((role) => (lowestRole[role] ?? 0) > 0).map(rankOf);
  const covered = protocol.chance(name);
  const lowered = ranks.map((rank) => Math.min(rank, rankOf(protocol.role)));
  return [...new Set([...(covered < 1 ? ranks : []), ...(covered > 0 ? lowered : [])])];
}

function sortings({ sorting, topics }: SpecialtyRules, topic: string, lowestRole: number): readonly number[] {
  const outcomes = sorting.outcomes({ topic, topics, lowestRole });
  return [...new Set(outcomes.filter(({ chance }) => chance > 0).map(({ of }) => of))];
}

function isLinked({ frontDoor }: SpecialtyRules, topic: string): boolean {
  const message = {
    topic,
    round: 0,
    needsReply: true,
    unsuitable: false,
    incomplete: false,
    sinceVisit: Infinity,
    untilVisit: Infinity,
  };
  return frontDoor.some((door) =>
    door.outcomes(message).some(({ chance, of }) => chance > 0 && of.viaLink === true),
  );
}

/** Whether some message becomes a visit; a thread has twenty at most. */
function converts({ conversion }: SpecialtyRules): boolean {
  return Array.from({ length: 20 }, (_, round) => round).some(
    (round) => conversion.chance(true, round) > 0 || conversion.chance(false, round) > 0,
  );
}
