import { createStream } from "../../random/index.ts";
import { exchangeChange } from "./centred-discrepancy.ts";
import type { CubePoints } from "./sampled.ts";

/** Factors of the discrepancy that may be computed while exchanges are tried: about a second. */
const WORK = 150_000_000;
/** Exchanges tried for each coordinate, if the work allows: more find next to nothing. */
const TRIES = 150;

/**
 * A Latin hypercube: each dimension has one point in the middle of each of `size` equal parts. From a random one, two points exchange a
 * coordinate wherever that lowers the centred discrepancy, so that the points fill the cube and its faces evenly. A function of (size,
 * dimensions, seed) alone. McKay, Beckman, Conover 1979; Fang, Ma, Winker 2002.
 */
export function latinHypercube(size: number, dimensions: number, seed: number): CubePoints {
  const stream = createStream(seed, 0, "latin hypercube");
  const below = (count: number) => Math.floor(stream.uniform() * count);
  const points = new Float64Array(size * dimensions);
  for (let d = 0; d < dimensions; d++) {
    const order = Uint32Array.from({ length: size }, (_, i) => i);
    for (let i = size - 1; i > 0; i--) {
      const j = below(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (let i = 0; i < size; i++) points[i * dimensions + d] = (order[i]! + 0.5) / size;
  }
  // With one dimension, or two points, exchanges change nothing.
  const worth = dimensions > 1 && size > 2;
  const most = Math.floor(WORK / (3 * size * dimensions));
  const tries = worth ? Math.min(most, TRIES * size * dimensions) : 0;
  for (let t = 0; t < tries; t++) {
    const d = below(dimensions);
    const a = below(size);
    const b = (a + 1 + below(size - 1)) % size;
    if (exchangeChange(points, dimensions, a, b, d) >= 0) continue;
    const [at, bt] = [a * dimensions + d, b * dimensions + d];
    [points[at], points[bt]] = [points[bt]!, points[at]!];
  }
  return {
    size,
    method: { type: "latin hypercube", seed },
    coordinate: (point, dimension) => points[point * dimensions + dimension]!,
  };
}
