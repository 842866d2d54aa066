import { type EventSet, RANK_STEP, ROOM } from "./event-set.ts";

/** The textbook binary heap: times, ranks and payloads side by side in typed arrays; cannot cancel. */
export class BinaryHeap implements EventSet {
  time = 0;
  private readonly times = new Float64Array(ROOM);
  private readonly ranks = new Float64Array(ROOM);
  private readonly payloads = new Int32Array(ROOM);
  private count = 0;
  private sequence = 0;

  add(time: number, priority: number, payload: number): number {
    const { times, ranks, payloads } = this;
    const rank = priority * RANK_STEP + this.sequence++;
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = times[parent]!;
      if (other < time || (other === time && ranks[parent]! < rank)) break;
      times[at] = other;
      ranks[at] = ranks[parent]!;
      payloads[at] = payloads[parent]!;
      at = parent;
    }
    times[at] = time;
    ranks[at] = rank;
    payloads[at] = payload;
    return 0;
  }

  take(): number {
    const { times, ranks, payloads } = this;
    const taken = payloads[0]!;
    this.time = times[0]!;
    const count = --this.count;
    const time = times[count]!;
    const rank = ranks[count]!;
    const payload = payloads[count]!;
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      let first = times[child]!;
      if (child + 1 < count) {
        const second = times[child + 1]!;
        if (second < first || (second === first && ranks[child + 1]! < ranks[child]!)) {
          first = second;
          child += 1;
        }
      }
      if (first > time || (first === time && ranks[child]! > rank)) break;
      times[at] = first;
      ranks[at] = ranks[child]!;
      payloads[at] = payloads[child]!;
      at = child;
    }
    times[at] = time;
    ranks[at] = rank;
    payloads[at] = payload;
    return taken;
  }
}
