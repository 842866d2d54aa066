import { FirstComeRing } from "./first-come-ring.ts";
import { OrderedHeap } from "./ordered-heap.ts";

/**
 * Things that wait, in the order in which they will be served.
 *
 * Without `compare`: first come, first served, in a ring buffer, O(1). With `compare` (negative when `a` goes before
 * `b`): in that order, and first come among equals, in a heap, O(log n); what `compare` reads of an item must not change
 * while it waits. `remove` is for those who give up.
 */
export class WaitingLine<T> {
  private readonly store: FirstComeRing<T> | OrderedHeap<T>;

  constructor(compare?: (a: T, b: T) => number) {
    this.store = compare === undefined ? new FirstComeRing<T>() : new OrderedHeap<T>(compare);
  }

  /** How many wait. */
  get length(): number {
    return this.store.length;
  }

  push(item: T): void {
    this.store.push(item);
  }

  /** Who is next; undefined when nobody waits. */
  peek(): T | undefined {
    return this.store.peek();
  }

  /** Takes out who is next; undefined when nobody waits. */
  pop(): T | undefined {
    return this.store.pop();
  }

  /**
   * Takes out `item` (compared by `===`; of equal ones the first to have come) and says whether it was there. O(n) in
   * short lines; a long line keeps an index from its first removal on, and then it is amortised O(1), or O(log n) with
   * `compare`, while no item is in the line twice.
   */
  remove(item: T): boolean {
    return this.store.remove(item);
  }

  /** Those who wait, in the order of service; do not change the line meanwhile. */
  [Symbol.iterator](): Iterator<T> {
    return this.store[Symbol.iterator]();
  }
}
