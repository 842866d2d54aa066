import { checkSameLength } from "./interval.ts";
import { isSame } from "./rounding.ts";

/** In how many of the same worlds one system did better than another, as well, and worse. */
export interface Wins {
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
}

/**
 * Counts, replication by replication, where `values` are better than `others`. What differs by rounding alone is a tie, and so are two
 * infinities; pairs with NaN in them count for nothing. Throws RangeError on lists of different length.
 */
export function countWins(
  values: ArrayLike<number>,
  others: ArrayLike<number>,
  better: "lower" | "higher",
): Wins {
  checkSameLength(values, others);
  let wins = 0;
  let ties = 0;
  let losses = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const other = others[i]!;
    if (Number.isNaN(value) || Number.isNaN(other)) continue;
    if (isSame(value, other)) ties += 1;
    else if (value > other === (better === "higher")) wins += 1;
    else losses += 1;
  }
  return { wins, ties, losses };
}
