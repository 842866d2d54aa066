import { scaleByPowerOfTwo } from "./bits.ts";
import { EXP_OVERFLOW, INVERSE_LN2, LN2_HIGH, LN2_LOW } from "./constants.ts";

const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;
const UNDERFLOW = -745.1332191019411;

/**
 * e^x, the same bits on every platform; error < 1 ulp. Infinity above 709.78, 0 below −745.13.
 * Source: fdlibm 5.3 `e_exp.c`: x = k ln 2 + r, |r| ≤ ½ ln 2, e^r by a rational function (Remez).
 */
export function exp(x: number): number {
  if (!(x <= EXP_OVERFLOW)) return x > 0 ? Infinity : x;
  if (x < UNDERFLOW) return 0;
  const k =
    x >= 0.34657359027997264
      ? (INVERSE_LN2 * x + 0.5) | 0
      : x <= -0.34657359027997264
        ? (INVERSE_LN2 * x - 0.5) | 0
        : 0;
  if (k === 0) {
    const t = x * x;
    const c = x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
    return 1 - ((x * c) / (c - 2) - x);
  }
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return scaleByPowerOfTwo(1 - (low - (r * c) / (2 - c) - high), k);
}
