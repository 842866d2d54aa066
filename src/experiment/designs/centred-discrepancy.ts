/**
 * By how much the squared centred L2-discrepancy changes, times n²/2, when points `a` and `b`
 * exchange their coordinate in dimension `d`; `points` are in the unit cube, row after row. O(n k). Hickernell 1998, eq. 5.1c.
 */
export function exchangeChange(
  points: Float64Array,
  dimensions: number,
  a: number,
  b: number,
  d: number,
): number {
  const n = points.length / dimensions;
  const [at, bt] = [a * dimensions + d, b * dimensions + d];
  const [from, to] = [points[at]! - 0.5, points[bt]! - 0.5];
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    if (i === a || i === b) continue;
    const here = points[i * dimensions + d]! - 0.5;
    let [toA, toB] = [1, 1];
    for (let other = 0; other < dimensions; other++) {
      if (other === d) continue;
      const z = points[i * dimensions + other]! - 0.5;
      toA *= factor(z, points[a * dimensions + other]! - 0.5);
      toB *= factor(z, points[b * dimensions + other]! - 0.5);
    }
    pairs += (factor(here, to) - factor(here, from)) * (toA - toB);
  }
  // The pair (a, b) keeps its term; those of a and of b with themselves change, and what each has alone.
  const own = (point: number) => {
    let [square, single] = [1, 1];
    for (let other = 0; other < dimensions; other++) {
      if (other === d) continue;
      const z = points[point * dimensions + other]! - 0.5;
      square *= factor(z, z);
      single *= alone(z);
    }
    return [square, single] as const;
  };
  const [squareA, singleA] = own(a);
  const [squareB, singleB] = own(b);
  const squares = (factor(to, to) - factor(from, from)) * (squareA - squareB);
  const singles = (alone(to) - alone(from)) * (singleA - singleB);
  return pairs + squares / 2 - n * singles;
}

function alone(z: number): number {
  const size = Math.abs(z);
  return 1 + size / 2 - (size * size) / 2;
}

function factor(z: number, w: number): number {
  return 1 + (Math.abs(z) + Math.abs(w) - Math.abs(z - w)) / 2;
}
