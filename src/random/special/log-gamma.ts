import { log } from "../math/log.ts";
import { log1p } from "../math/log1p.ts";

const HALF_LOG_2PI = 0.9189385332046728;
const ONE_MINUS_EULER = 0.42278433509846713;
/** (−1)^k (ζ(k) − 1) / k for k = 2, 3, … */
const ZETA = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6,
  -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7,
  -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8, 1.0838659214896955e-8,
  -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10,
  -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11,
];

/**
 * log Γ(x), x > 0; error below 2e-15 relative (absolute next to the zeros at 1 and 2). Infinity at 0, NaN below.
 * Source: Abramowitz & Stegun 6.1.33 (series about 2), 6.1.15 (recurrence), 6.1.41 (Stirling, x ≥ 10).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : Number.NaN;
  if (x === Infinity) return x;
  if (x >= 10) return (x - 0.5) * log(x) - x + HALF_LOG_2PI + stirlingSeries(x);
  if (x < 0.5) return aboutTwo(x) - log1p(x) - log(x);
  if (x < 1.5) return aboutTwo(x - 1) - log1p(x - 1);
  let product = 1;
  let y = x;
  while (y > 2.5) {
    y -= 1;
    product *= y;
  }
  return aboutTwo(y - 2) + (product === 1 ? 0 : log(product));
}

/** log Γ(2 + z), |z| ≤ ½. */
function aboutTwo(z: number): number {
  let sum = 0;
  for (let i = ZETA.length - 1; i >= 0; i -= 1) sum = (sum + ZETA[i]!) * z;
  return (sum + ONE_MINUS_EULER) * z;
}

/** log Γ(x) − ((x − ½) log x − x + ½ log 2π), x ≥ 10. */
export function stirlingSeries(x: number): number {
  const r = 1 / (x * x);
  return (
    (0.08333333333333333 -
      r *
        (0.002777777777777778 -
          r *
            (0.0007936507936507937 -
              r *
                (0.0005952380952380953 -
                  r * (0.0008417508417508417 - r * (0.0019175269175269176 - r * 0.00641025641025641)))))) /
    x
  );
}
