import type { World } from "../world.ts";

/** Numbers every message that a world may bring, by thread and round, so that what is counted of each fits into an array. */
export class MessageNumbers {
  /** How many there may be. */
  readonly count: number;
  readonly #first: Int32Array;

  constructor({ threads }: World) {
    this.#first = new Int32Array(threads.length);
    let count = 0;
    for (const { id, rounds } of threads) {
      this.#first[id] = count;
      count += rounds.length;
    }
    this.count = count;
  }

  of(thread: number, round: number): number {
    return this.#first[thread]! + round;
  }
}
