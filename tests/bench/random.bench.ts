import {
  createDistribution,
  createStream,
  type DistributionSpec,
  deriveKey,
  deriveKeyInto,
  exp,
  expm1,
  keyedUniform,
  keyedUniformAt,
  log,
  log1p,
  normalCdf,
  normalQuantile,
  poissonQuantile,
  pow,
  streamKey,
} from "../../src/random/index.ts";

/** What one call costs, and how that compares with a yardstick of the same run. */
export interface RandomCost {
  readonly name: string;
  /** Least of many rounds, with the 2 ns or so of the loop that calls it. */
  readonly nanoseconds: number;
  readonly yardstick?: string;
  /** Times the yardstick's cost. */
  readonly ratio?: number;
}

const COUNT = 1 << 12;
const ROUNDS = 60;

type Call = (i: number) => number;

/** The least of many short rounds: other work on the machine only ever adds. */
function leastCost(call: Call, count = COUNT): number {
  let least = Infinity;
  let sum = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    for (let i = 0; i < count; i += 1) sum += call(i);
    least = Math.min(least, (performance.now() - start) / count);
  }
  // a sum that is used keeps the loop from being optimised away
  if (Number.isNaN(sum)) throw new Error("a bench drew something that is not a number");
  return least * 1e6;
}

/** Costs of the elementary functions against the language's own, of generators and of samplers. Takes about a second. */
export function randomBench(): readonly RandomCost[] {
  const stream = createStream(2026, 0, "bench");
  const us = Float64Array.from({ length: COUNT }, () => stream.open());
  const large = us.map((u) => 1000 * u);
  const signed = us.map((u) => 20 * u - 10);
  // the loop is timed as it will be later, when it has seen many functions
  for (const call of [log, exp, log1p, expm1]) leastCost((i) => call(us[i]!));
  const against = (name: string, ours: Call, yardstick: string, theirs: Call): RandomCost => {
    const base = leastCost(theirs);
    const nanoseconds = leastCost(ours);
    return { name, nanoseconds, yardstick, ratio: nanoseconds / base };
  };

  const key = streamKey(2026, 0, "bench");
  const keys = new Uint32Array(2);
  const samplers: Record<string, DistributionSpec> = {
    uniform: { type: "uniform", min: 1, max: 4 },
    triangular: { type: "triangular", min: 1, mode: 2, max: 7 },
    exponential: { type: "exponential", mean: 8 },
    lognormal: { type: "lognormal", mean: 5, sd: 4 },
    weibull: { type: "weibull", mean: 4, sd: 3 },
    gamma: { type: "gamma", mean: 6, sd: 3 },
    "gamma of shape 0.13": { type: "gamma", mean: 1, sd: 2.77 },
    empirical: { type: "empirical", values: [3, 1, 4, 1, 5, 9, 2, 6] },
    discrete: { type: "discrete", values: [1, 2, 5], weights: [1, 2, 1] },
    "truncated lognormal": {
      type: "truncated",
      distribution: { type: "lognormal", mean: 5, sd: 4 },
      min: 1,
      max: 30,
    },
    "poisson of mean 2": { type: "poisson", mean: 2 },
    negativeBinomial: { type: "negativeBinomial", mean: 2.4, shape: 0.13 },
  };
  const mixture = createDistribution({
    type: "mixture",
    parts: [
      { weight: 3, distribution: { type: "exponential", mean: 2 } },
      { weight: 1, distribution: { type: "lognormal", mean: 13, sd: 8 } },
    ],
  });
  const uniform = leastCost(() => stream.uniform());
  const toAlea = (name: string, nanoseconds: number): RandomCost => ({
    name,
    nanoseconds,
    yardstick: "alea uniform",
    ratio: nanoseconds / uniform,
  });

  return [
    against(
      "log",
      (i) => log(large[i]!),
      "Math.log",
      (i) => Math.log(large[i]!),
    ),
    against(
      "exp",
      (i) => exp(signed[i]!),
      "Math.exp",
      (i) => Math.exp(signed[i]!),
    ),
    against(
      "log1p",
      (i) => log1p(-us[i]!),
      "Math.log1p",
      (i) => Math.log1p(-us[i]!),
    ),
    against(
      "expm1",
      (i) => expm1(signed[i]!),
      "Math.expm1",
      (i) => Math.expm1(signed[i]!),
    ),
    against(
      "pow",
      (i) => pow(large[i]!, us[i]!),
      "Math.pow",
      (i) => large[i]! ** us[i]!,
    ),
    { name: "normalQuantile", nanoseconds: leastCost((i) => normalQuantile(us[i]!)) },
    { name: "normalCdf", nanoseconds: leastCost((i) => normalCdf(signed[i]!)) },
    { name: "alea uniform", nanoseconds: uniform },
    toAlea(
      "alea open",
      leastCost(() => stream.open()),
    ),
    toAlea(
      "keyedUniform",
      leastCost((i) => keyedUniform(key, 3, i)),
    ),
    toAlea(
      "keyedUniformAt",
      leastCost((i) => keyedUniformAt(key.hi, key.lo, 3, i)),
    ),
    toAlea(
      "deriveKey",
      leastCost((i) => deriveKey(key, 3, i).lo),
    ),
    toAlea(
      "deriveKeyInto",
      leastCost((i) => {
        deriveKeyInto(keys, 0, key.hi, key.lo, 3, i);
        return keys[0]!;
      }),
    ),
    toAlea(
      "createStream",
      leastCost((i) => createStream(2026, i, "bench").uniform(), 256),
    ),
    ...Object.entries(samplers).map(([name, spec]) => {
      const { sample } = createDistribution(spec);
      return toAlea(
        name,
        leastCost((i) => sample(us[i]!)),
      );
    }),
    toAlea(
      "mixture",
      leastCost((i) => mixture.sample(us[i]!), 256),
    ),
    toAlea(
      "poissonQuantile of mean 0.3",
      leastCost((i) => poissonQuantile(0.3, us[i]!)),
    ),
    toAlea(
      "poissonQuantile of mean 2",
      leastCost((i) => poissonQuantile(2, us[i]!)),
    ),
    toAlea(
      "poissonQuantile of mean 100",
      leastCost((i) => poissonQuantile(100, us[i]!), 1024),
    ),
  ];
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const { name, nanoseconds, yardstick, ratio } of randomBench()) {
    const times = ratio === undefined ? "" : `  ${ratio.toFixed(2)} × ${yardstick}`;
    process.stdout.write(`${name.padEnd(30)} ${nanoseconds.toFixed(1).padStart(8)} ns${times}\n`);
  }
}
