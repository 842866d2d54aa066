import { widenFloats, widenInts } from "./widen.ts";

/** What happens at an event. `subject` is an int32 that the scheduler chose: an index into the model's own tables. */
export type EventAction = (subject: number) => void;

/** Names one scheduled event for ever: positive, and never the handle of another event of the same calendar. */
export type EventHandle = number;

/** A handle is (generation + 1) × SLOTS + slot: an exact integer below 2^53. */
const SLOTS = 0x800000;
const LAST_GENERATION = 0x3ffffffe;
/** A rank is priority × RANK_STEP + sequence: one exact double orders events that share a time. */
const RANK_STEP = 0x80000000000;
/** An event goes into the sorted part only where at most this many events come before it. */
const REACH = 16;
const COMPACT_FROM = 64;

const cancelled: EventAction = () => undefined;

/**
 * The set of pending events, ordered by (time, priority, sequence); O(log n) to add and to take, O(1) to cancel.
 *
 * Two parts share the events. A *sorted array*, soonest last, takes an event when at most `REACH` events of that array
 * come before it, so that adding costs a few moves; a *binary heap* takes all others. The next event is the earlier of
 * the two tops, so an event never moves from one part to the other and ties need no special care.
 * A cancelled event stays as a tombstone until it is met or until tombstones outnumber the living.
 */
export class EventCalendar {
  /** Time of the event that `take` returned last [the simulation's unit of time]. */
  time = Number.NaN;

  private sortedTimes = new Float64Array(256);
  private sortedSlots = new Int32Array(256);
  private sortedCount = 0;
  private heapTimes = new Float64Array(256);
  private heapRanks = new Float64Array(256);
  private heapSlots = new Int32Array(256);
  private heapCount = 0;

  /** Generation and subject of each slot, side by side. */
  private slots = new Int32Array(512);
  private ranks = new Float64Array(256);
  private actions: EventAction[] = [];
  private freeSlots = new Int32Array(256);
  private freeCount = 0;
  private sequence = 0;
  private dead = 0;

  /** Number of events that are still to come, without the cancelled ones. */
  get pendingCount(): number {
    return this.sortedCount + this.heapCount - this.dead;
  }

  /**
   * Adds an event and returns its handle. `time` must be a finite number, `subject` an int32 and `priority` an integer
   * within ±`PRIORITY_LIMIT`: the caller has checked. Throws a RangeError beyond 8,388,608 events at once.
   */
  add(time: number, priority: number, action: EventAction, subject: number): EventHandle {
    const slot = this.freeCount > 0 ? this.freeSlots[--this.freeCount]! : this.newSlot();
    const rank = priority * RANK_STEP + this.sequence++;
    this.ranks[slot] = rank;
    this.slots[2 * slot + 1] = subject;
    this.actions[slot] = action;
    const count = this.sortedCount;
    if (count < REACH || time < this.sortedTimes[count - REACH]!) this.insertSorted(time, rank, slot);
    else this.pushHeap(time, rank, slot);
    return (this.slots[2 * slot]! + 1) * SLOTS + slot;
  }

  /** Whether the event has neither happened nor been cancelled. */
  isPending(handle: EventHandle): boolean {
    const slot = handle & (SLOTS - 1);
    return slot < this.actions.length && this.slots[2 * slot] === (handle - slot) / SLOTS - 1;
  }

  /** Cancels an event; false when it has already happened or been cancelled. Amortised O(1). */
  cancel(handle: EventHandle): boolean {
    if (!this.isPending(handle)) return false;
    const slot = handle & (SLOTS - 1);
    this.slots[2 * slot]! += 1;
    this.actions[slot] = cancelled;
    this.dead += 1;
    if (this.dead >= COMPACT_FROM && this.dead * 2 > this.sortedCount + this.heapCount) this.compact();
    return true;
  }

  /**
   * Takes the first event out if its time is at most `limit`, and returns its slot, else −1. What belongs to it (`time`,
   * `actionOf`, `subjectOf`, `priorityOf`, `sequenceOf`) can be read until the next `add`.
   */
  take(limit: number): number {
    for (;;) {
      let slot: number;
      if (this.sortedCount > 0 && (this.heapCount === 0 || this.sortedGoesFirst())) {
        const last = this.sortedCount - 1;
        const time = this.sortedTimes[last]!;
        if (time > limit) return -1;
        this.time = time;
        slot = this.sortedSlots[last]!;
        this.sortedCount = last;
      } else {
        if (this.heapCount === 0) return -1;
        const time = this.heapTimes[0]!;
        if (time > limit) return -1;
        this.time = time;
        slot = this.heapSlots[0]!;
        this.dropHeapTop();
      }
      if (this.dead > 0 && this.actions[slot] === cancelled) {
        this.dead -= 1;
        this.free(slot);
        continue;
      }
      this.slots[2 * slot]! += 1;
      this.free(slot);
      return slot;
    }
  }

  actionOf(slot: number): EventAction {
    return this.actions[slot]!;
  }

  subjectOf(slot: number): number {
    return this.slots[2 * slot + 1]!;
  }

  priorityOf(slot: number): number {
    return Math.floor(this.ranks[slot]! / RANK_STEP);
  }

  /** How many events had been added before this one. */
  sequenceOf(slot: number): number {
    return this.ranks[slot]! - this.priorityOf(slot) * RANK_STEP;
  }

  private sortedGoesFirst(): boolean {
    const last = this.sortedCount - 1;
    const sorted = this.sortedTimes[last]!;
    const heap = this.heapTimes[0]!;
    return sorted < heap || (sorted === heap && this.ranks[this.sortedSlots[last]!]! < this.heapRanks[0]!);
  }

  private insertSorted(time: number, rank: number, slot: number): void {
    if (this.sortedCount === this.sortedTimes.length) {
      this.sortedTimes = widenFloats(this.sortedTimes);
      this.sortedSlots = widenInts(this.sortedSlots);
    }
    const times = this.sortedTimes;
    const slots = this.sortedSlots;
    let at = this.sortedCount++;
    while (at > 0) {
      const other = times[at - 1]!;
      if (other > time || (other === time && this.ranks[slots[at - 1]!]! > rank)) break;
      times[at] = other;
      slots[at] = slots[at - 1]!;
      at -= 1;
    }
    times[at] = time;
    slots[at] = slot;
  }

  private pushHeap(time: number, rank: number, slot: number): void {
    if (this.heapCount === this.heapTimes.length) {
      this.heapTimes = widenFloats(this.heapTimes);
      this.heapRanks = widenFloats(this.heapRanks);
      this.heapSlots = widenInts(this.heapSlots);
    }
    this.siftUp(this.heapCount++, time, rank, slot);
  }

  private siftUp(from: number, time: number, rank: number, slot: number): void {
    const times = this.heapTimes;
    const ranks = this.heapRanks;
    const slots = this.heapSlots;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = times[parent]!;
      if (other < time || (other === time && ranks[parent]! < rank)) break;
      times[at] = other;
      ranks[at] = ranks[parent]!;
      slots[at] = slots[parent]!;
      at = parent;
    }
    times[at] = time;
    ranks[at] = rank;
    slots[at] = slot;
  }

  private dropHeapTop(): void {
    const count = --this.heapCount;
    const hole = this.sinkHole(0, count);
    if (hole !== count)
      this.siftUp(hole, this.heapTimes[count]!, this.heapRanks[count]!, this.heapSlots[count]!);
  }

  /** Moves a hole to the bottom by lifting the earlier child each time, and returns where it comes to rest. */
  private sinkHole(from: number, count: number): number {
    const times = this.heapTimes;
    const ranks = this.heapRanks;
    const slots = this.heapSlots;
    let at = from;
    let child = 2 * at + 1;
    while (child + 1 < count) {
      const first = times[child]!;
      const second = times[child + 1]!;
      // Arithmetic instead of a branch: which child comes first cannot be predicted, least of all among ties.
      child += +(second < first) | (+(second === first) & +(ranks[child + 1]! < ranks[child]!));
      times[at] = times[child]!;
      ranks[at] = ranks[child]!;
      slots[at] = slots[child]!;
      at = child;
      child = 2 * at + 1;
    }
    if (child < count) {
      times[at] = times[child]!;
      ranks[at] = ranks[child]!;
      slots[at] = slots[child]!;
      at = child;
    }
    return at;
  }

  private newSlot(): number {
    const slot = this.actions.length;
    if (slot >= SLOTS) throw new RangeError(`more than ${SLOTS} events are pending at once`);
    if (slot === this.freeSlots.length) {
      this.slots = widenInts(this.slots);
      this.ranks = widenFloats(this.ranks);
      this.freeSlots = widenInts(this.freeSlots);
    }
    this.actions.push(cancelled);
    return slot;
  }

  private free(slot: number): void {
    // A slot whose generations are used up is retired: its handles would begin to repeat.
    if (this.slots[2 * slot]! < LAST_GENERATION) this.freeSlots[this.freeCount++] = slot;
  }

  /** Drops all tombstones: the sorted part closes up, the heap is filled again. */
  private compact(): void {
    let kept = 0;
    for (let i = 0; i < this.sortedCount; i++) {
      const slot = this.sortedSlots[i]!;
      if (this.actions[slot] === cancelled) this.free(slot);
      else {
        this.sortedTimes[kept] = this.sortedTimes[i]!;
        this.sortedSlots[kept++] = slot;
      }
    }
    this.sortedCount = kept;
    kept = 0;
    for (let i = 0; i < this.heapCount; i++) {
      const slot = this.heapSlots[i]!;
      if (this.actions[slot] === cancelled) this.free(slot);
      // The places before `kept` are a heap already, and no later than `i`.
      else this.siftUp(kept++, this.heapTimes[i]!, this.heapRanks[i]!, slot);
    }
    this.heapCount = kept;
    this.dead = 0;
  }
}
