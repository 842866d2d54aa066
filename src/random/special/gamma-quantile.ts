import { exp } from "../math/exp.ts";
import { log } from "../math/log.ts";
import { log1p } from "../math/log1p.ts";
import { gammaKernel } from "./gamma-kernel.ts";
import { gammaOfLargeShape, LARGE_SHAPE } from "./gamma-large-shape.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal.ts";
import { tailOfKernel } from "./regularized-gamma.ts";

/**
 * The x with P(X ≤ x) = p for a gamma distribution of that shape and scale (mean = shape × scale).
 * p in [0, 1]; shape, scale > 0. Relative error about 1e-12; 0 where the quantile is below the smallest double.
 * Source: Wilson–Hilferty or the leading term as a start, then Halley's iteration (Numerical Recipes, 3rd ed., §6.2.1).
 */
export function gammaQuantile(p: number, shape: number, scale: number): number {
  if (!(p >= 0 && p <= 1 && shape > 0 && scale > 0)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const logFactorial = logGamma(shape + 1);
  const leading = (log(p) + logFactorial) / shape;
  // P(a, x) = x^a / Γ(a + 1) × (1 − a x / (a + 1) + …)
  if (leading < -36) return exp(leading + log(scale));
  return standard(p, shape, exp(leading), logFactorial) * scale;
}

function start(p: number, a: number, leading: number): number {
  if (leading < 0.2 * (a + 1)) return leading * (1 + leading / (a + 1));
  if (a >= 1) {
    const c = 1 / (9 * a);
    const root = 1 - c + normalQuantile(p) * Math.sqrt(c);
    return root > 0.1 ? a * root * root * root : leading;
  }
  return Math.max(leading, -log1p(-p) * 0.5);
}

function standard(p: number, a: number, leading: number, logFactorial: number): number {
  let x = start(p, a, leading);
  let low = 0;
  let high = Infinity;
  const upper = p > 0.5;
  const close = 1e-6 / (1 + Math.sqrt(a));
  for (let i = 0; i < 100; i += 1) {
    const kernel = gammaKernel(a, x, logFactorial);
    const tail = a < LARGE_SHAPE ? tailOfKernel(a, x, kernel, upper) : gammaOfLargeShape(a, x, upper);
    const error = upper ? 1 - p - tail : tail - p;
    if (error === 0) return x;
    if (error > 0) high = x;
    else low = x;
    const t = (error * x) / (kernel * a);
    const step = t / (1 - 0.5 * Math.min(1, t * ((a - 1) / x - 1)));
    let next = x - step;
    // Halley's error is of third order: after so small a step another would be below rounding
    if (Math.abs(step) <= close * x) return next;
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : 0.5 * (low + high);
    x = next;
  }
  return x;
}
