import { type EventSet, RANK_STEP, ROOM } from "./event-set.ts";

/** A binary heap of event numbers that knows where each event is, so that cancelling takes it out at once. */
export class IndexHeap implements EventSet {
  time = 0;
  private readonly times = new Float64Array(ROOM);
  private readonly ranks = new Float64Array(ROOM);
  private readonly payloads = new Int32Array(ROOM);
  private readonly heap = new Int32Array(ROOM);
  private readonly places = new Int32Array(ROOM);
  private readonly free = Int32Array.from({ length: ROOM }, (_, i) => ROOM - 1 - i);
  private freeCount = ROOM;
  private count = 0;
  private sequence = 0;

  add(time: number, priority: number, payload: number): number {
    const event = this.free[--this.freeCount]!;
    this.times[event] = time;
    this.ranks[event] = priority * RANK_STEP + this.sequence++;
    this.payloads[event] = payload;
    this.siftUp(this.count++, event);
    return event;
  }

  take(): number {
    const event = this.heap[0]!;
    this.time = this.times[event]!;
    this.removeAt(0);
    this.free[this.freeCount++] = event;
    return this.payloads[event]!;
  }

  cancel(event: number): void {
    this.removeAt(this.places[event]!);
    this.free[this.freeCount++] = event;
  }

  private removeAt(at: number): void {
    const last = this.heap[--this.count]!;
    if (at === this.count) return;
    if (at > 0 && this.before(last, this.heap[(at - 1) >> 1]!)) this.siftUp(at, last);
    else this.siftDown(at, last);
  }

  private before(a: number, b: number): boolean {
    const ta = this.times[a]!;
    const tb = this.times[b]!;
    return ta < tb || (ta === tb && this.ranks[a]! < this.ranks[b]!);
  }

  private siftUp(from: number, event: number): void {
    const { heap, places } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = heap[parent]!;
      if (this.before(other, event)) break;
      heap[at] = other;
      places[other] = at;
      at = parent;
    }
    heap[at] = event;
    places[event] = at;
  }

  private siftDown(from: number, event: number): void {
    const { heap, places, count } = this;
    let at = from;
    for (let child = 2 * at + 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && this.before(heap[child + 1]!, heap[child]!)) child += 1;
      const other = heap[child]!;
      if (this.before(event, other)) break;
      heap[at] = other;
      places[other] = at;
      at = child;
    }
    heap[at] = event;
    places[event] = at;
  }
}
