import type { DiscoveryFactor, DiscoveryTable } from "../../../src/experiment/index.ts";
import { createStream } from "../../../src/random/index.ts";

/** What fails how often: a point has a number from 0 to 1 for each factor, the last `letters` of which are one of four letters. */
export interface Planted {
  readonly seed: number;
  readonly points: number;
  readonly factors: number;
  readonly letters?: number;
  readonly worlds: number;
  readonly chance: (point: readonly number[]) => number;
}

const LETTERS = ["a", "b", "c", "d"];

/** Random points, each with a number of worlds that fail or do not by the planted chance. */
export function plantedTable({
  seed,
  points,
  factors: count,
  letters = 0,
  worlds,
  chance,
}: Planted): DiscoveryTable {
  const stream = createStream(seed, 0, "planted");
  const isLetter = (j: number) => j >= count - letters;
  const rows = Array.from({ length: points }, () =>
    Array.from({ length: count }, (_, j) =>
      isLetter(j) ? Math.floor(4 * stream.uniform()) : stream.uniform(),
    ),
  );
  const failing = Float64Array.from(rows, (row) => {
    const own = chance(row);
    let failed = 0;
    for (let world = 0; world < worlds; world++) if (stream.uniform() < own) failed += 1;
    return failed / worlds;
  });
  const factors = Array.from(
    { length: count },
    (_, j): DiscoveryFactor => ({
      path: `x${j}`,
      values: Float64Array.from(rows, (row) => row[j]!),
      ...(isLetter(j) ? { levels: LETTERS } : {}),
    }),
  );
  return { points: rows.map((_, i) => i + 1), factors, failing };
}
