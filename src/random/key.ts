import { threefry2x32 } from "./threefry.ts";

/** A 64-bit key of the counter-based generator: two unsigned 32-bit words. */
export type Key64 = { readonly hi: number; readonly lo: number };

/** Keeps derived keys apart from draws that use the same key and the same two numbers. */
const DERIVATION = 0x6b657973;
const TWO_20 = 1048576;
const TWO_MINUS_52 = 2.220446049250313e-16;
const WORDS = new Uint32Array(2);

/**
 * The key of something that belongs to `parent`: of thread number b, say, or of its b-th consequence of cause a.
 * a and b are 32-bit integers; for one parent different (a, b) always give different keys. Pure: a function of its arguments alone.
 */
export function deriveKey(parent: Key64, a: number, b: number): Key64 {
  threefry2x32(WORDS, 0, parent.hi ^ DERIVATION, parent.lo, a, b);
  return { hi: WORDS[0]!, lo: WORDS[1]! };
}

/** `deriveKey` without an object: reads the parent's words, writes hi and lo to `out[at]` and `out[at + 1]`. */
export function deriveKeyInto(
  out: Uint32Array,
  at: number,
  hi: number,
  lo: number,
  a: number,
  b: number,
): void {
  threefry2x32(out, at, hi ^ DERIVATION, lo, a, b);
}

/**
 * A uniform number in the open interval (0, 1): 52 random bits and a half, so neither 0 nor 1 and symmetric about ½.
 * A function of (key, purpose, ordinal) alone, whatever was drawn before. `purpose` and `ordinal` are 32-bit integers.
 */
export function keyedUniform(key: Key64, purpose: number, ordinal: number): number {
  return keyedUniformAt(key.hi, key.lo, purpose, ordinal);
}

/** `keyedUniform` for keys held in typed arrays. */
export function keyedUniformAt(hi: number, lo: number, purpose: number, ordinal: number): number {
  threefry2x32(WORDS, 0, hi, lo, purpose, ordinal);
  return (WORDS[0]! * TWO_20 + (WORDS[1]! >>> 12) + 0.5) * TWO_MINUS_52;
}
