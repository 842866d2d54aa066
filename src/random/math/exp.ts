import { powerOfTwo, scaleByPowerOfTwo } from "./bits.ts";
import { EXP_OVERFLOW, INVERSE_LN2, LN2_HIGH, LN2_LOW, P1, P2, P3, P4, P5 } from "./constants.ts";

const LOWEST = -708;
const HIGHEST = 709;
const UNDERFLOW = -745.1332191019411;

/**
 * e^x, the same bits on every platform; error < 1 ulp. Infinity above 709.78, 0 below −745.13.
 * Source: fdlibm 5.3 `e_exp.c`: x = k ln 2 + r, |r| ≤ ½ ln 2, e^r by a rational function (Remez).
 */
export function exp(x: number): number {
  if (!(x > LOWEST && x < HIGHEST)) return outside(x);
  const k = nearestPower(x);
  return fraction(x, k) * powerOfTwo(k);
}

function outside(x: number): number {
  if (!(x <= EXP_OVERFLOW)) return x > 0 ? Infinity : x;
  if (x < UNDERFLOW) return 0;
  const k = nearestPower(x);
  return scaleByPowerOfTwo(fraction(x, k), k);
}

/** x / ln 2 to the nearest whole number; the sum is positive, so that truncation rounds down. */
function nearestPower(x: number): number {
  return ((INVERSE_LN2 * x + 1080.5) | 0) - 1080;
}

/** e^(x − k ln 2) */
function fraction(x: number, k: number): number {
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return 1 - (low - (r * c) / (2 - c) - high);
}
