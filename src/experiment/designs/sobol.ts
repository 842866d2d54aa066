import { createStream } from "../../random/index.ts";
import { JOE_KUO } from "./joe-kuo.ts";
import type { CubePoints } from "./sampled.ts";

const BITS = 32;
const TWO_32 = 4294967296;

/** Dimensions that there are direction numbers for. */
export const SOBOL_DIMENSIONS = 64;

/**
 * The first `size` points of the Sobol' sequence, all shifted alike, bit by bit, by numbers drawn from `seed`, so that none lies on a face
 * of the cube and every one is as likely to lie anywhere. A power of two of them keeps the balance of the sequence. 1 ≤ dimensions ≤ 64.
 */
export function sobolPoints(size: number, dimensions: number, seed: number): CubePoints {
  const sequence = sobolSequence(dimensions);
  const stream = createStream(seed, 0, "sobol shift");
  const shifts = Uint32Array.from({ length: dimensions }, () => Math.floor(stream.uniform() * TWO_32));
  return {
    size,
    method: { type: "sobol", seed },
    coordinate: (point, dimension) =>
      (((sequence(point, dimension) ^ shifts[dimension]!) >>> 0) + 0.5) / TWO_32,
  };
}

/**
 * The Sobol' sequence with the direction numbers of Joe and Kuo, in the order of their own program (Gray code), as whole numbers in units
 * of 2⁻³². 0 ≤ point < 2³¹; 1 ≤ dimensions ≤ 64.
 */
export function sobolSequence(dimensions: number): (point: number, dimension: number) => number {
  const directions = Array.from({ length: dimensions }, (_, dimension) => directionsOf(dimension));
  return (point, dimension) => {
    let gray = point ^ (point >>> 1);
    let value = 0;
    for (let bit = 0; gray !== 0; bit++, gray >>>= 1) {
      if ((gray & 1) === 1) value ^= directions[dimension]![bit]!;
    }
    return value >>> 0;
  };
}

/** Bratley, Fox 1988, ACM TOMS 14, 88, § 2. */
function directionsOf(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) return v.map((_, bit) => 1 << (BITS - 1 - bit));
  const [degree, coefficients, ...initial] = JOE_KUO.trim()
    .split("\n")
    [dimension - 1]!.split(" ")
    .map(Number) as [number, number, ...number[]];
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      v[bit] = initial[bit]! << (BITS - 1 - bit);
      continue;
    }
    let value = v[bit - degree]! ^ (v[bit - degree]! >>> degree);
    for (let k = 1; k < degree; k++) {
      if (((coefficients >>> (degree - 1 - k)) & 1) === 1) value ^= v[bit - k]!;
    }
    v[bit] = value;
  }
  return v;
}
