/** The least that any drawn share is taken for, and 1 less the most: what is nothing at all has no odds. */
const LEAST = 1e-9;

/**
 * Shares that sum to 1, some of them drawn. The odds of each drawn one against the others are changed by as much as its own draw asks, and all
 * are then divided by their sum. So one drawn alone is what was drawn, and the others keep their proportions; of several none comes first, and
 * each is as drawn only if the others leave room. `written` sums to 1; `drawn` has undefined where nothing was drawn.
 */
export function closedShares(
  written: readonly number[],
  drawn: readonly (number | undefined)[],
): readonly number[] {
  const total = written.reduce((sum, share) => sum + share, 0);
  const full = written.findIndex((share) => share / total >= 1 - LEAST);
  // Where one share is all, the others have no proportions to keep: they are alike.
  const base = written.map((share, i) => (full >= 0 && i !== full ? LEAST : share / total));
  const weights = base.map((share, i) => {
    const own = drawn[i];
    if (own === undefined) return share;
    const inside = Math.min(1 - LEAST, Math.max(LEAST, own));
    return (base.reduce((sum, other, j) => (j === i ? sum : sum + other), 0) * inside) / (1 - inside);
  });
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}
