import type { InputKind, SensitivityDesign } from "../../../src/experiment/sensitivity/sensitivity-design.ts";
import { createStream, normalQuantile } from "../../../src/random/index.ts";

/** A function of the unit cube whose Sobol' indices are known. */
export interface KnownFunction {
  readonly name: string;
  readonly inputs: number;
  readonly of: (u: readonly number[]) => number;
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/** Ishigami and Homma 1990: sin x + a sin² y + b z⁴ sin x over (−π, π)³. */
export const ISHIGAMI: KnownFunction = (() => {
  const [a, b] = [7, 0.1];
  const pi = Math.PI;
  const x = (1 + (b * pi ** 4) / 5) ** 2 / 2;
  const y = a ** 2 / 8;
  const xz = (b ** 2 * pi ** 8 * 8) / 225;
  const variance = x + y + xz;
  return {
    name: "Ishigami's function",
    inputs: 3,
    of: (u) => {
      const [p, q, r] = u.map((each) => (2 * each - 1) * pi) as [number, number, number];
      return Math.sin(p) + a * Math.sin(q) ** 2 + b * r ** 4 * Math.sin(p);
    },
    variance,
    first: [x / variance, y / variance, 0],
    total: [(x + xz) / variance, y / variance, xz / variance],
  };
})();

/** Sobol's g: the product of (|4u − 2| + a) / (1 + a). */
export const G_FUNCTION: KnownFunction = (() => {
  const a = [0, 1, 4.5, 9, 99];
  const own = a.map((each) => 1 / (3 * (1 + each) ** 2));
  const variance = own.reduce((product, v) => product * (1 + v), 1) - 1;
  return {
    name: "the g-function",
    inputs: a.length,
    of: (u) => u.reduce((product, each, i) => (product * (Math.abs(4 * each - 2) + a[i]!)) / (1 + a[i]!), 1),
    variance,
    first: own.map((v) => v / variance),
    total: own.map((v) => (v * (variance + 1)) / (1 + v) / variance),
  };
})();

/** Standard deviation of a replication at a point, as a function of where the point is. */
export type Noise = (u: readonly number[]) => number;

/** Inputs without any meaning. */
export function numbers(count: number): readonly InputKind[] {
  const range = { kind: "number", low: 0, high: 1, written: 0.5, unit: "", shape: "uniform" } as const;
  return Array.from({ length: count }, () => ({ range }));
}

/**
 * What a simulation with that expectation and that noise would give at each point of a design. `common` is the part of the noise (in standard
 * deviations) which all points of a set have in common, as points in the same worlds do.
 */
export function simulated(
  design: SensitivityDesign,
  of: (u: readonly number[]) => number,
  { noise, replications, common, seed }: { noise: Noise; replications: number; common: number; seed: number },
): readonly Float64Array[] {
  const stream = createStream(seed, 0, "noise of a test");
  const normal = () => normalQuantile(stream.open());
  const worlds = Array.from({ length: design.sets }, () => Array.from({ length: replications }, normal));
  const own = Math.sqrt(1 - common * common);
  return Array.from({ length: design.size }, (_, i) => {
    const u = design.at(i + 1).map((each) => each ?? 0.5);
    const world = worlds[design.setOf(i + 1)]!;
    return Float64Array.from(world, (shared) => of(u) + noise(u) * (common * shared + own * normal()));
  });
}
