import type { Cause, MessageRecord } from "../observer.ts";
import type { Thread } from "../world.ts";
import type { OpenMessage } from "./open-message.ts";

/** What has become of a message by now, in a run that ends at `end` [min since start]. */
export function messageRecord(message: OpenMessage, end: number): MessageRecord {
  return {
    thread: message.thread,
    round: message.round,
    cause: message.cause,
    sent: message.sent,
    opensThread: message.opensThread,
    turnedAwayBy: -1,
    firstRead: message.firstRead,
    replied: message.replied,
    closed: message.closed,
    closedByTeam: message.closedByTeam,
    settledByCall: message.settledByCall,
    clerkMinutes: message.clerkMinutes,
    nurseMinutes: message.nurseMinutes,
    physicianMinutes: message.physicianMinutes,
    clerkTouches: message.clerkTouches,
    nurseTouches: message.nurseTouches,
    physicianTouches: message.physicianTouches,
    emergency: emergencyOf(message, end),
  };
}

/** When the patient sought help elsewhere; NaN where a reply came before, or the run ends. */
function emergencyOf({ cause, content, sent, replied }: OpenMessage, end: number): number {
  const moment = Math.max(sent, 0) + content.emergencyDelay;
  return cause === "own" && content.needsReply && moment < end && !(replied <= moment) ? moment : Number.NaN;
}

export function turnedAwayRecord(
  thread: Thread,
  round: number,
  cause: Cause,
  sent: number,
  opensThread: boolean,
  turnedAwayBy: number,
): MessageRecord {
  return {
    thread,
    round,
    cause,
    sent,
    opensThread,
    turnedAwayBy,
    firstRead: Number.NaN,
    replied: Number.NaN,
    closed: Number.NaN,
    closedByTeam: -1,
    settledByCall: false,
    clerkMinutes: 0,
    nurseMinutes: 0,
    physicianMinutes: 0,
    clerkTouches: 0,
    nurseTouches: 0,
    physicianTouches: 0,
    emergency: Number.NaN,
  };
}
