import { type Key64, keyedUniform, normalQuantile } from "../../random/index.ts";
import type { Specialty } from "../clinic.ts";
import type { SpecialtyRules } from "../specialty-rules.ts";
import type { Round, Thread } from "../world.ts";
import { happens } from "./drawn.ts";
import { PURPOSE } from "./purpose.ts";
import { RoundDraws, type ThreadOrigin } from "./round-draws.ts";
import { TopicTables } from "./topic-tables.ts";

/** What a thread is, apart from who sent it when. */
export type ThreadAttributes = Pick<Thread, "topic" | "urgent" | "flagged" | "seenUrgent" | "rounds">;

/** Draws the attributes of a specialty's threads, each by (thread's key, purpose, round) alone. */
export class ThreadAttributeTables {
  readonly #rules: SpecialtyRules;
  readonly #rounds: RoundDraws;
  readonly #cumulative: readonly number[];
  readonly #topics: readonly TopicTables[];

  constructor(specialty: Specialty, rules: SpecialtyRules) {
    this.#rules = rules;
    this.#rounds = new RoundDraws(specialty, rules);
    let sum = 0;
    this.#cumulative = specialty.topics.map(({ share }) => {
      sum += share;
      return sum;
    });
    this.#topics = specialty.topics.map((topic, index) => new TopicTables(topic, index, rules));
  }

  draw(key: Key64, origin: ThreadOrigin): ThreadAttributes {
    const topic = origin.topic >= 0 ? origin.topic : this.#topicOf(keyedUniform(key, PURPOSE.topic, 0));
    const tables = this.#topics[topic]!;
    const { recorded } = origin;
    const known = recorded?.urgent ?? -1;
    const urgent = known >= 0 ? known === 1 : happens(key, PURPOSE.urgent, 0, tables.topic.urgent);
    const complexity = normalQuantile(keyedUniform(key, PURPOSE.complexity, 0));
    const needsVisit = happens(key, PURPOSE.needsVisit, 0, tables.topic.needsVisit);
    const traits = { origin, tables, urgent, complexity, needsVisit };
    const rounds: Round[] = [];
    do rounds.push(this.#rounds.draw(key, rounds.length, traits));
    while (
      recorded === undefined
        ? !Number.isNaN(rounds[rounds.length - 1]!.followUpDelay)
        : rounds.length < recorded.needsReply.length
    );
    return {
      topic,
      urgent,
      flagged: happens(key, PURPOSE.flagged, 0, this.#rules.flag.chance(urgent)),
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
    const { sensitivity, specificity } = this.#rules.triage.rules;
    return urgent === happens(key, PURPOSE.seenUrgent, 0, urgent ? sensitivity : specificity);
  }
}
