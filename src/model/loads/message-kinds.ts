import type { Topic } from "../clinic.ts";
import type { DoorOutcome } from "../draws/door-draws.ts";
import type { Weighted } from "../policies/index.ts";
import type { SpecialtyRules } from "../specialty-rules.ts";
import type { DoorKinds } from "./door-kinds.ts";

/** What is known of a message that is let in before it is told which role it needs and how it is dealt with. */
export interface MessageKind extends DoorOutcome {
  readonly needsReply: boolean;
  readonly unsuitable: boolean;
  readonly lacks: boolean;
  readonly converts: boolean;
}

/** How many messages number `round` are sent, of threads that end in a visit or that do not: those that need a reply, and thank-yous. */
interface SentMessages {
  readonly round: number;
  readonly endsInVisit: boolean;
  readonly needing: number;
  readonly thanks: number;
}

/** What of them is let in, by kind. */
export function messageKinds(
  topic: Topic,
  { round, endsInVisit, needing, thanks }: SentMessages,
  rules: SpecialtyRules,
  doors: DoorKinds,
): Weighted<MessageKind>[] {
  const kinds: Weighted<MessageKind>[] = [];
  const conversion = rules.conversion.chance(endsInVisit, round);
  const [unsuited, incomplete] = round === 0 ? [topic.unsuitable, topic.incomplete] : [0, 0];
  for (const sent of [
    ...each(needing * unsuited * incomplete, true, true, true),
    ...each(needing * unsuited * (1 - incomplete), true, true, false),
    ...each(needing * (1 - unsuited) * incomplete, true, false, true),
    ...each(needing * (1 - unsuited) * (1 - incomplete), true, false, false),
    ...each(thanks, false, false, false),
  ]) {
    const { needsReply, unsuitable } = sent.of;
    for (const { chance, of } of doors.of(round, sent.of)) {
      if (of.turnedAwayBy >= 0) continue;
      const lacks = sent.of.incomplete && !of.completed;
      const visit = needsReply && !unsuitable && !of.viaLink ? conversion : 0;
      for (const [part, converts] of [[visit, true] as const, [1 - visit, false] as const]) {
        if (part === 0) continue;
        kinds.push({
          chance: sent.chance * chance * part,
          of: { ...of, needsReply, unsuitable, lacks, converts },
        });
      }
    }
  }
  return kinds;
}

function each(chance: number, needsReply: boolean, unsuitable: boolean, incomplete: boolean) {
  return chance > 0 ? [{ chance, of: { needsReply, unsuitable, incomplete } }] : [];
}
