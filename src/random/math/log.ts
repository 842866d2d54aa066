import { highWord, powerOfTwo } from "./bits.ts";
import { LN2_HIGH, LN2_LOW, TWO_54 } from "./constants.ts";

const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/**
 * Natural logarithm, the same bits on every platform; error < 1 ulp. x ≥ 0: log(0) = −Infinity, NaN below.
 * Source: fdlibm 5.3 `e_log.c`: x = 2^k (1 + f), log(1 + f) by a minimax polynomial in s = f / (2 + f).
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    x *= TWO_54;
  }
  const high = highWord(x);
  const fraction = high & 0xfffff;
  const exponent = (high >> 20) - 1023 + ((fraction + 0x95f64) >> 20);
  k += exponent;
  const f = x * powerOfTwo(-exponent) - 1;
  if ((0xfffff & (2 + fraction)) < 3) {
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}
