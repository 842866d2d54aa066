/** The least that an event loop needs: the time, and one number that says what happens. Ties are left to chance. */
export interface EventList {
  readonly time: number;
  add(time: number, code: number): void;
  take(): number;
}

const ROOM = 0x10000;

/** The hand-written bound: a binary heap of times and codes in typed arrays. */
export class BareHeap implements EventList {
  time = 0;
  private readonly times = new Float64Array(ROOM);
  private readonly codes = new Int32Array(ROOM);
  private count = 0;

  add(time: number, code: number): void {
    const { times, codes } = this;
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent]! <= time) break;
      times[at] = times[parent]!;
      codes[at] = codes[parent]!;
      at = parent;
    }
    times[at] = time;
    codes[at] = code;
  }

  take(): number {
    const { times, codes } = this;
    const taken = codes[0]!;
    this.time = times[0]!;
    const count = --this.count;
    const time = times[count]!;
    const code = codes[count]!;
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && times[child + 1]! < times[child]!) child += 1;
      if (times[child]! >= time) break;
      times[at] = times[child]!;
      codes[at] = codes[child]!;
      at = child;
    }
    times[at] = time;
    codes[at] = code;
    return taken;
  }
}

/** The other bound: an array sorted by time, soonest last; quick while few events are pending. */
export class BareSortedArray implements EventList {
  time = 0;
  private readonly times = new Float64Array(ROOM);
  private readonly codes = new Int32Array(ROOM);
  private count = 0;

  add(time: number, code: number): void {
    const { times, codes } = this;
    let at = this.count++;
    while (at > 0 && times[at - 1]! <= time) {
      times[at] = times[at - 1]!;
      codes[at] = codes[at - 1]!;
      at -= 1;
    }
    times[at] = time;
    codes[at] = code;
  }

  take(): number {
    const count = --this.count;
    this.time = this.times[count]!;
    return this.codes[count]!;
  }
}
