import {
  createDistribution,
  type Distribution,
  type Key64,
  keyedUniform,
  normalCdf,
  normalQuantile,
} from "../../random/index.ts";
import type { Policies, Specialty, Topic, TriagePolicy } from "../clinic.ts";
import { MAX_ROUNDS } from "../follow-ups.ts";
import type { Round } from "../world.ts";
import { PURPOSE } from "./purpose.ts";

/** Below 1 by one bit, so that no quantile is infinite. */
const ALMOST_ONE = 1 - 1.1102230246251565e-16;
const SMALLEST = 1.1102230246251565e-16;

/** What a thread is, apart from who sent it when. */
export interface ThreadAttributes {
  readonly topic: number;
  readonly urgent: boolean;
  readonly flagged: boolean;
  readonly seenUrgent: boolean;
  readonly rounds: readonly Round[];
}

interface TopicTables {
  readonly topic: Topic;
  readonly triage: Distribution;
  readonly nurse: Distribution;
  readonly physician: Distribution;
  readonly delay: Distribution;
  /** Weights of the thread's score and of the role's own in a handling time's score. */
  readonly shared: number;
  readonly own: number;
}

/** Draws the attributes of a specialty's threads, each by (thread's key, purpose, round) alone. */
export class ThreadAttributeTables {
  readonly #specialty: Specialty;
  readonly #triage: TriagePolicy;
  readonly #prepare: Distribution | undefined;
  readonly #cumulative: readonly number[];
  readonly #topics: readonly TopicTables[];

  constructor(specialty: Specialty, policies: Policies) {
    this.#specialty = specialty;
    this.#triage = policies.triage;
    this.#prepare = policies.triage.type === "none" ? undefined : createDistribution(policies.triage.prepare);
    let sum = 0;
    this.#cumulative = specialty.topics.map(({ share }) => {
      sum += share;
      return sum;
    });
    this.#topics = specialty.topics.map((topic) => ({
      topic,
      triage: createDistribution(topic.minutes.triage),
      nurse: createDistribution(topic.minutes.nurse),
      physician: createDistribution(topic.minutes.physician),
      delay: createDistribution(topic.followUp.delay),
      shared: Math.sqrt(topic.complexity),
      own: Math.sqrt(1 - topic.complexity),
    }));
  }

  draw(key: Key64): ThreadAttributes {
    const index = this.#topicOf(keyedUniform(key, PURPOSE.topic, 0));
    const tables = this.#topics[index]!;
    const urgent = keyedUniform(key, PURPOSE.urgent, 0) < tables.topic.urgent;
    const flag = this.#specialty.urgencyFlag;
    const flagChance = urgent ? flag.sensitivity : flag.falseAlarm;
    const complexity = normalQuantile(keyedUniform(key, PURPOSE.complexity, 0));
    const rounds: Round[] = [];
    do rounds.push(this.#round(key, rounds.length, tables, complexity));
    while (!Number.isNaN(rounds[rounds.length - 1]!.followUpDelay));
    return {
      topic: index,
      urgent,
      flagged: keyedUniform(key, PURPOSE.flagged, 0) < flagChance,
      seenUrgent: this.#seenUrgent(key, urgent),
      rounds,
    };
  }

  /** The topic at `u`, in parts of the sum of all shares. */
  #topicOf(u: number): number {
    const last = this.#cumulative.length - 1;
    const level = u * this.#cumulative[last]!;
    for (let i = 0; i < last; i += 1) if (level < this.#cumulative[i]!) return i;
    return last;
  }

  #seenUrgent(key: Key64, urgent: boolean): boolean {
    if (this.#triage.type === "none") return urgent;
    const u = keyedUniform(key, PURPOSE.seenUrgent, 0);
    return urgent ? u < this.#triage.sensitivity : u >= this.#triage.specificity;
  }

  #round(key: Key64, round: number, tables: TopicTables, complexity: number): Round {
    const { topic } = tables;
    const needsReply = round === 0 || keyedUniform(key, PURPOSE.thanks, round) >= topic.followUp.thanks;
    const { clerk, nurse } = topic.lowestRole;
    const goesOn =
      needsReply &&
      round + 1 < MAX_ROUNDS &&
      keyedUniform(key, PURPOSE.followUp, round) < topic.followUp.probability;
    return {
      needsReply,
      nurseCloses: keyedUniform(key, PURPOSE.lowestRole, round) < clerk + nurse,
      asks: this.#triage.type === "nurse-first" && keyedUniform(key, PURPOSE.asks, round) < this.#triage.asks,
      needsVisit: round === 0 && keyedUniform(key, PURPOSE.needsVisit, 0) < topic.needsVisit,
      triage: minutes(tables.triage, key, PURPOSE.triageMinutes, round, tables, complexity),
      nurse: needsReply ? minutes(tables.nurse, key, PURPOSE.nurseMinutes, round, tables, complexity) : 0,
      physician: needsReply
        ? minutes(tables.physician, key, PURPOSE.physicianMinutes, round, tables, complexity)
        : 0,
      prepare:
        needsReply && this.#prepare !== undefined
          ? minutes(this.#prepare, key, PURPOSE.prepareMinutes, round, tables, complexity)
          : 0,
      followUpDelay: goesOn
        ? tables.delay.quantile(keyedUniform(key, PURPOSE.followUpDelay, round))
        : Number.NaN,
    };
  }
}

/** A handling time whose normal score is partly the thread's complexity: a hard thread is long for everybody. */
function minutes(
  distribution: Distribution,
  key: Key64,
  purpose: number,
  round: number,
  { shared, own }: TopicTables,
  complexity: number,
): number {
  const u = keyedUniform(key, purpose, round);
  if (shared === 0) return distribution.quantile(u);
  const mixed = normalCdf(shared * complexity + own * normalQuantile(u));
  return distribution.quantile(Math.min(ALMOST_ONE, Math.max(SMALLEST, mixed)));
}
