import { threefry2x32 } from "../../../src/random/index.ts";
import { type ElementaryName, fromBits } from "./exact.ts";

const words = new Uint32Array(2);

/** 64 bits of the counter-based generator: inputs must be the same bits on every platform, so no Math.pow here. */
function bits(series: number, index: number): { high: number; low: number } {
  threefry2x32(words, 0, 20260105, series, index, 0);
  return { high: words[0]!, low: words[1]! };
}

function unit(series: number, index: number): number {
  return bits(series, index).high / 4294967296;
}

/** A double of random sign-less fraction whose exponent of two lies in [from, to). */
function magnitude(series: number, index: number, from: number, to: number): number {
  const { high, low } = bits(series, index);
  const exponent = 1023 + from + ((high >>> 20) % (to - from));
  const top = ((exponent << 20) | (high & 0xfffff)) >>> 0;
  return fromBits(top.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0"));
}

const signed = (x: number, index: number) => (index % 2 === 0 ? x : -x);

/** Argument pairs for one function: hard spots by name, then `count` drawn from every region. */
export function inputsFor(name: ElementaryName, count: number): [number, number][] {
  const found: [number, number][] = [];
  const add = (x: number, y = 0) => found.push([x, y]);
  for (const x of SPOTS[name]) add(x);
  for (let i = 0; i < count; i += 1) {
    const u = unit(1, i);
    const v = unit(2, i);
    switch (name) {
      case "log":
        add(magnitude(3, i, -1022, 1024));
        add(0.5 + 1.5 * u);
        add(1 + signed(magnitude(4, i, -50, -1), i));
        break;
      case "log1p":
        add(magnitude(5, i, -60, 80));
        add(-u);
        add(signed(magnitude(6, i, -60, -1), i));
        add(-0.5 + u);
        break;
      case "exp":
        add(-740 + 1449 * u);
        add(-1 + 2 * u);
        add(signed(magnitude(7, i, -55, 3), i));
        break;
      case "expm1":
        add(-40 + 749 * u);
        add(-1 + 2 * u);
        add(signed(magnitude(8, i, -60, 3), i));
        break;
      case "pow":
        add(0.5 + u, 200 * (v - 0.5));
        add(magnitude(9, i, -30, 30), 50 * (v - 0.5));
        add(u, 1 / 0.13);
        add(1 + signed(magnitude(10, i, -40, -20), i), 1e6 * (v - 0.5));
        add(1000 * u, v);
        break;
    }
  }
  return found.filter(([x]) => x !== 0);
}

const SQRT_HALF = Math.SQRT1_2;
const SQRT_TWO = Math.SQRT2;
const HALF_LN2 = 0.34657359027997264;

/** Ends of ranges, and places where an algorithm changes its branch. */
const SPOTS: Record<ElementaryName, readonly number[]> = {
  log: [
    5e-324,
    2.2250738585072014e-308,
    1.7976931348623157e308,
    0.5,
    2,
    10,
    SQRT_HALF,
    SQRT_TWO,
    1 - 2 ** -53,
    1 + 2 ** -52,
  ],
  log1p: [
    5e-324,
    2 ** -54,
    2 ** -53,
    -(2 ** -53),
    -1 + 2 ** -53,
    SQRT_TWO - 1,
    SQRT_HALF - 1,
    1,
    2 ** 53,
    2 ** 53 + 2,
    1.7976931348623157e308,
  ],
  exp: [
    5e-324,
    HALF_LN2,
    -HALF_LN2,
    3 * HALF_LN2,
    709,
    709.782712893384,
    -708,
    -708.5,
    -740.3,
    -745.1332191019411,
    1,
    -1,
  ],
  expm1: [
    5e-324,
    -5e-324,
    HALF_LN2,
    -HALF_LN2,
    3 * HALF_LN2,
    -3 * HALF_LN2,
    709.782712893384,
    -38.8,
    14,
    40,
    1,
    -1,
  ],
  pow: [],
};
