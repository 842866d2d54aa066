import { FirstComeRing } from "./first-come-ring.ts";

/**
 * A waiting line by priority, lower first, and first come among equals: one ring for each priority that has occurred. Quicker
 * than a heap while priorities are few; O(number of priorities).
 */
export class PriorityLine<T extends { readonly priority: number }> {
  /** Strictly increasing; `rings` beside it. */
  private readonly priorities: number[] = [];
  private readonly rings: FirstComeRing<T>[] = [];
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(item: T): void {
    this.ringOf(item.priority).push(item);
    this.count += 1;
  }

  peek(): T | undefined {
    return this.count > 0 ? this.firstRing().peek() : undefined;
  }

  pop(): T | undefined {
    if (this.count === 0) return undefined;
    this.count -= 1;
    return this.firstRing().pop();
  }

  remove(item: T): boolean {
    if (!this.ringOf(item.priority).remove(item)) return false;
    this.count -= 1;
    return true;
  }

  private firstRing(): FirstComeRing<T> {
    let at = 0;
    while (this.rings[at]!.length === 0) at += 1;
    return this.rings[at]!;
  }

  private ringOf(priority: number): FirstComeRing<T> {
    const { priorities, rings } = this;
    let at = 0;
    while (at < priorities.length && priorities[at]! < priority) at += 1;
    if (priorities[at] !== priority) {
      priorities.splice(at, 0, priority);
      rings.splice(at, 0, new FirstComeRing<T>());
    }
    return rings[at]!;
  }
}
