import { type EventSet, RANK_STEP, ROOM } from "./event-set.ts";

const BUCKETS = 1024;

/**
 * A two-level bucket queue after the calendar and ladder queues: unsorted events of the coming days in buckets of equal width, the
 * current bucket sorted on arrival there. Quick while times spread; a minute that many events share is one bucket.
 */
export class BucketQueue implements EventSet {
  time = 0;
  private readonly times = new Float64Array(ROOM);
  private readonly ranks = new Float64Array(ROOM);
  private readonly payloads = new Int32Array(ROOM);
  private readonly free = Int32Array.from({ length: ROOM }, (_, i) => ROOM - 1 - i);
  private freeCount = ROOM;
  private readonly next = new Int32Array(ROOM);
  private readonly heads = new Int32Array(BUCKETS).fill(-1);
  private far = -1;
  private origin = 0;
  private width = 0;
  private bucket = BUCKETS;
  private current = -1;
  private sequence = 0;

  add(time: number, priority: number, payload: number): number {
    const event = this.free[--this.freeCount]!;
    this.times[event] = time;
    this.ranks[event] = priority * RANK_STEP + this.sequence++;
    this.payloads[event] = payload;
    this.place(event, time);
    return event;
  }

  take(): number {
    while (this.current < 0) this.advance();
    const event = this.current;
    this.current = this.next[event]!;
    this.time = this.times[event]!;
    this.free[this.freeCount++] = event;
    return this.payloads[event]!;
  }

  private place(event: number, time: number): void {
    const bucket = Math.floor((time - this.origin) / this.width);
    if (bucket <= this.bucket && this.bucket < BUCKETS) this.insertCurrent(event, time);
    else if (bucket < BUCKETS) {
      this.next[event] = this.heads[bucket]!;
      this.heads[bucket] = event;
    } else {
      this.next[event] = this.far;
      this.far = event;
    }
  }

  private insertCurrent(event: number, time: number): void {
    const { times, ranks, next } = this;
    const rank = ranks[event]!;
    let before = -1;
    let at = this.current;
    while (at >= 0 && (times[at]! < time || (times[at] === time && ranks[at]! < rank))) {
      before = at;
      at = next[at]!;
    }
    next[event] = at;
    if (before < 0) this.current = event;
    else next[before] = event;
  }

  private advance(): void {
    while (++this.bucket < BUCKETS) {
      let event = this.heads[this.bucket]!;
      if (event < 0) continue;
      this.heads[this.bucket] = -1;
      while (event >= 0) {
        const following = this.next[event]!;
        this.insertCurrent(event, this.times[event]!);
        event = following;
      }
      return;
    }
    this.spread();
  }

  private spread(): void {
    let low = Infinity;
    let high = -Infinity;
    for (let event = this.far; event >= 0; event = this.next[event]!) {
      low = Math.min(low, this.times[event]!);
      high = Math.max(high, this.times[event]!);
    }
    this.origin = low;
    this.width = Math.max((high - low) / (BUCKETS - 1), 1e-9);
    this.bucket = -1;
    let event = this.far;
    this.far = -1;
    while (event >= 0) {
      const following = this.next[event]!;
      const bucket = Math.min(BUCKETS - 1, Math.floor((this.times[event]! - low) / this.width));
      this.next[event] = this.heads[bucket]!;
      this.heads[bucket] = event;
      event = following;
    }
  }
}
