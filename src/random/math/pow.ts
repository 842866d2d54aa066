import { highWord, powerOfTwo, scaleByPowerOfTwo } from "./bits.ts";
import { P1, P2, P3, P4, P5 } from "./constants.ts";

const L1 = 0.5999999999999946;
const L2 = 0.4285714285785502;
const L3 = 0.33333332981837743;
const L4 = 0.272728123808534;
const L5 = 0.23066074577556175;
const L6 = 0.20697501780033842;
const LN2 = Math.LN2;
const LN2_HIGH = 0.6931471824645996;
const LN2_LOW = -1.904654299957768e-9;
/** −(1024 − log2(largest double + ½ ulp)) */
const OVERFLOW_TAIL = 8.008566259537294e-17;
/** 2 / (3 ln 2) and its two halves. */
const CP = 0.9617966939259756;
const CP_HIGH = 0.9617967009544373;
const CP_LOW = -7.028461650952758e-9;
/** log2(1.5) in two halves. */
const LOG2_1_5_HIGH = 0.5849624872207642;
const LOG2_1_5_LOW = 1.350039202129749e-8;

/**
 * x^y, the same bits on every platform; error < 1 ulp. Special cases as `Math.pow`: x^0 = 1, 1^±Infinity = NaN,
 * NaN for a negative x with a fractional y.
 * Source: fdlibm 5.3 `e_pow.c`: log2 of x in double-double, times y, then 2^(fraction) by a rational function.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  if (ay === Infinity) return ax === 1 ? Number.NaN : ax > 1 === y > 0 ? Infinity : 0;
  const whole = Math.floor(y) === y;
  const odd = whole && ay < 9007199254740992 && ay - 2 * Math.floor(ay / 2) === 1;
  const negative = x < 0 || (x === 0 && 1 / x < 0);
  if (ax === 0 || ax === Infinity || ax === 1) {
    if (x === -1 && !whole) return Number.NaN;
    const magnitude = ax === 1 ? 1 : (ax === 0) === y > 0 ? 0 : Infinity;
    return negative && odd ? -magnitude : magnitude;
  }
  if (negative && !whole) return Number.NaN;
  if (y === 0.5) return Math.sqrt(x);
  const magnitude = powerOfPositive(ax, y);
  return negative && odd ? -magnitude : magnitude;
}

/** The upper 26 bits of the fraction of x, so that a product of two such numbers is exact; |x| < 1e300. Source: Veltkamp (1968). */
function upperHalf(x: number): number {
  const c = 134217729 * x;
  return c - (c - x);
}

function powerOfPositive(x: number, y: number): number {
  let t1: number;
  let t2: number;
  const ay = Math.abs(y);
  if (ay > 2147483648) {
    if (x < 0.9999990463256836) return y < 0 ? Infinity : 0;
    if (x >= 1.0000009536743164) return y > 0 ? Infinity : 0;
    if (ay > 1.8446744073709552e19) return x > 1 === y > 0 ? Infinity : 0;
    const t = x - 1;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const u = 1.4426950216293335 * t;
    const v = t * 1.9259629911266175e-8 - w * Math.LOG2E;
    t1 = upperHalf(u + v);
    t2 = v - (t1 - u);
  } else {
    let n = 0;
    let ax = x;
    if (ax < 2.2250738585072014e-308) {
      ax *= 9007199254740992;
      n = -53;
    }
    const high = highWord(ax);
    let exponent = (high >> 20) - 1023;
    const fraction = high & 0xfffff;
    let base = 1;
    let baseHigh = 0;
    let baseLow = 0;
    if (fraction > 0x3988e) {
      if (fraction < 0xbb67a) {
        base = 1.5;
        baseHigh = LOG2_1_5_HIGH;
        baseLow = LOG2_1_5_LOW;
      } else {
        exponent += 1;
      }
    }
    n += exponent;
    ax *= powerOfTwo(-exponent);
    // s = (ax − base) / (ax + base) in two halves
    const u = ax - base;
    const v = 1 / (ax + base);
    const s = u * v;
    const sHigh = upperHalf(s);
    const sumHigh = upperHalf(ax + base);
    const sumLow = ax - (sumHigh - base);
    const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
    let s2 = s * s;
    let r = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6)))));
    r += sLow * (sHigh + s);
    s2 = sHigh * sHigh;
    const tHigh = upperHalf(3 + s2 + r);
    const tLow = r - (tHigh - 3 - s2);
    const a = sHigh * tHigh;
    const b = sLow * tHigh + tLow * s;
    const pHigh = upperHalf(a + b);
    const pLow = b - (pHigh - a);
    const zHigh = CP_HIGH * pHigh;
    const zLow = CP_LOW * pHigh + pLow * CP + baseLow;
    t1 = upperHalf(zHigh + zLow + baseHigh + n);
    t2 = zLow - (t1 - n - baseHigh - zHigh);
  }
  const yHigh = upperHalf(y);
  const pLow = (y - yHigh) * t1 + y * t2;
  const pHigh = yHigh * t1;
  const z = pLow + pHigh;
  if (z >= 1024) {
    if (z > 1024 || pLow + OVERFLOW_TAIL > z - pHigh) return Infinity;
  } else if (z <= -1075) {
    if (z < -1075 || pLow <= z - pHigh) return 0;
  }
  return twoToThe(pHigh, pLow);
}

/** 2^(high + low), where |low| is a rounding error of high. */
function twoToThe(high: number, low: number): number {
  const z = high + low;
  const n = z > 0.5 ? Math.floor(z + 0.5) : z < -0.5 ? Math.ceil(z - 0.5) : 0;
  const reduced = high - n;
  const t = upperHalf(low + reduced);
  const u = t * LN2_HIGH;
  const v = (low - (t - reduced)) * LN2 + t * LN2_LOW;
  const w = u + v;
  const tail = v - (w - u);
  const t2 = w * w;
  const t1 = w - t2 * (P1 + t2 * (P2 + t2 * (P3 + t2 * (P4 + t2 * P5))));
  const r = (w * t1) / (t1 - 2) - (tail + w * tail);
  return scaleByPowerOfTwo(1 - (r - w), n);
}
