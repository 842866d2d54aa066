import type { Topic } from "../clinic.ts";
import { MAX_ROUNDS } from "../follow-ups.ts";
import type { SpecialtyRules } from "../specialty-rules.ts";
import { DoorKinds } from "./door-kinds.ts";
import { messageKinds } from "./message-kinds.ts";
import { TopicWork } from "./message-work.ts";

/** What a new thread of a topic comes to in the mean. */
export interface ThreadWork {
  /** Chance that its first message is let in. */
  readonly letIn: number;
  /** Messages that are let in. */
  readonly messages: number;
  /** [min] By team; what waits at the physicians in the place after the last. */
  readonly minutes: Float64Array;
}

/** A specialty's rules, and what threads depend on besides. */
export interface ThreadsUnder {
  readonly rules: SpecialtyRules;
  /** [days] Between regular visits. */
  readonly visitInterval: number;
  readonly hasPhysicians: boolean;
}

/**
 * Expected work of a thread, message by message, as threads are drawn: what the front door lets in, what is turned into a
 * visit, who deals with it by every way it may go, and the chance that a reply brings another message. A message that waits
 * for physicians where there are none brings nothing.
 */
export function threadWork(topic: Topic, index: number, under: ThreadsUnder): ThreadWork {
  const work = new TopicWork(topic, index, under.rules, under.hasPhysicians);
  const doors = new DoorKinds(under.rules.frontDoor, topic.name, under.visitInterval);
  const minutes = new Float64Array(under.rules.ways[index]!.teams.length + 1);
  let letIn = 0;
  let messages = 0;
  for (const endsInVisit of [true, false]) {
    let needing = endsInVisit ? topic.needsVisit : 1 - topic.needsVisit;
    let thanks = 0;
    for (let round = 0; round < MAX_ROUNDS && needing + thanks > 0; round += 1) {
      let following = 0;
      const mayFollow = round + 1 < MAX_ROUNDS ? topic.followUp.probability : 0;
      const sent = { round, endsInVisit, needing, thanks };
      for (const { chance, of: kind } of messageKinds(topic, sent, under.rules, doors)) {
        const { minutes: each, answered } = work.of(kind);
        each.forEach((mean, team) => {
          minutes[team]! += chance * mean;
        });
        messages += chance;
        if (round === 0) letIn += chance;
        if (kind.needsReply && !kind.converts) following += chance * answered * mayFollow * kind.followUps;
      }
      thanks = following * topic.followUp.thanks;
      needing = following - thanks;
    }
  }
  return { letIn, messages, minutes };
}
