import type { MessageRecord } from "../observer.ts";
import type { Displaced } from "../world.ts";

/** What the patient does instead whose message was turned away. */
export function displacedTo({ thread, round, cause }: MessageRecord): Displaced {
  const { turnedAwayBy, displacedTo: atTheDoor, cappedTo } = thread.rounds[round]!;
  return cause === "own" && turnedAwayBy >= 0 ? atTheDoor : cappedTo;
}
