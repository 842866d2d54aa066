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

  private sortedTimes = new Float64Array(64);
  private sortedSlots = new Int32Array(64);
  private sortedCount = 0;
  private heapTimes = new Float64Array(64);
  private heapSlots = new Int32Array(64);
  private heapCount = 0;

  private ranks = new Float64Array(64);
  private subjects = new Int32Array(64);
  private generations = new Int32Array(64);
  private actions: EventAction[] = [];
  private freeSlots = new Int32Array(64);
  private freeCount = 0;
  private usedSlots = 0;
  private sequence = 0;
  private dead = 0;

  /** Number of events that are still to come, without the cancelled ones. */
  get pendingCount(): number {
    return this.sortedCount + this.heapCount - this.dead;
  }

  /**
   * Adds an event and returns its handle. `time` must be a finite number and `priority` an integer within
   * ±`PRIORITY_LIMIT`: the caller has checked. Throws a RangeError beyond 8,388,608 events at once.
   */
  add(time: number, priority: number, action: EventAction, subject: number): EventHandle {
    const slot = this.freeCount > 0 ? this.freeSlots[--this.freeCount]! : this.newSlot();
    const rank = priority * RANK_STEP + this.sequence++;
    this.ranks[slot] = rank;
    this.subjects[slot] = subject;
    this.actions[slot] = action;
    const count = this.sortedCount;
    if (count < REACH || time < this.sortedTimes[count - REACH]!) this.insertSorted(time, rank, slot);
    else this.pushHeap(time, rank, slot);
    return (this.generations[slot]! + 1) * SLOTS + slot;
  }

  /** Whether the event has neither happened nor been cancelled. */
  isPending(handle: EventHandle): boolean {
    const slot = handle % SLOTS;
    return slot < this.usedSlots && this.generations[slot] === (handle - slot) / SLOTS - 1;
  }

  /** Cancels an event; false when it has already happened or been cancelled. Amortised O(1). */
  cancel(handle: EventHandle): boolean {
    if (!this.isPending(handle)) return false;
    const slot = handle % SLOTS;
    this.generations[slot]! += 1;
    this.actions[slot] = cancelled;
    this.dead += 1;
    if (this.dead >= COMPACT_FROM && this.dead * 2 > this.sortedCount + this.heapCount) this.compact();
    return true;
  }

  /**
   * Takes the first event out if its time is at most `limit`, and returns its slot, else −1. What belongs to the slot
   * (`time`, `actionOf`, `subjectOf`, `priorityOf`, `sequenceOf`) can be read until the next `add`.
   */
  take(limit: number): number {
    for (;;) {
      const sortedCount = this.sortedCount;
      let slot: number;
      let time: number;
      if (sortedCount > 0 && (this.heapCount === 0 || this.sortedFirst())) {
        time = this.sortedTimes[sortedCount - 1]!;
        slot = this.sortedSlots[sortedCount - 1]!;
        if (time > limit) return -1;
        this.sortedCount = sortedCount - 1;
      } else {
        if (this.heapCount === 0) return -1;
        time = this.heapTimes[0]!;
        slot = this.heapSlots[0]!;
        if (time > limit) return -1;
        this.dropHeapTop();
      }
      if (this.dead > 0 && this.actions[slot] === cancelled) {
        this.dead -= 1;
        this.free(slot);
        continue;
      }
      this.time = time;
      this.generations[slot]! += 1;
      this.free(slot);
      return slot;
    }
  }

  actionOf(slot: number): EventAction {
    return this.actions[slot]!;
  }

  subjectOf(slot: number): number {
    return this.subjects[slot]!;
  }

  priorityOf(slot: number): number {
    return Math.floor(this.ranks[slot]! / RANK_STEP);
  }

  /** How many events had been added before this one. */
  sequenceOf(slot: number): number {
    return this.ranks[slot]! - this.priorityOf(slot) * RANK_STEP;
  }

  private sortedFirst(): boolean {
    const sorted = this.sortedTimes[this.sortedCount - 1]!;
    const heap = this.heapTimes[0]!;
    if (sorted !== heap) return sorted < heap;
    return this.ranks[this.sortedSlots[this.sortedCount - 1]!]! < this.ranks[this.heapSlots[0]!]!;
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
      this.heapSlots = widenInts(this.heapSlots);
    }
    const times = this.heapTimes;
    const slots = this.heapSlots;
    let at = this.heapCount++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = times[parent]!;
      if (other < time || (other === time && this.ranks[slots[parent]!]! < rank)) break;
      times[at] = other;
      slots[at] = slots[parent]!;
      at = parent;
    }
    times[at] = time;
    slots[at] = slot;
  }

  private dropHeapTop(): void {
    const count = --this.heapCount;
    if (count > 0) this.siftDown(0, this.heapTimes[count]!, this.heapSlots[count]!, count);
  }

  private siftDown(from: number, time: number, slot: number, count: number): void {
    const times = this.heapTimes;
    const slots = this.heapSlots;
    const ranks = this.ranks;
    let at = from;
    for (let child = 2 * at + 1; child < count; child = 2 * at + 1) {
      let first = times[child]!;
      if (child + 1 < count) {
        const second = times[child + 1]!;
        if (second < first || (second === first && ranks[slots[child + 1]!]! < ranks[slots[child]!]!)) {
          first = second;
          child += 1;
        }
      }
      if (first > time || (first === time && ranks[slots[child]!]! > ranks[slot]!)) break;
      times[at] = first;
      slots[at] = slots[child]!;
      at = child;
    }
    times[at] = time;
    slots[at] = slot;
  }

  private newSlot(): number {
    const slot = this.usedSlots;
    if (slot >= SLOTS) throw new RangeError(`more than ${SLOTS} events are pending at once`);
    if (slot === this.subjects.length) {
      this.ranks = widenFloats(this.ranks);
      this.subjects = widenInts(this.subjects);
      this.generations = widenInts(this.generations);
      this.freeSlots = widenInts(this.freeSlots);
    }
    this.actions.push(cancelled);
    this.usedSlots = slot + 1;
    return slot;
  }

  private free(slot: number): void {
    // A slot whose generations are used up is retired: its handles would begin to repeat.
    if (this.generations[slot]! < LAST_GENERATION) this.freeSlots[this.freeCount++] = slot;
  }

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
      else {
        this.heapTimes[kept] = this.heapTimes[i]!;
        this.heapSlots[kept++] = slot;
      }
    }
    this.heapCount = kept;
    for (let at = (kept >> 1) - 1; at >= 0; at--) {
      this.siftDown(at, this.heapTimes[at]!, this.heapSlots[at]!, kept);
    }
    this.dead = 0;
  }
}

function widenFloats(old: Float64Array): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(old.length * 2);
  wider.set(old);
  return wider;
}

function widenInts(old: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(old.length * 2);
  wider.set(old);
  return wider;
}
