/**
 * What every candidate for the event calendar offers to the benchmark. Ties go by (priority, order of adding), folded
 * into one exact number as the kernel does it.
 */
export interface EventSet {
  /** Time of the event that `take` returned last. */
  readonly time: number;
  /** Adds an event and returns what `cancel` needs, where the candidate can cancel. */
  add(time: number, priority: number, payload: number): number;
  take(): number;
}

export const RANK_STEP = 0x80000000000;
/** Room for every event that the benchmark holds at once. */
export const ROOM = 0x40000;
