import { exp, normalCdf, normalQuantile } from "../random/index.ts";
import { betaQuantileLogit, incompleteBeta } from "./beta.ts";

/**
 * P(T ≤ t) for Student's t with `df` degrees of freedom [probability].
 *
 * Any t, df > 0; df = Infinity is the normal distribution. Throws RangeError on NaN or df ≤ 0. Through the
 * regularized incomplete beta function (Abramowitz & Stegun 26.7.1); lower tails keep their relative accuracy.
 */
export function studentTCdf(t: number, df: number): number {
  checkDegrees(df);
  if (Number.isNaN(t)) throw new RangeError("t must be a number, got NaN");
  if (df === Infinity) return normalCdf(t);
  if (t === 0) return 0.5;
  const ratio = (t * t) / df;
  const tail = incompleteBeta(1 / (1 + ratio), 1 / (1 + 1 / ratio), df / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * The t at which P(T ≤ t) = p for Student's t with `df` degrees of freedom.
 *
 * p within [0, 1] (0 and 1 give ∓Infinity), df > 0; df = Infinity is the normal distribution. Throws
 * RangeError outside. By the beta quantile in its logit, so that neither tail nor centre loses digits.
 */
export function studentTQuantile(p: number, df: number): number {
  checkDegrees(df);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must lie within 0 and 1, got ${p}`);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  if (df === Infinity) return normalQuantile(p);
  const tail = Math.min(p, 1 - p);
  const logit = betaQuantileLogit(2 * tail, 1 - 2 * tail, df / 2, 0.5);
  const t = Math.sqrt(df) * exp(-logit / 2);
  return p < 0.5 ? -t : t;
}

function checkDegrees(df: number): void {
  if (!(df > 0)) throw new RangeError(`degrees of freedom must be positive, got ${df}`);
}
