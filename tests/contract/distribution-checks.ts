import type { Distribution } from "../../src/random/index.ts";
import { keyedUniform, normalCdf, streamKey } from "../../src/random/index.ts";
import { kolmogorov } from "../random/reference/randomness.ts";

/** How far a number may be off, relative to the scale of the distribution. */
export interface Tolerance {
  /** Of integrals over the quantile function: coarse where that function has steps or corners. */
  readonly integral: number;
}

const STEP = 1 / 400;
/** As far as z = 8.2, where 1 − u is the last bit. */
const STEPS = 3280;

/** The quantile at every step of z: most checks ask for the same ones. */
const tables = new WeakMap<Distribution["quantile"], Float64Array>();

function tableOf({ quantile }: Distribution): Float64Array {
  let table = tables.get(quantile);
  if (table === undefined) {
    table = Float64Array.from({ length: 2 * STEPS + 1 }, (_, i) => quantile(normalCdf((i - STEPS) * STEP)));
    tables.set(quantile, table);
  }
  return table;
}

/** ∫ f(quantile(u)) du by the trapezoidal rule in z, u = Φ(z): exponentially accurate for smooth f, a step's height × 1e-3 otherwise. */
function expectation(of: Distribution, f: (x: number) => number): number {
  const table = tableOf(of);
  let sum = 0;
  for (let i = 0; i < table.length; i += 1) sum += f(table[i]!) * Math.exp(-0.5 * ((i - STEPS) * STEP) ** 2);
  return (sum * STEP) / Math.sqrt(2 * Math.PI);
}

/** A thousand u across (0, 1), thick at both ends. */
function grid(): number[] {
  const us: number[] = [];
  for (let i = 1; i < 800; i += 1) us.push(i / 800);
  for (let k = 1; k <= 100; k += 1) us.push(0.8 ** k / 800, 1 - 0.8 ** k / 800);
  return us.sort((a, b) => a - b);
}

function before(x: number): number {
  return x - Math.max(Number.MIN_VALUE, Math.abs(x) * 2 ** -40);
}

const relative = (a: number, b: number, scale: number) => Math.abs(a - b) / Math.max(scale, 1e-300);

/** What every kind of distribution promises, each as a check that names itself and says whether it holds. */
export const promises: Record<string, (of: Distribution, tolerance: Tolerance) => boolean> = {
  "the mean is that of the quantile function": (of, { integral }) =>
    relative(
      expectation(of, (x) => x),
      of.mean,
      scaleOf(of),
    ) < integral,

  "the variance is that of the quantile function": (of, { integral }) =>
    relative(
      expectation(of, (x) => (x - of.mean) ** 2),
      of.variance,
      scaleOf(of) ** 2,
    ) <
    5 * integral,

  "cdf and quantile undo each other": (of) =>
    grid().every((u) => {
      const x = of.quantile(u);
      // 2^−40 below x nothing of weight may be missing, unless a density is so high there that even this step counts
      return of.cdf(x) >= u - 1e-12 && of.cdf(before(x)) <= u + 1e-9;
    }),

  "the quantile never falls": (of) => {
    const xs = grid().map(of.quantile);
    return xs.every((x, i) => i === 0 || x >= xs[i - 1]!);
  },

  "the cdf never falls and stays within 0 and 1": (of) => {
    const low = of.quantile(1e-9);
    const high = of.quantile(1 - 1e-9);
    const ps = Array.from({ length: 801 }, (_, i) => of.cdf(low + ((high - low) * (i - 200)) / 400));
    return ps.every((p, i) => p >= 0 && p <= 1 && (i === 0 || p >= ps[i - 1]! - 1e-15));
  },

  "samples follow the cdf": (of) => {
    const key = streamKey(2026, 0, "contract");
    const n = 10_000;
    const sample = Float64Array.from({ length: n }, (_, i) => of.sample(keyedUniform(key, 0, i))).sort();
    let worst = 0;
    for (let i = 0; i < n; i += 1) {
      const x = sample[i]!;
      if (sample[i + 1] !== x) worst = Math.max(worst, Math.abs((i + 1) / n - of.cdf(x)));
      if (sample[i - 1] !== x) worst = Math.max(worst, Math.abs(i / n - of.cdf(before(x))));
    }
    return kolmogorov(worst, n) > 1e-3;
  },

  "a sample is the quantile": (of) => grid().every((u) => of.sample(u) === of.quantile(u)),

  "partial moments add up to the whole": (of) => {
    const [mass, first, second] = of.momentsUpTo(Infinity);
    return (
      mass === 1 &&
      relative(first, of.mean, scaleOf(of)) < 1e-12 &&
      relative(second, of.variance + of.mean ** 2, second) < 1e-12 &&
      of.momentsUpTo(of.quantile(0) - 1).every((moment) => moment === 0)
    );
  },

  "partial moments are those of the part": (of, { integral }) =>
    [0.1, 0.5, 0.93].every((u) => {
      const x = of.quantile(u);
      const [mass, first, second] = of.momentsUpTo(x);
      const part = (f: (y: number) => number) => expectation(of, (y) => (y <= x ? f(y) : 0));
      // the cut at x is a step, whatever the distribution
      const coarse = Math.max(integral, 4e-3);
      const scale = Math.max(scaleOf(of), Math.abs(x));
      return (
        relative(mass, of.cdf(x), 1) < 1e-12 &&
        relative(
          first,
          part((y) => y),
          scale,
        ) < coarse &&
        relative(
          second,
          part((y) => y * y),
          scale ** 2,
        ) < coarse
      );
    }),

  "0 and 1 give the ends of the support, and what lies outside is no number": (of) =>
    of.quantile(0) <= of.quantile(1e-12) &&
    of.quantile(1) >= of.quantile(1 - 2 ** -53) &&
    of.cdf(of.quantile(0) - 1) === 0 &&
    of.cdf(Infinity) === 1 &&
    [-0.1, 1.1, Number.NaN].every((u) => Number.isNaN(of.quantile(u))),

  "every open uniform number gives a finite value": (of) =>
    [2 ** -53, 1e-300, 0.5, 1 - 2 ** -53].every((u) => Number.isFinite(of.quantile(u))),
};

function scaleOf(of: Distribution): number {
  return Math.max(Math.sqrt(of.variance), Math.abs(of.mean));
}

/** Names of the promises that are broken, of those asked for. */
export function broken(of: Distribution, tolerance: Tolerance, asked = Object.keys(promises)): string[] {
  return asked.filter((name) => !promises[name]!(of, tolerance));
}
