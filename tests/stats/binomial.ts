/** P(X ≥ `count`) of a binomial X of `trials` with `probability` each: summed term by term from its mode outwards, in plain arithmetic. */
export function atLeast(count: number, trials: number, probability: number): number {
  const odds = probability / (1 - probability);
  const mode = Math.floor((trials + 1) * probability);
  // Relative to the mode's, which cannot under- or overflow; then over their sum.
  const terms = new Float64Array(trials + 1);
  terms[mode] = 1;
  for (let k = mode; k < trials; k++) terms[k + 1] = terms[k]! * ((trials - k) / (k + 1)) * odds;
  for (let k = mode; k > 0; k--) terms[k - 1] = (terms[k]! * k) / ((trials - k + 1) * odds);
  const sum = (from: number) => terms.slice(from).reduce((total, term) => total + term, 0);
  return sum(count) / sum(0);
}

/** P(X ≤ `count`). */
export function atMost(count: number, trials: number, probability: number): number {
  return 1 - atLeast(count + 1, trials, probability);
}
