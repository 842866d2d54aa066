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
import { median } from "./median.ts";
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

/** What one candidate costs with so many events pending. */
export interface CalendarRow {
  readonly pending: number;
  /** Time of one take and one add by pattern, the median of several rounds [ns]. */
  readonly nanoseconds: Readonly<Record<string, number>>;
  /** Rate by pattern as a share of the rate with distinct times: the median of shares of the same round. */
  readonly shares: Readonly<Record<string, number>>;
}

const ROUNDS = 7;
const MASK = 0xffff;
/** [ns] Beyond this a candidate is not tried with more pending events. */
const TOO_SLOW = 3_000;

export function measureCalendar(candidate: string): CalendarRow[] {
  const make = candidates[candidate]!;
  const names = Object.keys(patterns);
  const delays = Object.values(patterns).map(delaysOf);
  const rows: CalendarRow[] = [];
  for (const own of delays) hold(filled(make(), own, 500), own, 100_000, 0);
  for (const pending of pendingCounts) {
    const sets = delays.map((own) => filled(make(), own, pending));
    const probes = sets.map((set, i) => hold(set, delays[i]!, Math.min(2 * pending, 20_000), 1));
    const operations = probes.map((probe) => Math.round(Math.min(100_000, Math.max(2_000, 1e7 / probe))));
    const rounds = Array.from({ length: ROUNDS }, (_, round) =>
      sets.map((set, i) => hold(set, delays[i]!, operations[i]!, round * 7919)),
    );
    const medians = names.map((_, i) => median(rounds.map((round) => round[i]!)));
    const shares = names.map((_, i) => median(rounds.map((round) => round[0]! / round[i]!)));
    rows.push({ pending, nanoseconds: named(names, medians), shares: named(names, shares) });
    if (medians.some((time) => time > TOO_SLOW)) break;
  }
  return rows;
}

function named(names: readonly string[], values: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, i) => [name, values[i]!]));
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
