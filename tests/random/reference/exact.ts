/**
 * The elementary functions in fixed-point BigInt arithmetic, slow and independent of `src/`: the truth that ours are held to.
 * A number is an integer count of 2^−P; P grows with the smallness of the argument, so that results keep 200 good bits.
 */
const GUARD = 260;
const view = new DataView(new ArrayBuffer(8));

export function bitsOf(x: number): string {
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

export function fromBits(hex: string): number {
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

/** m and e with x = m × 2^e, exactly. */
function parts(x: number): { m: bigint; e: number } {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const m = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  return { m: x < 0 ? -m : m, e: Math.max(exponent, 1) - 1075 };
}

/** x in units of 2^−p; exact when no bit of x lies below. */
function fixed(x: number, p: number): bigint {
  const { m, e } = parts(x);
  return e + p >= 0 ? m << BigInt(e + p) : m >> BigInt(-e - p);
}

/** Σ of odd powers: 2 atanh(t), t in units of 2^−p, |t| ≤ ⅓. */
function twiceArtanh(t: bigint, p: bigint): bigint {
  const square = (t * t) >> p;
  let power = t;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (power * square) >> p;
  }
  return 2n * sum;
}

/** ln of y > 0, both in units of 2^−p. */
function lnFixed(y: bigint, p: bigint): bigint {
  const one = 1n << p;
  const k = BigInt(y.toString(2).length - 1) - p;
  const m = k >= 0n ? y >> k : y << -k;
  const ln2 = twiceArtanh(one / 3n, p);
  return twiceArtanh(((m - one) << p) / (m + one), p) + k * ln2;
}

/** e^y, both in units of 2^−p, by halving the argument and squaring the result. */
function expFixed(y: bigint, p: bigint): bigint {
  const extra = 40n;
  const q = p + 2n * extra;
  const one = 1n << q;
  const t = (y << (2n * extra)) >> extra;
  let term = one;
  let sum = one;
  for (let n = 1n; term !== 0n && term !== -1n; n += 1n) {
    term = ((term * t) >> q) / n;
    sum += term;
  }
  for (let i = 0n; i < extra; i += 1n) sum = (sum * sum) >> q;
  return sum >> (2n * extra);
}

export type ElementaryName = "log" | "exp" | "log1p" | "expm1" | "pow";

/** value × 2^−p, to some 200 bits. */
export interface Exact {
  readonly value: bigint;
  readonly p: number;
}

/** The true value of the function at doubles x (and y). */
export function exactly(name: ElementaryName, x: number, y = 0): Exact {
  // e^−745 has no bit above 2^−1074
  const small = name === "exp" || name === "pow" ? 1100 : 0;
  const p = GUARD + Math.max(0, -parts(x).e, -parts(y).e) + small;
  const big = BigInt(p);
  const one = 1n << big;
  const at = fixed(x, p);
  switch (name) {
    case "log":
      return { value: lnFixed(at, big), p };
    case "log1p":
      return { value: lnFixed(one + at, big), p };
    case "exp":
      return { value: expFixed(at, big), p };
    case "expm1":
      return { value: expFixed(at, big) - one, p };
    case "pow":
      return { value: expFixed((lnFixed(at, big) * fixed(y, p)) >> big, big), p };
  }
}

/** How far `result` is from the truth, in units of the last place of the double nearest the truth. */
export function ulpsFrom(result: number, exact: Exact): number {
  const { value, p } = exact;
  const size = value < 0n ? -value : value;
  const exponent = Math.max(-1074, size.toString(2).length - 1 - p - 52);
  const off = value - fixed(result, p);
  const scaled = ((off < 0n ? -off : off) << 20n) >> BigInt(exponent + p);
  return Number(scaled) / 2 ** 20;
}
