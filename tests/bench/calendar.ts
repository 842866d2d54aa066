import { EventCalendar } from "../../src/kernel/event-calendar.ts";
import { PRIORITY } from "../../src/kernel/index.ts";
import { log1p } from "../../src/random/math/log1p.ts";
import { createStream } from "../../src/random/stream.ts";
import { BinaryHeap } from "./event-sets/binary-heap.ts";
import { BucketQueue } from "./event-sets/bucket-queue.ts";
import type { EventSet } from "./event-sets/event-set.ts";
import { FourAryHeap } from "./event-sets/four-ary-heap.ts";
import { IndexHeap } from "./event-sets/index-heap.ts";
import { SortedArray } from "./event-sets/sorted-array.ts";
import { threadNanoseconds } from "./stopwatch.ts";

/** The kernel's own calendar, with actions and handles and all. */
class KernelCalendar implements EventSet {
  private readonly calendar = new EventCalendar();

  get time(): number {
    return this.calendar.time;
  }

  add(time: number, priority: number, payload: number): number {
    return this.calendar.add(time, priority, nothing, payload);
  }

  take(): number {
    return this.calendar.subjectOf(this.calendar.take(Number.POSITIVE_INFINITY));
  }
}

function nothing(): void {}

export const candidates: Readonly<Record<string, () => EventSet>> = {
  kernel: () => new KernelCalendar(),
  "binary heap": () => new BinaryHeap(),
  "index heap": () => new IndexHeap(),
  "4-ary heap": () => new FourAryHeap(),
  "sorted array": () => new SortedArray(),
  "bucket queue": () => new BucketQueue(),
};

export const pendingCounts = [10, 100, 1_000, 10_000, 100_000] as const;

/** How the times of events spread: exponential delays of 10 min; the same in whole minutes; shift starts every 8 h. */
export const patterns: Readonly<Record<string, (exponential: number) => number>> = {
  distinct: (e) => 10 * e,
  minutes: (e) => Math.ceil(10 * e),
  shifts: (e) => 480 * Math.ceil(2 * e),
};

/** Nanoseconds for taking one event and adding another, with so many pending; the median of several rounds. */
export interface CalendarCell {
  readonly candidate: string;
  readonly pending: number;
  readonly pattern: string;
  readonly nanoseconds: number;
}

const ROUNDS = 5;
const MASK = 0xffff;
/** [ns] Beyond this a candidate is not tried with more pending events. */
const TOO_SLOW = 3_000;

export function measureCalendar(candidate: string): CalendarCell[] {
  const make = candidates[candidate]!;
  const cells: CalendarCell[] = [];
  const slow = new Set<string>();
  for (const shape of Object.values(patterns))
    hold(filled(make(), delaysOf(shape), 50), delaysOf(shape), 100_000, 0);
  for (const pending of pendingCounts) {
    for (const [pattern, shape] of Object.entries(patterns)) {
      if (slow.has(pattern)) continue;
      const delays = delaysOf(shape);
      const set = filled(make(), delays, pending);
      hold(set, delays, Math.min(2 * pending, 20_000), 1);
      const probe = hold(set, delays, 2_000, 2);
      const operations = Math.round(Math.min(200_000, Math.max(2_000, 2e7 / probe)));
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(hold(set, delays, operations, round * 7919));
      const nanoseconds = times.sort((a, b) => a - b)[ROUNDS >> 1]!;
      if (nanoseconds > TOO_SLOW) slow.add(pattern);
      cells.push({ candidate, pending, pattern, nanoseconds });
    }
  }
  return cells;
}

function delaysOf(shape: (exponential: number) => number): Float64Array {
  const draw = createStream(1, 0, "delays");
  return Float64Array.from({ length: MASK + 1 }, () => shape(-log1p(-draw.uniform())));
}

function filled(set: EventSet, delays: Float64Array, pending: number): EventSet {
  for (let i = 0; i < pending; i++) set.add(delays[i & MASK]!, PRIORITY.normal, i);
  return set;
}

/** Time of one take and one add [ns]. */
function hold(set: EventSet, delays: Float64Array, operations: number, offset: number): number {
  const begin = threadNanoseconds();
  for (let i = 0; i < operations; i++) {
    const payload = set.take();
    set.add(set.time + delays[(i + offset) & MASK]!, PRIORITY.normal, payload);
  }
  return (threadNanoseconds() - begin) / operations;
}
