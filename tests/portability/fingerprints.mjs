import { experiment, scenario as floor, random, stats } from "../../dist/engine.js";
import { ContentHash } from "./content-hash.mjs";

const { buildDesign, createPerformer, parseDerive, parseVary } = experiment;
const { parseScenario } = floor;

/**
 * Fingerprints of what the built pure code computes here, one for each subject: our own functions, the streams, every distribution, and each
 * given scenario in full detail. Two machines agree when every fingerprint does. The last one is of the language's own Math.log, on
 * which machines need not agree: where they do not, the comparison is seen to notice.
 *
 * `scenarios` are `{name, text, offsets}`, offsets resolved by the caller, because zone data is not part of the promise.
 */
export function* fingerprints({ scenarios, replications, inputs }) {
  yield* functions(inputs);
  yield* streams(inputs);
  yield* distributions(inputs);
  yield* designs(64);
  yield comparison();
  for (const scenario of scenarios)
    yield [`scenario ${scenario.name}`, hashOfScenario(scenario, replications)];
  const foreign = new ContentHash();
  for (const x of magnitudes(inputs)) foreign.add(Math.log(x));
  yield [FOREIGN, foreign.digest()];
}

/** Name of the fingerprint that may differ. */
export const FOREIGN = "the language's own Math.log";

/** Numbers in [1, 2) by the minimal standard generator, which needs only exact arithmetic. */
function* mantissas(count) {
  let state = 20260105;
  for (let i = 0; i < count; i++) {
    state = (state * 16807) % 2147483647;
    yield 1 + state / 2147483647;
  }
}

/** Numbers of all sizes from 2^-60 to 2^60. */
function* magnitudes(count) {
  let scale = 2 ** -60;
  for (const mantissa of mantissas(count)) {
    yield mantissa * scale;
    scale = scale >= 2 ** 59 ? 2 ** -60 : scale * 2;
  }
}

function* designs(points) {
  const factors = ["a=0.1:0.7", "b=5:20 min", "c=1..7", "d=x,y,z"].map((text) =>
    parseVary(text, () => undefined),
  );
  const derivations = [parseDerive("e=log(a) * c ^ 1.5 + sqrt(exp(-a))"), parseDerive("f=b / 7")];
  for (const type of ["latin hypercube", "sobol"]) {
    const design = buildDesign({ factors, sample: { type, points, seed: 2026 } }, derivations, {});
    const hash = new ContentHash();
    for (let point = 1; point <= design.size; point++) hash.add(design.levels(point));
    yield [`design ${type}`, hash.digest()];
  }
}

function* functions(count) {
  const subjects = {
    log: (x) => random.log(x),
    log1p: (x) => random.log1p(x),
    exp: (x) => random.exp(x < 700 ? x : -x / 2 ** 51),
    expm1: (x) => random.expm1(x < 700 ? -x : x / 2 ** 51),
    pow: (x) => random.pow(x, x < 1 ? 1 - x : 0.37),
    normalQuantile: (x) => random.normalQuantile(x / (1 + x)),
  };
  for (const [name, subject] of Object.entries(subjects)) {
    const hash = new ContentHash();
    for (const x of magnitudes(count)) hash.add(subject(x));
    yield [`function ${name}`, hash.digest()];
  }
}

function* streams(count) {
  const hash = new ContentHash();
  for (const name of ["arrivals", "absence/triage-nurse/1/2026-01-05"]) {
    for (const replication of [1, 2]) {
      const stream = random.createStream(2026, replication, name);
      for (let i = 0; i < count / 10; i++) hash.add(stream.open());
    }
  }
  yield ["streams", hash.digest()];
  const keyed = new ContentHash();
  const key = random.streamKey(2026, 1, "threads");
  for (let i = 0; i < count / 10; i++) keyed.add(random.keyedUniform(random.deriveKey(key, i, 1), i % 7, i));
  yield ["keyed draws", keyed.digest()];
}

const SPECS = [
  { type: "uniform", min: 2, max: 9 },
  { type: "triangular", min: 1, mode: 2, max: 7 },
  { type: "exponential", mean: 4 },
  { type: "gamma", mean: 5, sd: 4 },
  { type: "lognormal", mean: 9, sd: 14 },
  { type: "weibull", mean: 6, sd: 3 },
  { type: "erlang", stages: 3, mean: 6 },
  { type: "poisson", mean: 12 },
  { type: "negativeBinomial", mean: 3, shape: 0.13 },
  { type: "truncated", distribution: { type: "lognormal", mean: 5, sd: 4 }, max: 30 },
];

function* distributions(count) {
  for (const spec of SPECS) {
    const hash = new ContentHash();
    const distribution = random.createDistribution(spec);
    for (const mantissa of mantissas(count / 100)) hash.add(distribution.sample(mantissa - 1));
    yield [`distribution ${spec.type}`, hash.digest()];
  }
}

/** Two systems in the same worlds, by everything that is made of them. */
function comparison() {
  const stream = random.createStream(2026, 1, "worlds");
  const worlds = Array.from({ length: 24 }, () => {
    const weather = stream.uniform();
    return [0.1, 0].map((shift) => Array.from({ length: 40 }, () => weather + shift + stream.uniform()));
  });
  const [own, other] = [0, 1].map((side) => worlds.map((world) => world[side]));
  const sums = (samples) => samples.map((waits) => waits.reduce((sum, wait) => sum + wait, 0));
  const terms = (samples) => ({
    numerators: samples.map((waits) => waits.filter((wait) => wait < 1).length),
    denominators: samples.map((waits) => waits.length),
  });
  const differences = [
    stats.pairedMean(sums(own), sums(other)),
    stats.pairedRatio(terms(own), terms(other)),
    stats.pairedQuantile(own, other, 0.9, { stream }),
  ];
  const confidence = stats.jointConfidence(
    differences.map(({ deviations }) => deviations),
    { stream },
  );
  const kn = new stats.KnSelection([sums(own), sums(other)], {
    probability: 0.95,
    indifference: 0.1,
    better: "lower",
  });
  const hash = new ContentHash();
  hash.add([confidence, kn.most, ...kn.survivors]);
  for (const { estimate, sd, varianceRatio, at } of differences) {
    const { low, high } = at(confidence);
    hash.add([estimate, sd, varianceRatio, low, high]);
  }
  return ["comparison", hash.digest()];
}

/** Everything that `--keep full` writes, before it becomes text. */
function hashOfScenario({ text, offsets }, replications) {
  const { scenario, issues } = parseScenario(text);
  if (scenario === undefined)
    throw new Error(issues.map((issue) => `${issue.path}: ${issue.message}`).join("\n"));
  const perform = createPerformer();
  const job = { engine: "portability", scenario: scenario.canonicalText, offsets, seed: 2026, keep: "full" };
  const hash = new ContentHash();
  for (let replication = 1; replication <= replications; replication++)
    hash.add(perform({ ...job, replication }));
  return hash.digest();
}
