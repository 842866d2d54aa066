import { gammaKernel } from "./gamma-kernel.ts";
import { gammaOfLargeShape, LARGE_SHAPE } from "./gamma-large-shape.ts";

const ITERATIONS = 100_000;

/** Σ x^n / ((a + 1) … (a + n)), n ≥ 0. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < ITERATIONS; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** Γ(a, x) e^x x^−a by Lentz's continued fraction, x > a + 1. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < ITERATIONS; i += 1) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 2.3e-16) break;
  }
  return h;
}

/**
 * P(a, x) = γ(a, x) / Γ(a): the gamma CDF of shape a at x. a > 0, x ≥ 0; relative error below 5e-13 where P > 1e-280.
 * Source: series DLMF 8.11.4 for x < a + 1, else continued fraction DLMF 8.9.2, prefactor after Loader (2000); from a = 1e5 Temme's expansion.
 */
export function regularizedGammaP(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  if (a >= LARGE_SHAPE) return gammaOfLargeShape(a, x, false);
  return tailOfKernel(a, x, gammaKernel(a, x), false);
}

/** Q(a, x) = 1 − P(a, x), accurate where it is small. */
export function regularizedGammaQ(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (a >= LARGE_SHAPE) return gammaOfLargeShape(a, x, true);
  return tailOfKernel(a, x, gammaKernel(a, x), true);
}

/** P(a, x), or Q(a, x) if `upper`, from the kernel at (a, x); a < 1e5. */
export function tailOfKernel(a: number, x: number, kernel: number, upper: boolean): number {
  if (x < a + 1) {
    const lower = Math.min(1, kernel * lowerSeries(a, x));
    return upper ? 1 - lower : lower;
  }
  const tail = Math.min(1, kernel * a * upperFraction(a, x));
  return upper ? tail : 1 - tail;
}
