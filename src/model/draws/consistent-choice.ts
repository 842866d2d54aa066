import { type Key64, keyedUniform } from "../../random/index.ts";

/**
 * One of `count` places, 0 … count − 1, all alike, such that a place added moves a key with chance 1 / (count + 1), and only
 * to the new place. −1 when there is none. O(log count).
 * Source: J. Lamping, E. Veach, "A fast, minimal memory, consistent hash algorithm", 2014.
 */
export function consistentChoice(key: Key64, purpose: number, count: number): number {
  let place = -1;
  let next = 0;
  for (let jump = 0; next < count; jump += 1) {
    place = next;
    next = Math.floor((place + 1) / keyedUniform(key, purpose, jump));
  }
  return place;
}
