/**
 * Rows of choices, one of each factor, in which every pair of choices of two factors stands together at least once: greedily,
 * each row covers what it can of the pairs still missing. `sizes`: number of choices by factor. Deterministic.
 */
export function pairwise(sizes: readonly number[]): readonly (readonly number[])[] {
  const missing = new Set<string>();
  const key = (f: number, a: number, g: number, b: number) =>
    f < g ? `${f}.${a} ${g}.${b}` : `${g}.${b} ${f}.${a}`;
  sizes.forEach((size, f) => {
    for (let g = f + 1; g < sizes.length; g += 1) {
      for (let a = 0; a < size; a += 1) {
        for (let b = 0; b < sizes[g]!; b += 1) missing.add(key(f, a, g, b));
      }
    }
  });
  const rows: number[][] = [];
  while (missing.size > 0) {
    const [first] = missing;
    const row = new Array<number>(sizes.length).fill(-1);
    for (const place of first!.split(" ")) {
      const [f, a] = place.split(".").map(Number);
      row[f!] = a!;
    }
    for (let f = 0; f < sizes.length; f += 1) if (row[f] === -1) row[f] = best(row, f);
    row.forEach((a, f) => {
      for (let g = f + 1; g < row.length; g += 1) missing.delete(key(f, a, g, row[g]!));
    });
    rows.push(row);
  }
  return rows;

  function best(row: readonly number[], f: number): number {
    let chosen = 0;
    let most = -1;
    for (let a = 0; a < sizes[f]!; a += 1) {
      const covered = row.filter((b, g) => g !== f && b >= 0 && missing.has(key(f, a, g, b))).length;
      if (covered > most) [chosen, most] = [a, covered];
    }
    return chosen;
  }
}
