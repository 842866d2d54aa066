import { highWord, powerOfTwo } from "./bits.ts";
import { LN2_HIGH, LN2_LOW } from "./constants.ts";

const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/**
 * log(1 + x) without loss near 0, the same bits on every platform; error < 1 ulp. x ≥ −1: −Infinity at −1, NaN below.
 * Source: fdlibm 5.3 `s_log1p.c`: as log, with a correction for the rounding of 1 + x.
 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  if (x < 1.862645149230957e-9 && x > -1.862645149230957e-9) {
    return x < 5.551115123125783e-17 && x > -5.551115123125783e-17 ? x : x - x * x * 0.5;
  }
  let k = 0;
  let f = x;
  let correction = 0;
  if (x >= 0.41421356 || x <= -0.29289321) {
    const large = x >= 9007199254740992;
    const u = large ? x : 1 + x;
    const high = highWord(u);
    k = (high >> 20) - 1023;
    correction = large ? 0 : k > 0 ? (1 - (u - x)) / u : (x - (u - 1)) / u;
    if ((high & 0xfffff) >= 0x6a09e) k += 1;
    f = u * powerOfTwo(-k) - 1;
  }
  const half = 0.5 * f * f;
  const low = k * LN2_LOW + correction;
  if (f < 9.5e-7 && f > -9.5e-7) {
    const r = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - low - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
  return k === 0 && correction === 0
    ? f - (half - s * (half + r))
    : k * LN2_HIGH - (half - (s * (half + r) + low) - f);
}
