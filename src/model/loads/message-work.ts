import { createDistribution } from "../../random/index.ts";
import type { Topic } from "../clinic.ts";
import type { Weighted } from "../policies/index.ts";
import { ROLES, rankOf } from "../roles.ts";
import type { SpecialtyRules } from "../specialty-rules.ts";
import { PHYSICIANS } from "../stations.ts";
import { type WayFacts, wayOf } from "../way.ts";
import type { MessageKind } from "./message-kinds.ts";

/** What a message takes in the mean. */
export interface MessageWork {
  /** [min] By team; what waits at the physicians in the place after the last. */
  readonly minutes: Float64Array;
  /** Chance that its way comes to an end, so that the patient has a reply. */
  readonly answered: number;
}

/**
 * Mean minutes of a topic's messages by kind: every way that a message may go, with its chance. A way's minutes are linear in
 * the handling times, and these do not depend on what decides the way: so the way of the mean message is the mean of its ways.
 */
export class TopicWork {
  readonly #rules: SpecialtyRules;
  readonly #topic: Topic;
  readonly #index: number;
  readonly #hasPhysicians: boolean;
  readonly #means: Pick<WayFacts, "triage" | "clerk" | "nurse" | "physician" | "prepare" | "linkMinutes">;
  /** By rank: chance that it is the lowest role that may close a message. */
  readonly #lowestRole: readonly number[];
  readonly #known = new Map<string, MessageWork>();

  constructor(topic: Topic, index: number, rules: SpecialtyRules, hasPhysicians: boolean) {
    const { triage, frontDoor } = rules.policies;
    const { used, factor } = rules.drafts;
    const mean = (spec: Parameters<typeof createDistribution>[0]) => createDistribution(spec).mean;
    const links = frontDoor.find((spec) => spec.type === "links");
    this.#rules = rules;
    this.#topic = topic;
    this.#index = index;
    this.#hasPhysicians = hasPhysicians;
    this.#means = {
      triage: mean(topic.minutes.triage),
      clerk: mean(topic.minutes.clerk),
      nurse: mean(topic.minutes.nurse),
      physician: mean(topic.minutes.physician) * (used * factor(true) + (1 - used) * factor(false)),
      prepare: "prepare" in triage ? mean(triage.prepare) : 0,
      linkMinutes: links === undefined ? 0 : mean(links.minutes),
    };
    this.#lowestRole = lowestRoles(topic, rules);
  }

  of(kind: MessageKind): MessageWork {
    const { needsReply, unsuitable, lacks, viaLink, converts, minutes } = kind;
    const key = [needsReply, unsuitable, lacks, viaLink, converts, minutes].join();
    const work = this.#known.get(key) ?? this.#workOf(kind);
    this.#known.set(key, work);
    return work;
  }

  #workOf(kind: MessageKind): MessageWork {
    const way = this.#rules.ways[this.#index]!;
    const minutes = new Float64Array(way.teams.length + 1);
    let answered = 0;
    for (const { chance, of } of this.#rounds(kind)) {
      let isDone = true;
      for (const step of wayOf(of, way)) {
        isDone &&= step.team !== PHYSICIANS || this.#hasPhysicians;
        if (!isDone) break;
        minutes[step.team === PHYSICIANS ? way.teams.length : step.team]! += chance * step.minutes;
      }
      if (isDone) answered += chance;
    }
    return { minutes, answered };
  }

  /** Everything that decides a message's way, with the minutes of a mean message. */
  #rounds(kind: MessageKind): Weighted<WayFacts>[] {
    const { triage, clerk, nurse, physician, prepare, linkMinutes } = this.#means;
    const { ways, sorting, topics, triage: policy, conversion } = this.#rules;
    const { teams, stations } = ways[this.#index]!;
    const { share } = teams[stations.drafters]?.coSignature ?? { share: 0 };
    const message: WayFacts = {
      needsReply: kind.needsReply,
      lowestRole: 0,
      asks: false,
      bounces: false,
      unsuitable: kind.unsuitable,
      answerDelay: kind.lacks ? 0 : Number.NaN,
      bookingMinutes: kind.converts ? conversion.bookingMinutes : Number.NaN,
      linkMinutes: kind.viaLink ? linkMinutes : Number.NaN,
      sortedTo: -1,
      coSigned: false,
      triage: triage * kind.minutes,
      clerk: clerk * kind.minutes,
      nurse: nurse * kind.minutes,
      physician: physician * kind.minutes,
      prepare,
    };
    if (!kind.needsReply) return [{ chance: 1, of: message }];
    let rounds = this.#lowestRole.map((chance, lowestRole) => ({ chance, of: { ...message, lowestRole } }));
    rounds = split(rounds, ({ lowestRole }) =>
      sorting
        .outcomes({ topic: this.#topic.name, topics, lowestRole })
        .map(({ chance, of }) => ({ chance, of: { sortedTo: of } })),
    );
    rounds = split(rounds, () => eitherWay(policy.rules.asks, { asks: true }));
    rounds = split(rounds, () => eitherWay(policy.rules.bounces, { bounces: true }));
    return split(rounds, () => eitherWay(share, { coSigned: true }));
  }
}

/** Chances of the lowest role by rank, once a protocol has lowered it. */
function lowestRoles({ name, lowestRole }: Topic, { protocol }: SpecialtyRules): readonly number[] {
  const covered = protocol.chance(name);
  const chances = ROLES.map(() => 0);
  ROLES.forEach((role, rank) => {
    const share = lowestRole[role] ?? 0;
    chances[rank]! += share * (1 - covered);
    chances[Math.min(rank, rankOf(protocol.role))]! += share * covered;
  });
  return chances;
}

function eitherWay(chance: number, change: Partial<WayFacts>): readonly Weighted<Partial<WayFacts>>[] {
  return [
    { chance, of: change },
    { chance: 1 - chance, of: {} },
  ];
}

function split(
  rounds: readonly Weighted<WayFacts>[],
  by: (round: WayFacts) => readonly Weighted<Partial<WayFacts>>[],
): Weighted<WayFacts>[] {
  return rounds.flatMap((each) =>
    by(each.of).flatMap(({ chance, of }) =>
      chance > 0 && each.chance > 0 ? [{ chance: each.chance * chance, of: { ...each.of, ...of } }] : [],
    ),
  );
}
