/** Local days, from the first to before the last, of which the log tells nothing. */
export interface Hole {
  readonly from: number;
  readonly to: number;
}

/** [days] Shorter stretches without a message are part of how busy days are. */
const SHORTEST = 7;
/** Messages that a stretch would have had in the mean: by chance none comes then once in 22,000 times. */
const EXPECTED = 10;

/**
 * Stretches of a week or more without any message between the first and the last, where ten or more would have been usual: an outage, a change of system or a hole in the
 * export, and no quiet time. `counts` are messages by local day.
 */
export function holesOf(counts: Float64Array): readonly Hole[] {
  const [first, last] = [counts.findIndex((n) => n > 0), counts.findLastIndex((n) => n > 0)];
  const stretches: Hole[] = [];
  for (let from = first; from >= 0 && from <= last; from += 1) {
    if (counts[from]! > 0) continue;
    let to = from;
    while (counts[to] === 0) to += 1;
    if (to - from >= SHORTEST) stretches.push({ from, to });
    from = to;
  }
  const total = counts.reduce((sum, n) => sum + n, 0);
  // Usual is what the days outside have, other silent ones included: a clinic that is written to once a month has no holes.
  return stretches.filter(({ from, to }) => {
    const days = to - from;
    return (days * total) / (last - first + 1 - days) >= EXPECTED;
  });
}

/** Whether a day is in one of them. */
export function isInHole(holes: readonly Hole[], day: number): boolean {
  return holes.some(({ from, to }) => day >= from && day < to);
}
