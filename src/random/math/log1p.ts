import { highWord, powerOfTwo } from "./bits.ts";
import { L1, L2, L3, L4, L5, L6, L7, LN2_HIGH, LN2_LOW } from "./constants.ts";

const TINY = 5.551115123125783e-17;
const TWO_53 = 9007199254740992;

/**
 * log(1 + x) without loss near 0, the same bits on every platform; error < 1 ulp. x ≥ −1: −Infinity at −1, NaN below.
 * Source: fdlibm 5.3 `s_log1p.c`: as log, with a correction for the rounding of 1 + x.
 */
export function log1p(x: number): number {
  if (!(x > -1 && x < TWO_53) || (x < TINY && x > -TINY)) return outside(x);
  const u = 1 + x;
  const k = ((highWord(u) + 0x95f64) >> 20) - 1023;
  let f = x;
  let low = k * LN2_LOW;
  if (k !== 0) {
    f = u * powerOfTwo(-k) - 1;
    const lost = x >= 1 ? 1 - (u - x) : x - (u - 1);
    if (lost !== 0) low += lost / u;
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + r) + low) - f);
}

function outside(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : Number.NaN;
  if (x < 1 || x === Infinity) return x;
  const k = (highWord(x) >> 20) - 1023;
  // 1 is below the last bit of x: log(x), with x brought into [1, 2)
  return k * LN2_HIGH + (log1p(x * powerOfTwo(-k) - 1) + k * LN2_LOW);
}
