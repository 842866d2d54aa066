const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);
DOUBLE[0] = 1;
const HIGH = WORDS[0] === 0 ? 1 : 0;
const LOW = 1 - HIGH;

/** Sign, exponent and top 20 bits of the fraction of `x`, as a signed 32-bit integer. */
export function highWord(x: number): number {
  DOUBLE[0] = x;
  return WORDS[HIGH]!;
}

/** The next double below a finite `x` (Infinity gives the largest finite double). */
export function nextDown(x: number): number {
  if (x === 0) return -Number.MIN_VALUE;
  if (x === -Infinity || Number.isNaN(x)) return x;
  return x > 0 ? step(x, -1) : step(x, 1);
}

function step(x: number, by: 1 | -1): number {
  DOUBLE[0] = x;
  const low = WORDS[LOW]!;
  WORDS[LOW] = low + by;
  if (by === 1 && low === -1) WORDS[HIGH] = WORDS[HIGH]! + 1;
  if (by === -1 && low === 0) WORDS[HIGH] = WORDS[HIGH]! - 1;
  return DOUBLE[0]!;
}

const LOWEST_EXPONENT = -1074;
const POWERS = new Float64Array(2098);
for (let i = 0, power = Number.MIN_VALUE; i < POWERS.length; i += 1, power *= 2) POWERS[i] = power;

/**
 * 2^k exactly, −1074 ≤ k ≤ 1023. A table: writing half of a double and reading all of it back stalls the
 * processor, a lookup does not.
 */
export function powerOfTwo(k: number): number {
  return POWERS[k - LOWEST_EXPONENT]!;
}

/** y × 2^k rounded once, for |y| in [½, 2] and any integer k of a finite, subnormal or overflowing result. */
export function scaleByPowerOfTwo(y: number, k: number): number {
  if (k >= -1021) return k <= 1023 ? y * powerOfTwo(k) : y * 2 * powerOfTwo(k - 1);
  return y * powerOfTwo(k + 100) * powerOfTwo(-100);
}
