/** From this length on, a removal builds an index of places. */
const INDEX_FROM = 64;

/** Served by comparison, first come among equals: a binary heap. `WaitingLine` documents the methods. */
export class OrderedHeap<T> {
  private readonly compare: (a: T, b: T) => number;
  private items: T[] = [];
  /** Order of entry, which breaks ties. */
  private entries: number[] = [];
  private entered = 0;
  /** Entry of each item, while items are distinct and removals in long lines happen. */
  private index: Map<T, number> | undefined;
  /** Entries that were removed through the index and are still in the heap, never at its top. */
  private readonly dead = new Set<number>();
  private repeats = false;

  constructor(compare: (a: T, b: T) => number) {
    this.compare = compare;
  }

  get length(): number {
    return this.items.length - this.dead.size;
  }

  push(item: T): void {
    const entry = this.entered++;
    if (this.index !== undefined) this.enterIndex(item, entry);
    this.items.push(item);
    this.entries.push(entry);
    this.siftUp(this.items.length - 1, item, entry);
  }

  peek(): T | undefined {
    return this.items[0];
  }

  pop(): T | undefined {
    if (this.items.length === 0) return undefined;
    const item = this.items[0] as T;
    this.removeAt(0);
    if (this.index !== undefined) this.index.delete(item);
    this.dropDead();
    return item;
  }

  remove(item: T): boolean {
    if (this.index === undefined && !this.repeats && this.length >= INDEX_FROM) this.buildIndex();
    if (this.index === undefined) {
      const at = this.scanFor(item);
      if (at < 0) return false;
      this.removeAt(at);
    } else {
      const entry = this.index.get(item);
      if (entry === undefined) return false;
      this.index.delete(item);
      this.dead.add(entry);
      if (this.dead.size * 2 > this.items.length) this.bury();
    }
    this.dropDead();
    return true;
  }

  *[Symbol.iterator](): Generator<T> {
    const living = this.items.map((_, at) => at).filter((at) => !this.dead.has(this.entries[at]!));
    living.sort((a, b) => this.order(this.items[a] as T, this.entries[a]!, b));
    for (const at of living) yield this.items[at] as T;
  }

  private scanFor(item: T): number {
    let found = -1;
    for (let at = 0; at < this.items.length; at++) {
      if (this.items[at] === item && (found < 0 || this.entries[at]! < this.entries[found]!)) found = at;
    }
    return found;
  }

  /** Negative when the item goes before the one at place `at`. */
  private order(item: T, entry: number, at: number): number {
    const difference = this.compare(item, this.items[at] as T);
    return difference !== 0 ? difference : entry - this.entries[at]!;
  }

  private siftUp(from: number, item: T, entry: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.order(item, entry, parent) >= 0) break;
      this.items[at] = this.items[parent] as T;
      this.entries[at] = this.entries[parent]!;
      at = parent;
    }
    this.items[at] = item;
    this.entries[at] = entry;
  }

  private siftDown(from: number, item: T, entry: number): void {
    const count = this.items.length;
    let at = from;
    for (let child = 2 * at + 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && this.order(this.items[child + 1] as T, this.entries[child + 1]!, child) < 0) {
        child += 1;
      }
      if (this.order(item, entry, child) < 0) break;
      this.items[at] = this.items[child] as T;
      this.entries[at] = this.entries[child]!;
      at = child;
    }
    this.items[at] = item;
    this.entries[at] = entry;
  }

  private removeAt(at: number): void {
    const item = this.items.pop() as T;
    const entry = this.entries.pop()!;
    if (at === this.items.length) {
      if (at === 0) this.repeats = false;
      return;
    }
    if (at > 0 && this.order(item, entry, (at - 1) >> 1) < 0) this.siftUp(at, item, entry);
    else this.siftDown(at, item, entry);
  }

  private dropDead(): void {
    while (this.dead.size > 0 && this.dead.delete(this.entries[0]!)) this.removeAt(0);
    if (this.items.length === 0) this.index = undefined;
  }

  private bury(): void {
    const living = [...this.entries.keys()].filter((at) => !this.dead.has(this.entries[at]!));
    this.items = living.map((at) => this.items[at] as T);
    this.entries = living.map((at) => this.entries[at]!);
    this.dead.clear();
    for (let at = (this.items.length >> 1) - 1; at >= 0; at--) {
      this.siftDown(at, this.items[at] as T, this.entries[at]!);
    }
  }

  private buildIndex(): void {
    this.index = new Map();
    for (let at = 0; at < this.items.length && this.index !== undefined; at++) {
      this.enterIndex(this.items[at] as T, this.entries[at]!);
    }
  }

  private enterIndex(item: T, entry: number): void {
    const index = this.index!;
    if (index.has(item)) {
      // The same item twice: entries by item are no longer unique, so search until the line is empty.
      this.bury();
      this.index = undefined;
      this.repeats = true;
    } else index.set(item, entry);
  }
}
