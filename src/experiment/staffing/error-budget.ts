/**
 * How the risk that an answer is wrong is shared out. Half of it is that a plan which breaks a promise is confirmed, the other half that
 * the best plan is passed over: by the search, by comparing costs, or when it is confirmed.
 */
export interface ErrorBudget {
  /** Of each standard of a plan that is searched. */
  readonly search: number;
  /** Of each comparison of costs. */
  readonly cost: number;
  /** That a plan which is surely good fails one of its standards when it is confirmed. */
  readonly lost: number;
  /** That a plan which misses a standard is confirmed, at the first, second, … plan that comes so far; all of them together make half of the risk. */
  confirmed(attempt: number): number;
}

/** `standards`: how many a plan has to meet; a good plan may be lost at any of them. */
export function errorBudget(confidence: number, standards: number): ErrorBudget {
  const risk = 1 - confidence;
  return {
    search: risk / 4 / Math.max(1, standards),
    cost: risk / 8,
    lost: risk / 8 / Math.max(1, standards),
    confirmed: (attempt) => {
      let share = 0.75;
      for (let i = 1; i < attempt; i++) share /= 4;
      return (risk / 2) * share;
    },
  };
}
