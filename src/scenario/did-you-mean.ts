/**
 * Edit distance between two words, with neighbouring letters swapped counted once; at most `limit` + 1.
 * O(length²).
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, beforeLast[j - 2]! + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/**
 * The known word that `word` was probably meant to be; undefined if none is near. Case and hyphens are
 * forgiven first.
 */
export function closest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]/g, "");
  const same = known.find((candidate) => plain(candidate) === plain(word));
  if (same !== undefined) return same;
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (steps < bestDistance) {
      bestDistance = steps;
      best = candidate;
    }
  }
  return best;
}

/** `did you mean "count"?`, or what is known when nothing is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = closest(word, known);
  if (near !== undefined) return `did you mean ${JSON.stringify(near)}?`;
  if (known.length === 0) return "there is nothing here";
  const shown = known.slice(0, 12).map((name) => JSON.stringify(name));
  return `known here: ${shown.join(", ")}${known.length > 12 ? ", …" : ""}`;
}
