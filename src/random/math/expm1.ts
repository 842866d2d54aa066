import { powerOfTwo, scaleByPowerOfTwo } from "./bits.ts";
import { EXP_OVERFLOW, INVERSE_LN2, LN2_HIGH, LN2_LOW } from "./constants.ts";

const Q1 = -0.03333333333333313;
const Q2 = 0.0015873015872548146;
const Q3 = -7.93650757867488e-5;
const Q4 = 4.008217827329362e-6;
const Q5 = -2.0109921818362437e-7;

/**
 * e^x − 1 without loss near 0, the same bits on every platform; error < 1 ulp. Infinity above 709.78.
 * Source: fdlibm 5.3 `s_expm1.c`.
 */
export function expm1(x: number): number {
  if (!(x <= EXP_OVERFLOW)) return x > 0 ? Infinity : x;
  if (x <= -38.816242111356935) return -1;
  if (x < 5.551115123125783e-17 && x > -5.551115123125783e-17) return x;
  let k = 0;
  let r = x;
  let c = 0;
  if (x > 0.34657359027997264 || x < -0.34657359027997264) {
    k = (INVERSE_LN2 * x + (x > 0 ? 0.5 : -0.5)) | 0;
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    r = high - low;
    c = high - r - low;
  }
  const half = 0.5 * r;
  const hxs = r * half;
  const r1 = 1 + hxs * (Q1 + hxs * (Q2 + hxs * (Q3 + hxs * (Q4 + hxs * Q5))));
  const t = 3 - r1 * half;
  let e = hxs * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - hxs);
  e = r * (e - c) - c - hxs;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scaleByPowerOfTwo(1 - (e - r), k) - 1;
  if (k < 20) return (1 - powerOfTwo(-k) - (e - r)) * powerOfTwo(k);
  return (r - (e + powerOfTwo(-k)) + 1) * powerOfTwo(k);
}
