import { createDistribution, type Distribution, type Key64, keyedUniform } from "../../random/index.ts";
import type { Specialty } from "../clinic.ts";
import { MAX_ROUNDS } from "../follow-ups.ts";
import type { SpecialtyRules } from "../specialty-rules.ts";
import type { Round } from "../world.ts";
import { DoorDraws, type DoorOutcome, LET_IN } from "./door-draws.ts";
import { happens } from "./drawn.ts";
import { ENDLESS, ImpatienceDraws } from "./impatience-draws.ts";
import type { VisitDistance } from "./patient-visits.ts";
import { PURPOSE } from "./purpose.ts";
import type { TopicTables } from "./topic-tables.ts";

/** How a thread comes about, apart from who sends it when. */
export interface ThreadOrigin {
  /** −1: any, as the topics' shares have it. */
  readonly topic: number;
  /** Whether its first message is in before anything begins, so that no front door sees it. */
  readonly isIn: boolean;
  /** Of its first message; those that follow are not told when they come. */
  readonly visit: VisitDistance;
  /** What was recorded of it; left out of what is drawn. */
  readonly recorded?: RecordedThread;
}

/** A thread as it was recorded: all of it was let in, and nothing follows but what was recorded. */
export interface RecordedThread {
  /** 0, 1; −1: not recorded. */
  readonly urgent: number;
  /** By round: 1 for a message that was owed a reply, else 0. */
  readonly needsReply: Int8Array;
}

/** What a message takes over from its thread. */
interface ThreadTraits {
  readonly origin: ThreadOrigin;
  readonly tables: TopicTables;
  readonly urgent: boolean;
  /** A normal score. */
  readonly complexity: number;
  readonly needsVisit: boolean;
}

/** Draws the messages of a specialty's threads. */
export class RoundDraws {
  readonly #rules: SpecialtyRules;
  readonly #door: DoorDraws;
  readonly #impatience: ImpatienceDraws;
  readonly #answerDelay: Distribution;

  constructor(specialty: Specialty, rules: SpecialtyRules) {
    this.#rules = rules;
    this.#door = new DoorDraws(rules);
    this.#impatience = new ImpatienceDraws(specialty);
    this.#answerDelay = createDistribution(specialty.answerDelay);
  }

  draw(key: Key64, round: number, thread: ThreadTraits): Round {
    const { tables } = thread;
    const { topic } = tables;
    const rules = this.#rules;
    const isFirst = round === 0;
    const { recorded } = thread.origin;
    const needsReply =
      recorded === undefined
        ? isFirst || !happens(key, PURPOSE.thanks, round, topic.followUp.thanks)
        : recorded.needsReply[round] === 1;
    const unsuitable = isFirst && happens(key, PURPOSE.unsuitable, 0, topic.unsuitable);
    const incomplete = isFirst && happens(key, PURPOSE.incomplete, 0, topic.incomplete);
    const lowestRole = tables.lowestRole(key, round, needsReply);
    const door = this.#doorOf(key, round, thread, needsReply, unsuitable, incomplete);
    const mayBeVisit = needsReply && !unsuitable && !door.viaLink && door.turnedAwayBy < 0;
    const converts =
      mayBeVisit &&
      happens(key, PURPOSE.conversion, round, rules.conversion.chance(thread.needsVisit, round));
    const chanceOfNext = topic.followUp.probability * door.followUps;
    const goesOn =
      recorded === undefined &&
      needsReply &&
      !converts &&
      door.turnedAwayBy < 0 &&
      round + 1 < MAX_ROUNDS &&
      happens(key, PURPOSE.followUp, round, chanceOfNext);
    const minutes = tables.minutes.draw(key, round, needsReply, thread.complexity, door.minutes);
    const patience = needsReply ? this.#impatience.draw(key, round, thread.urgent) : ENDLESS;
    const cappedTo = this.#door.cappedTo(key, round);
    const calls = door.displacedTo === "call" || cappedTo === "call" || !Number.isNaN(patience.callDelay);
    return {
      needsReply,
      lowestRole,
      asks: happens(key, PURPOSE.asks, round, rules.triage.rules.asks),
      bounces: needsReply && happens(key, PURPOSE.bounces, round, rules.triage.rules.bounces),
      unsuitable,
      answerDelay:
        incomplete && !door.completed
          ? this.#answerDelay.quantile(keyedUniform(key, PURPOSE.answerDelay, round))
          : Number.NaN,
      sortedTo: needsReply ? tables.sortedTo(key, round, lowestRole) : -1,
      needsVisit: isFirst && thread.needsVisit,
      bookingMinutes: converts ? rules.conversion.bookingMinutes : Number.NaN,
      linkMinutes: door.viaLink ? this.#door.linkMinutes(key, round) : Number.NaN,
      turnedAwayBy: door.turnedAwayBy,
      displacedTo: door.displacedTo,
      cappedTo,
      coSigned: needsReply && happens(key, PURPOSE.coSigned, round, tables.coSigned),
      triage: minutes.triage,
      clerk: minutes.clerk,
      nurse: minutes.nurse,
      physician: minutes.physician,
      prepare: minutes.prepare,
      callMinutes: calls ? this.#impatience.callMinutes(key, round) : 0,
      callPatience: calls ? this.#impatience.callPatience(key, round) : Number.NaN,
      followUpDelay: goesOn
        ? tables.delay.quantile(keyedUniform(key, PURPOSE.followUpDelay, round))
        : Number.NaN,
      chaserDelay: patience.chaserDelay,
      duplicates: patience.duplicates,
      callDelay: patience.callDelay,
      emergencyDelay: patience.emergencyDelay,
    };
  }

  #doorOf(
    key: Key64,
    round: number,
    { origin, tables }: ThreadTraits,
    needsReply: boolean,
    unsuitable: boolean,
    incomplete: boolean,
  ): DoorOutcome {
    if (this.#door.isOpen || origin.recorded !== undefined || (round === 0 && origin.isIn)) return LET_IN;
    const { sinceVisit, untilVisit } = origin.visit;
    const topic = tables.topic.name;
    const message = { topic, round, needsReply, unsuitable, incomplete, sinceVisit, untilVisit };
    return this.#door.draw(key, message);
  }
}
