import { exp } from "../math/exp.ts";
import { log } from "../math/log.ts";
import { logGamma, stirlingSeries } from "./log-gamma.ts";

const TWO_PI = 6.283185307179586;

/** m log(m / x) + x − m without cancellation near x = m. Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000). */
export function poissonDeviance(m: number, x: number): number {
  const d = m - x;
  if (Math.abs(d) < 0.1 * (m + x)) {
    const v = d / (m + x);
    let sum = d * v;
    let term = 2 * m * v;
    const v2 = v * v;
    for (let j = 1; j < 1000; j += 1) {
      term *= v2;
      const next = sum + term / (2 * j + 1);
      if (next === sum) return next;
      sum = next;
    }
  }
  return m * log(m / x) + x - m;
}

/** x^a e^−x / Γ(a + 1), the Poisson probability continued to real a > 0; `logFactorial` is log Γ(a + 1). */
export function gammaKernel(a: number, x: number, logFactorial = logGamma(a + 1)): number {
  if (x <= 0) return 0;
  if (a < 10) return exp(a * log(x) - x - logFactorial);
  return exp(-stirlingSeries(a) - poissonDeviance(a, x)) / Math.sqrt(TWO_PI * a);
}
