import { type EventSet, RANK_STEP, ROOM } from "./event-set.ts";

/** A heap with four children a node: half the levels, more comparisons on each; cannot cancel. */
export class FourAryHeap implements EventSet {
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
      const parent = (at - 1) >> 2;
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
    for (let child = 1; child < count; child = 4 * at + 1) {
      let best = child;
      let first = times[child]!;
      const end = child + 4 < count ? child + 4 : count;
      for (let other = child + 1; other < end; other++) {
        const second = times[other]!;
        if (second < first || (second === first && ranks[other]! < ranks[best]!)) {
          first = second;
          best = other;
        }
      }
      if (first > time || (first === time && ranks[best]! > rank)) break;
      times[at] = first;
      ranks[at] = ranks[best]!;
      payloads[at] = payloads[best]!;
      at = best;
    }
    times[at] = time;
    ranks[at] = rank;
    payloads[at] = payload;
    return taken;
  }
}
