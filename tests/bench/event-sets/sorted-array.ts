import { type EventSet, RANK_STEP, ROOM } from "./event-set.ts";

/** All events sorted, soonest last: adding moves every sooner event by one place; cannot cancel. */
export class SortedArray implements EventSet {
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
      const other = times[at - 1]!;
      if (other > time || (other === time && ranks[at - 1]! > rank)) break;
      times[at] = other;
      ranks[at] = ranks[at - 1]!;
      payloads[at] = payloads[at - 1]!;
      at -= 1;
    }
    times[at] = time;
    ranks[at] = rank;
    payloads[at] = payload;
    return 0;
  }

  take(): number {
    const count = --this.count;
    this.time = this.times[count]!;
    return this.payloads[count]!;
  }
}
