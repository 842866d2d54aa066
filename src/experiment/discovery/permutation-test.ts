import type { Stream } from "../../random/index.ts";
import { contentOf } from "./box-score.ts";
import type { DiscoveryFactor } from "./discovery-table.ts";
import { type PeelOptions, peelingTrajectory } from "./peel.ts";
import { shuffled } from "./shuffled.ts";

const PERMUTATIONS = 199;

/**
 * How likely peeling would find a box with so great a score if nothing depended on the factors [probability]: the same search over
 * lists in which failing is dealt out to the rows at random. Exact, because the search is part of what is repeated; at least 1 / 200.
 * Friedman & Fisher (1999), § 14.
 */
export function permutationTest(
  factors: readonly DiscoveryFactor[],
  failing: Float64Array,
  rows: readonly number[],
  options: PeelOptions,
  stream: Stream,
): number {
  const observed = greatestScore(factors, failing, rows, options);
  let asGreat = 1;
  for (let i = 0; i < PERMUTATIONS; i++) {
    const dealt = Float64Array.from(failing);
    shuffled(rows, stream).forEach((from, place) => {
      dealt[rows[place]!] = failing[from]!;
    });
    if (greatestScore(factors, dealt, rows, options) >= observed) asGreat += 1;
  }
  return asGreat / (PERMUTATIONS + 1);
}

function greatestScore(
  factors: readonly DiscoveryFactor[],
  failing: Float64Array,
  rows: readonly number[],
  options: PeelOptions,
): number {
  const boxes = peelingTrajectory(factors, failing, rows, options);
  return boxes.reduce((most, box) => Math.max(most, contentOf(box, factors, failing, rows).score), 0);
}
