import { createDistribution, type Distribution, type Key64, keyedUniform } from "../../random/index.ts";
import type { Topic } from "../clinic.ts";
import type { Weighted } from "../policies/index.ts";
import { ROLES, rankOf } from "../roles.ts";
import type { SpecialtyRules } from "../specialty-rules.ts";
import { PHYSICIANS } from "../stations.ts";
import { drawn, happens } from "./drawn.ts";
import { HandlingMinutes } from "./handling-minutes.ts";
import { PURPOSE } from "./purpose.ts";

/** One topic under a specialty's rules: what its messages are drawn from, made once. */
export class TopicTables {
  readonly topic: Topic;
  readonly delay: Distribution;
  readonly minutes: HandlingMinutes;
  /** Chance that a physician signs a draft. */
  readonly coSigned: number;
  /** By rank: the shares of the roles up to it. */
  readonly #lowestRole: readonly number[];
  /** Chance that a protocol covers a message, and the rank of the role that may then close it. */
  readonly #covered: number;
  readonly #coveredRank: number;
  /** By rank of the lowest role: to whom a message is sorted. */
  readonly #sorting: readonly (readonly Weighted<number>[])[];

  constructor(topic: Topic, index: number, rules: SpecialtyRules) {
    const { teams, stations } = rules.ways[index]!;
    this.topic = topic;
    this.delay = createDistribution(topic.followUp.delay);
    this.minutes = new HandlingMinutes(topic, rules);
    this.coSigned = stations.drafters === PHYSICIANS ? 0 : teams[stations.drafters]!.coSignature.share;
    let sum = 0;
    this.#lowestRole = ROLES.map((role) => {
      sum += topic.lowestRole[role] ?? 0;
      return sum;
    });
    this.#covered = rules.protocol.chance(topic.name);
    this.#coveredRank = rankOf(rules.protocol.role);
    const { sorting, topics } = rules;
    this.#sorting = ROLES.map((_, lowestRole) => sorting.outcomes({ topic: topic.name, topics, lowestRole }));
  }

  /** The rank of the lowest role that may close a message. */
  lowestRole(key: Key64, round: number, needsReply: boolean): number {
    const u = keyedUniform(key, PURPOSE.lowestRole, round);
    let rank = 0;
    while (rank < this.#lowestRole.length - 1 && u >= this.#lowestRole[rank]!) rank += 1;
    const covered = needsReply && happens(key, PURPOSE.protocol, round, this.#covered);
    return covered ? Math.min(rank, this.#coveredRank) : rank;
  }

  /** The rank of the role to which a message is sorted before anybody reads it; −1: it is not. */
  sortedTo(key: Key64, round: number, lowestRole: number): number {
    return drawn(key, PURPOSE.sorting, round, this.#sorting[lowestRole]!);
  }
}
