import { widenInts } from "./widen.ts";

/** Small whole numbers, first in, first out. */
export class NumberRing {
  private places = new Int32Array(64);
  private head = 0;
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(value: number): void {
    if (this.count === this.places.length) this.makeRoom();
    this.places[(this.head + this.count) & (this.places.length - 1)] = value;
    this.count += 1;
  }

  /** The first; there must be one. */
  pop(): number {
    const value = this.places[this.head]!;
    this.head = (this.head + 1) & (this.places.length - 1);
    this.count -= 1;
    return value;
  }

  private makeRoom(): void {
    const { length } = this.places;
    const wider = widenInts(this.places);
    wider.copyWithin(length, 0, this.head);
    this.places = wider;
  }
}
