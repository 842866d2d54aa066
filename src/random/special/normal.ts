import { exp } from "../math/exp.ts";
import { log } from "../math/log.ts";

const INVERSE_SQRT_2PI = 0.3989422804014327;

/**
 * P(Z ≤ z) of the standard normal distribution; relative error < 1e-14 for z > −8, growing to 1e-12 at −37.
 * Source: W. J. Cody, "Algorithm 715: SPECFUN", ACM TOMS 19 (1993), function ANORM.
 */
export function normalCdf(z: number): number {
  const a = Math.abs(z);
  if (!(a <= 38.6)) return z > 0 ? 1 : z < 0 ? 0 : Number.NaN;
  if (a <= 0.67448975) {
    const q = a > 1.11e-16 ? z * z : 0;
    const top =
      (((0.06568233791820745 * q + 2.2352520354606837) * q + 161.02823106855587) * q + 1067.6894854603709) *
        q +
      18154.98125334356;
    const bottom =
      (((q + 47.20258190468824) * q + 976.0985517377667) * q + 10260.932208618979) * q + 45507.78933502673;
    return 0.5 + (z * top) / bottom;
  }
  const tail = a <= 5.656854249492381 ? middle(a) : far(a);
  const cut = Math.trunc(a * 16) / 16;
  const p = exp(-0.5 * cut * cut) * exp(-0.5 * (a - cut) * (a + cut)) * tail;
  return z > 0 ? 1 - p : p;
}

function middle(a: number): number {
  let top = 1.0765576773720192e-8 * a;
  let bottom = a;
  for (let i = 0; i < 7; i += 1) {
    top = (top + MIDDLE_TOP[i]!) * a;
    bottom = (bottom + MIDDLE_BOTTOM[i]!) * a;
  }
  return (top + 9842.714838383978) / (bottom + 19685.429676859992);
}

const MIDDLE_TOP = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735,
];
const MIDDLE_BOTTOM = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327,
];

function far(a: number): number {
  const q = 1 / (a * a);
  const top =
    ((((0.023073441764940174 * q + 0.215898534057957) * q + 0.1274011611602474) * q + 0.022235277870649807) *
      q +
      0.0014216191932278934) *
      q +
    2.9112874951168793e-5;
  const bottom =
    ((((q + 1.284260096144911) * q + 0.4682382124808651) * q + 0.06598813786892856) * q +
      0.0037823963320275824) *
      q +
    7.297515550839662e-5;
  return (INVERSE_SQRT_2PI - (q * top) / bottom) / a;
}

/**
 * The z with P(Z ≤ z) = p; relative error about 1e-15. p in [0, 1]: −Infinity at 0, Infinity at 1, NaN outside.
 * Source: M. J. Wichura, "Algorithm AS 241", Applied Statistics 37 (1988), PPND16.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return centre(q);
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : Number.NaN;
  const r = Math.sqrt(-log(tail));
  const z = r <= 5 ? shoulder(r - 1.6) : farTail(r - 5);
  return q < 0 ? -z : z;
}

function centre(q: number): number {
  const r = 0.180625 - q * q;
  return (
    (q *
      (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) *
        r +
        13731.69376550946) *
        r +
        1971.5909503065513) *
        r +
        133.14166789178438) *
        r +
        3.3871328727963665)) /
    (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) *
      r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
      1)
  );
}

function shoulder(r: number): number {
  return (
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
      1.4234371107496837) /
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995344) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
      1)
  );
}

function farTail(r: number): number {
  return (
    (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
      6.657904643501103) /
    (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
      1)
  );
}
