import { describe, expect, it } from "vitest";
import { sobolDesign } from "../../../src/experiment/sensitivity/sobol-design.ts";
import { sobolIndices } from "../../../src/experiment/sensitivity/sobol-indices.ts";
import { createStream } from "../../../src/random/index.ts";
import {
  G_FUNCTION,
  ISHIGAMI,
  type KnownFunction,
  type Noise,
  numbers,
  simulated,
} from "./known-functions.ts";

const options = (seed: number, resamples = 100) => ({ stream: createStream(seed, 0, "test"), resamples });
const noNoise: Noise = () => 0;

function indicesOf(
  known: KnownFunction,
  {
    rows,
    noise,
    replications,
    common,
    seed,
  }: { rows: number; noise: Noise; replications: number; common: number; seed: number },
) {
  const design = sobolDesign(numbers(known.inputs), rows, seed);
  const values = simulated(design, known.of, { noise, replications, common, seed });
  return { values, indices: sobolIndices(values, known.inputs, options(seed)) };
}

/** Mean of squared differences over their variance: what one would compute who takes means of replications for expectations. */
function uncorrectedTotals(values: readonly Float64Array[], inputs: number): readonly number[] {
  const mean = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0) / x.length;
  const means = values.map(mean);
  const stride = inputs + 2;
  const rows = means.length / stride;
  const ends = means.filter((_, i) => i % stride < 2);
  const middle = mean(Float64Array.from(ends));
  const variance = ends.reduce((sum, value) => sum + (value - middle) ** 2, 0) / ends.length;
  return Array.from({ length: inputs }, (_, i) => {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += (means[r * stride]! - means[r * stride + 2 + i]!) ** 2;
    return sum / (2 * rows) / variance;
  });
}

const farthest = (found: readonly number[], known: readonly number[]) =>
  Math.max(...found.map((value, i) => Math.abs(value - known[i]!)));

describe("Sobol' indices", () => {
  it.each([ISHIGAMI, G_FUNCTION])("are those known of $name", (known) => {
    const { indices } = indicesOf(known, { rows: 2048, noise: noNoise, replications: 2, common: 0, seed: 1 });
    const of = (list: typeof indices.first) => list.map(({ estimate }) => estimate);
    expect(farthest(of(indices.first), known.first)).toBeLessThan(0.02);
    expect(farthest(of(indices.total), known.total)).toBeLessThan(0.02);
    expect(indices.variance.estimate / known.variance).toBeCloseTo(1, 2);
    expect(indices.seedShare.estimate).toBe(0);
  });

  // Noise with the variance of the function itself, and four times as much of it at one end of an input as at the other.
  const noisy = ({ variance }: KnownFunction): Noise => {
    const sd = Math.sqrt(variance / 2.5);
    return (u) => sd * Math.sqrt(1 + 3 * u[0]!);
  };

  it.each([
    { known: ISHIGAMI, common: 0 },
    { known: ISHIGAMI, common: 0.9 },
    { known: G_FUNCTION, common: 0 },
    { known: G_FUNCTION, common: 0.9 },
  ])(
    "stay those of the expected response under noise that differs from point to point: $known.name, of which $common is common",
    ({ known, common }) => {
      const noise = noisy(known);
      const { values, indices } = indicesOf(known, { rows: 4096, noise, replications: 2, common, seed: 2 });
      const of = (list: typeof indices.first) => list.map(({ estimate }) => estimate);
      const most = 0.05;
      expect(farthest(of(indices.first), known.first)).toBeLessThan(most);
      expect(farthest(of(indices.total), known.total)).toBeLessThan(most);
      expect(Math.abs(indices.variance.estimate / known.variance - 1)).toBeLessThan(most);
      // The mean of 1 + 3u is 2.5.
      expect(Math.abs(indices.seedShare.estimate - 0.5)).toBeLessThan(0.01);
      // Without the correction, noise is taken for what the inputs do.
      expect(farthest(uncorrectedTotals(values, known.inputs), known.total)).toBeGreaterThan(2 * most);
    },
  );

  it("find nothing where an input does nothing, exactly where worlds are common", () => {
    const known: KnownFunction = { ...G_FUNCTION, of: (u) => u[0]! };
    const { indices } = indicesOf(known, { rows: 64, noise: () => 0.3, replications: 3, common: 1, seed: 3 });
    for (const i of [1, 2, 3, 4]) {
      expect(Math.abs(indices.total[i]!.estimate)).toBeLessThan(1e-12);
      expect(Math.abs(indices.first[i]!.estimate)).toBeLessThan(1e-12);
    }
  });

  it("are not claimed where the inputs move less than can be told from chance", () => {
    const { indices } = indicesOf(
      { ...ISHIGAMI, of: () => 5 },
      { rows: 32, noise: () => 1, replications: 2, common: 0, seed: 4 },
    );
    expect(indices.total.every(({ low, high }) => Number.isNaN(low) && Number.isNaN(high))).toBe(true);
    expect(indices.seedShare.estimate).toBeGreaterThan(0.8);
  });

  it("take a choice for what it is: the part of the variance that lies between its values", () => {
    const range = { kind: "choice", values: ["a", "b", "c"] } as const;
    const inputs = [{ range }, ...numbers(1)];
    const design = sobolDesign(inputs, 1024, 5);
    const of = (u: readonly number[]) => [0, 1, 5][Math.floor(u[0]! * 3)]! + u[1]!;
    const values = simulated(design, of, { noise: noNoise, replications: 2, common: 0, seed: 5 });
    const between = (0 + 1 + 25) / 3 - 4;
    const known = [between, 1 / 12].map((v) => v / (between + 1 / 12));
    const { first, total } = sobolIndices(values, 2, options(5));
    for (const list of [first, total]) {
      expect(
        farthest(
          list.map(({ estimate }) => estimate),
          known,
        ),
      ).toBeLessThan(0.01);
    }
  });
});
