import { highWord, powerOfTwo } from "./bits.ts";
import { L1, L2, L3, L4, L5, L6, L7, LN2_HIGH, LN2_LOW, SMALLEST_NORMAL } from "./constants.ts";

const TWO_54 = 18014398509481984;

/**
 * Natural logarithm, the same bits on every platform; error < 1 ulp. x ≥ 0: log(0) = −Infinity, NaN below.
 * Source: fdlibm 5.3 `e_log.c`: x = 2^k (1 + f), √½ ≤ 1 + f < √2, log(1 + f) by a minimax polynomial in f / (2 + f);
 * its shortcuts for k = 0 and small f are left out, which changes no special case and keeps the function small enough to be inlined.
 */
export function log(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x < Infinity)) return outside(x);
  const high = highWord(x);
  const k = ((high + 0x95f64) >> 20) - 1023;
  const f = x * powerOfTwo(-k) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
}

function outside(x: number): number {
  if (x > 0) return x === Infinity ? x : log(x * TWO_54) - 54 * LN2_HIGH - 54 * LN2_LOW;
  return x === 0 ? -Infinity : Number.NaN;
}
