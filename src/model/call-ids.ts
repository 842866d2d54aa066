/** Ids of calls about messages follow those of the world's work; they leave so many places to a thread. */
const PLACES = 64;
/** Of these, from here on: calls of patients whose message was turned away. */
const TURNED_AWAY = 32;

/** The id of a call about a message, in a world with so many pieces of work. */
export function callId(work: number, thread: number, round: number, turnedAway: boolean): number {
  return work + PLACES * thread + round + (turnedAway ? TURNED_AWAY : 0);
}

/** Who calls about a message, by the id of the work; undefined: the work is about none. */
export function callerOf(id: number, work: number): "waits" | "turned away" | undefined {
  if (id < work) return undefined;
  return (id - work) % PLACES < TURNED_AWAY ? "waits" : "turned away";
}
