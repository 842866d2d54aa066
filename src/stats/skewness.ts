import { tallyOf } from "./tally.ts";

/**
 * Skewness of a sample: 0 where it is symmetric, 2 for exponential values; NaN where nothing varies. The third central moment over
 * the cube of the standard deviation, both with divisor n (g₁ of Joanes & Gill, The Statistician 47 (1998), 183).
 */
export function skewness(values: ArrayLike<number>): number {
  const list = Array.from(values);
  const { mean } = tallyOf(list);
  let squares = 0;
  let cubes = 0;
  for (const value of list) {
    const gap = value - mean;
    squares += gap * gap;
    cubes += gap * gap * gap;
  }
  return (cubes * Math.sqrt(list.length)) / (squares * Math.sqrt(squares));
}
