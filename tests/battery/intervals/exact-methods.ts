import { normalQuantile, type Stream } from "../../../src/random/index.ts";
import {
  type Interval,
  meanInterval,
  medianInterval,
  pairedMean,
  proportionInterval,
} from "../../../src/stats/index.ts";
import { EXPONENTIAL, NORMAL } from "./known-systems.ts";
import { covered } from "./measure.ts";

/** A method whose coverage is known, and how many of 4,000 intervals cover. */
export interface ExactMethod {
  readonly name: string;
  readonly coverage: number;
  hits(): number;
}

type Ends = Pick<Interval, "low" | "high">;

function method<T>(
  name: string,
  coverage: number,
  truth: number,
  count: number,
  draw: (s: Stream) => T,
  intervalOf: (replications: readonly T[]) => Ends,
): ExactMethod {
  return { name, coverage, hits: () => covered(name, truth, [count], draw, intervalOf)[0]! };
}

const normal = (s: Stream) => normalQuantile(s.open());
const PAIR = (s: Stream) => {
  const common = 10 * normal(s);
  return [common + 1 + normal(s), common + normal(s)] as const;
};
const RISK = 0.07;
const broken = (s: Stream) => (s.uniform() < RISK ? 1 : 0);
const count = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

export const EXACT_METHODS: readonly ExactMethod[] = [
  ...[2, 5, 10, 30].map((n) =>
    method(`Student's t of ${n} normal values`, 0.95, NORMAL.mean, n, NORMAL.draw, (values) =>
      meanInterval(values),
    ),
  ),
  method("paired differences of 8 normal pairs", 0.95, 1, 8, PAIR, (pairs) =>
    pairedMean(
      pairs.map(([a]) => a),
      pairs.map(([, b]) => b),
    ).at(0.95),
  ),
  // The median lies between the k-th of n values from below and from above unless fewer than k fall on one side of it.
  ...[
    { n: 10, k: 2 },
    { n: 20, k: 6 },
    { n: 51, k: 19 },
  ].map(({ n, k }) =>
    method(
      `the median of ${n} exponential values, between order statistics`,
      1 - 2 * binomialBelow(k, n, 0.5),
      Math.LN2,
      n,
      EXPONENTIAL.draw,
      (values) => medianInterval(values),
    ),
  ),
  ...[10, 30].map((n) =>
    method(
      `Clopper and Pearson of ${n} runs that break a promise with probability ${RISK}`,
      coverageOfProportion(n, (happened) => proportionInterval(happened, n)),
      RISK,
      n,
      broken,
      (values) => proportionInterval(count(values), n),
    ),
  ),
];

/** What they would be taken for if something were wrong: each has to be found out. */
export const WRONG_METHODS: readonly ExactMethod[] = [
  method("the normal quantile for Student's with 5 values", 0.95, NORMAL.mean, 5, NORMAL.draw, (values) => {
    const { estimate, sd } = meanInterval(values);
    const half = (normalQuantile(0.975) * sd) / Math.sqrt(5);
    return { low: estimate - half, high: estimate + half };
  }),
  method("Student's t with a degree of freedom too many", 0.95, NORMAL.mean, 3, NORMAL.draw, (values) => {
    const { estimate, sd } = meanInterval(values);
    const half = (3.182446 * sd) / Math.sqrt(3);
    return { low: estimate - half, high: estimate + half };
  }),
  method("differences of pairs that do not belong together", 0.95, 1, 8, PAIR, (pairs) =>
    pairedMean(
      pairs.map(([a]) => a),
      pairs.map((_, i) => pairs[(i + 1) % pairs.length]![1]),
    ).at(0.95),
  ),
  method(
    "order statistics one place too far in, of 20 exponential values",
    1 - 2 * binomialBelow(6, 20, 0.5),
    Math.LN2,
    20,
    EXPONENTIAL.draw,
    (values) => {
      const ordered = values.toSorted((a, b) => a - b);
      return { low: ordered[6]!, high: ordered[13]! };
    },
  ),
  method(
    "Wald's interval of a proportion",
    coverageOfProportion(30, (happened) => proportionInterval(happened, 30)),
    RISK,
    30,
    broken,
    (values) => {
      const share = count(values) / 30;
      const half = normalQuantile(0.975) * Math.sqrt((share * (1 - share)) / 30);
      return { low: share - half, high: share + half };
    },
  ),
];

/** P(X < k) for X binomial, by adding up. */
function binomialBelow(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    sum += term;
    term *= (((n - i) / (i + 1)) * p) / (1 - p);
  }
  return sum;
}

/** Of an interval that depends on the number of broken runs alone: the probability of the numbers at which it covers. */
function coverageOfProportion(n: number, intervalOf: (happened: number) => Ends): number {
  let coverage = 0;
  for (let happened = 0; happened <= n; happened++) {
    const { low, high } = intervalOf(happened);
    if (low <= RISK && RISK <= high) {
      coverage += binomialBelow(happened + 1, n, RISK) - binomialBelow(happened, n, RISK);
    }
  }
  return coverage;
}
