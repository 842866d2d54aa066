/** From this length on, a removal builds an index of places. */
const INDEX_FROM = 64;
/** Stands where an item was removed. */
const HOLE = Symbol("hole");

/** First come, first served: a ring buffer that doubles when it is full. `WaitingLine` documents the methods. */
export class FirstComeRing<T> {
  private places: (T | typeof HOLE)[] = new Array<T | typeof HOLE>(16).fill(HOLE);
  private mask = 15;
  private head = 0;
  /** Places from the head to the tail, holes included; the head itself is never a hole. */
  private span = 0;
  private holes = 0;
  /** Ordinal of each item, while items are distinct and removals in long lines happen. */
  private index: Map<T, number> | undefined;
  /** Ordinal of the item at the head, counted from the birth of the index. */
  private headOrdinal = 0;
  private repeats = false;

  get length(): number {
    return this.span - this.holes;
  }

  push(item: T): void {
    if (this.span > this.mask) this.makeRoom();
    if (this.index !== undefined) this.enterIndex(item, this.headOrdinal + this.span);
    this.places[(this.head + this.span) & this.mask] = item;
    this.span += 1;
  }

  peek(): T | undefined {
    return this.span > 0 ? (this.places[this.head] as T) : undefined;
  }

  pop(): T | undefined {
    if (this.span === 0) return undefined;
    const item = this.places[this.head] as T;
    this.dropHead();
    if (this.index !== undefined) this.index.delete(item);
    if (this.holes > 0) this.dropHoles();
    return item;
  }

  remove(item: T): boolean {
    if (this.index === undefined && !this.repeats && this.length >= INDEX_FROM) this.buildIndex();
    const offset = this.index === undefined ? this.scanFor(item) : this.lookUp(item);
    if (offset < 0) return false;
    this.index?.delete(item);
    this.places[(this.head + offset) & this.mask] = HOLE;
    this.holes += 1;
    this.dropHoles();
    return true;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let offset = 0; offset < this.span; offset++) {
      const item = this.places[(this.head + offset) & this.mask]!;
      if (item !== HOLE) yield item as T;
    }
  }

  private dropHead(): void {
    this.places[this.head] = HOLE;
    this.head = (this.head + 1) & this.mask;
    this.span -= 1;
    this.headOrdinal += 1;
    if (this.span === 0) {
      this.index = undefined;
      this.repeats = false;
    }
  }

  private dropHoles(): void {
    while (this.span > 0 && this.places[this.head] === HOLE) {
      this.holes -= 1;
      this.dropHead();
    }
  }

  private scanFor(item: T): number {
    for (let offset = 0; offset < this.span; offset++) {
      if (this.places[(this.head + offset) & this.mask] === item) return offset;
    }
    return -1;
  }

  private lookUp(item: T): number {
    const ordinal = this.index!.get(item);
    return ordinal === undefined ? -1 : ordinal - this.headOrdinal;
  }

  private buildIndex(): void {
    this.index = new Map();
    this.headOrdinal = 0;
    for (let offset = 0; offset < this.span && this.index !== undefined; offset++) {
      const item = this.places[(this.head + offset) & this.mask]!;
      if (item !== HOLE) this.enterIndex(item as T, offset);
    }
  }

  private enterIndex(item: T, ordinal: number): void {
    const index = this.index!;
    if (index.has(item)) {
      // The same item twice: places by item are no longer unique, so search from the head until the line is empty.
      this.index = undefined;
      this.repeats = true;
    } else index.set(item, ordinal);
  }

  /** Closes the holes if they are many, else doubles the ring. */
  private makeRoom(): void {
    const size = this.holes * 2 > this.span ? this.places.length : this.places.length * 2;
    const places = new Array<T | typeof HOLE>(size).fill(HOLE);
    let count = 0;
    for (let offset = 0; offset < this.span; offset++) {
      const item = this.places[(this.head + offset) & this.mask]!;
      if (item !== HOLE) places[count++] = item;
    }
    const indexed = this.index !== undefined;
    this.places = places;
    this.mask = size - 1;
    this.head = 0;
    this.span = count;
    this.holes = 0;
    if (indexed) this.buildIndex();
  }
}
