import { exp } from "../math/exp.ts";
import { poissonDeviance } from "./gamma-kernel.ts";
import { normalCdf } from "./normal.ts";

const TWO_PI = 6.283185307179586;
/** Coefficients of c₀, c₁, c₂ in powers of η. */
const C0 = [
  -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073,
  0.0003527336860670194, -0.0001787551440329218, 3.919263178522438e-5, -2.185448510679992e-6,
  -1.85406221071516e-6, 8.296711340953087e-7, -1.7665952736826078e-7, 6.707853543401498e-9,
];
const C1 = [
  -0.001851851851851852, -0.003472222222222222, 0.0026455026455026454, -0.0009902263374485596,
  0.00020576131687242798, -4.018775720164609e-7,
];
const C2 = [0.004133597883597883, -0.0026813271604938273, 0.0007716049382716049];

/** From this shape on the expansion below is exact to rounding wherever P and Q are above 1e-300. */
export const LARGE_SHAPE = 1e5;

/**
 * P(a, x), or Q(a, x) if `upper`, for a ≥ 1e5, in constant time.
 * Source: N. M. Temme's uniform expansion, DLMF 8.12.3–8.12.10.
 */
export function gammaOfLargeShape(a: number, x: number, upper: boolean): number {
  const deviance = poissonDeviance(a, x);
  if (deviance > 740) return x > a === upper ? 0 : 1;
  const z = (x < a ? -1 : 1) * Math.sqrt(2 * deviance);
  const eta = z / Math.sqrt(a);
  const correction =
    (exp(-deviance) / Math.sqrt(TWO_PI * a)) *
    (polynomial(C0, eta) + (polynomial(C1, eta) + polynomial(C2, eta) / a) / a);
  return upper ? normalCdf(-z) + correction : normalCdf(z) - correction;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i -= 1) sum = sum * x + coefficients[i]!;
  return sum;
}
