const REFLECTION = 1;
const EXPANSION = 2;
const CONTRACTION = 0.5;

/**
 * The point at which `cost` is least, sought from `start` with steps of the size of `step` at first; for the two or three parameters of a law. Infinity
 * and NaN are places to stay away from. Source: J. A. Nelder and R. Mead, "A simplex method for function minimization" (1965).
 */
export function minimise(
  cost: (at: readonly number[]) => number,
  start: readonly number[],
  { step = 0.5, tolerance = 1e-9, most = 600 } = {},
): { readonly at: readonly number[]; readonly cost: number } {
  const corner = (at: readonly number[]) => {
    const found = cost(at);
    return { at, cost: Number.isNaN(found) ? Number.POSITIVE_INFINITY : found };
  };
  let corners = [
    corner(start),
    ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + step : x)))),
  ];
  const n = start.length;
  for (let turn = 0; turn < most; turn += 1) {
    corners.sort((a, b) => a.cost - b.cost);
    const best = corners[0]!;
    const worst = corners[n]!;
    if (worst.cost - best.cost <= tolerance * (1 + Math.abs(best.cost)) && spread(corners) < 1e-5) break;
    const middle = start.map((_, i) => corners.slice(0, n).reduce((sum, { at }) => sum + at[i]!, 0) / n);
    const along = (by: number) => corner(middle.map((m, i) => m + by * (m - worst.at[i]!)));
    const reflected = along(REFLECTION);
    if (reflected.cost < best.cost) {
      const expanded = along(EXPANSION);
      corners[n] = expanded.cost < reflected.cost ? expanded : reflected;
    } else if (reflected.cost < corners[n - 1]!.cost) {
      corners[n] = reflected;
    } else {
      const contracted = along(reflected.cost < worst.cost ? CONTRACTION : -CONTRACTION);
      if (contracted.cost < Math.min(worst.cost, reflected.cost)) corners[n] = contracted;
      else corners = corners.map(({ at }) => corner(at.map((x, i) => best.at[i]! + (x - best.at[i]!) / 2)));
    }
  }
  corners.sort((a, b) => a.cost - b.cost);
  return corners[0]!;
}

function spread(corners: readonly { readonly at: readonly number[] }[]): number {
  const [first] = corners;
  return Math.max(...corners.flatMap(({ at }) => at.map((x, i) => Math.abs(x - first!.at[i]!))));
}

/**
 * Covariances of estimates at the minimum of minus a log-likelihood: the inverse of its second differences; undefined where it is no minimum in every
 * direction. Source: the observed information.
 */
export function covarianceAt(
  cost: (at: readonly number[]) => number,
  at: readonly number[],
  step = 1e-3,
): readonly (readonly number[])[] | undefined {
  const moved = (changes: readonly (readonly [number, number])[]) => {
    const to = [...at];
    for (const [i, by] of changes) to[i]! += by;
    return cost(to);
  };
  const here = cost(at);
  const second = at.map((_, i) =>
    at.map((__, j) =>
      i === j
        ? (moved([[i, step]]) - 2 * here + moved([[i, -step]])) / (step * step)
        : (moved([
            [i, step],
            [j, step],
          ]) -
            moved([
              [i, step],
              [j, -step],
            ]) -
            moved([
              [i, -step],
              [j, step],
            ]) +
            moved([
              [i, -step],
              [j, -step],
            ])) /
          (4 * step * step),
    ),
  );
  return inverse(second);
}

/** The inverse of a positive definite matrix, by Gauss and Jordan; undefined of any other. */
function inverse(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | undefined {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < n; i += 1) {
    const pivot = rows[i]![i]!;
    if (!(pivot > 1e-12)) return undefined;
    rows[i] = rows[i]!.map((x) => x / pivot);
    for (let j = 0; j < n; j += 1) {
      if (j === i) continue;
      const by = rows[j]![i]!;
      rows[j] = rows[j]!.map((x, k) => x - by * rows[i]![k]!);
    }
  }
  return rows.map((row) => row.slice(n));
}
