import { describe, expect, it } from "vitest";
import { elementaryEffects } from "../../../src/experiment/sensitivity/elementary-effects.ts";
import { morrisDesign } from "../../../src/experiment/sensitivity/morris-design.ts";
import { createStream } from "../../../src/random/index.ts";
import { type Noise, numbers, simulated } from "./known-functions.ts";

const TRAJECTORIES = 400;

function effectsOf(
  of: (u: readonly number[]) => number,
  noise: Noise,
  { inputs = 3, common = 0, replications = 2, trajectories = TRAJECTORIES } = {},
) {
  const design = morrisDesign(numbers(inputs), trajectories, 7);
  const values = simulated(design, of, { noise, replications, common, seed: 7 });
  return Array.from({ length: inputs }, (_, input) => {
    const steps = Array.from({ length: trajectories }, (_, t) => {
      const { from, to, change } = design.stepOf(t, input);
      return { from: values[from - 1]!, to: values[to - 1]!, change };
    });
    const naive = steps.map(
      ({ from, to, change }) => from.reduce((sum, y, j) => sum + (to[j]! - y) / change, 0) / from.length,
    );
    return {
      ...elementaryEffects(steps, { stream: createStream(7, 0, "test"), resamples: 100 }),
      naiveSize: naive.reduce((sum, effect) => sum + Math.abs(effect), 0) / naive.length,
    };
  });
}

/** 3x − 2y, and z which does nothing. */
const linear = ([x, y]: readonly number[]) => 3 * x! - 2 * y!;
/** x times y: an effect of x is y, which is each quarter's middle as often. */
const product = ([x, y]: readonly number[]) => x! * y!;

describe("elementary effects", () => {
  it("are the slopes of what is linear, without any spread", () => {
    const [x, y, z] = effectsOf(linear, () => 0);
    expect(
      [x!.mu.estimate, x!.muStar.estimate, x!.sigma.estimate].map((v) => Math.round(v * 1e9) / 1e9),
    ).toEqual([3, 3, 0]);
    expect([y!.mu.estimate, y!.muStar.estimate].map((v) => Math.round(v * 1e9) / 1e9)).toEqual([-2, 2]);
    expect([z!.mu.estimate, z!.muStar.estimate, z!.sigma.estimate]).toEqual([0, 0, 0]);
  });

  it("spread as far as another input lets them", () => {
    const [x] = effectsOf(product, () => 0);
    expect(x!.mu.estimate).toBeCloseTo(0.5, 1);
    // Of the four middles of quarters, by chance on the way of 400 trajectories.
    expect(Math.abs(x!.sigma.estimate / Math.sqrt(5 / 64) - 1)).toBeLessThan(0.05);
  });

  it.each([0, 0.9])("are the same under noise, of which %f is common to a trajectory", (common) => {
    const noise: Noise = (u) => 0.3 * Math.sqrt(1 + 3 * u[0]!);
    const [x, y, z] = effectsOf(linear, noise, { common, replications: 4 });
    expect(Math.abs(x!.mu.estimate - 3)).toBeLessThan(0.15);
    expect(Math.abs(x!.muStar.estimate - 3)).toBeLessThan(0.15);
    expect(Math.abs(y!.muStar.estimate - 2)).toBeLessThan(0.15);
    expect(Math.abs(z!.muStar.estimate)).toBeLessThan(0.1);
    expect(z!.sigma.estimate).toBeLessThan(0.25);
    // The plain mean of sizes calls noise an effect.
    if (common === 0) expect(z!.naiveSize).toBeGreaterThan(0.4);
  });

  it("visit every quarter of a range alike, each trajectory changing every input once", () => {
    const design = morrisDesign(numbers(5), 8, 3);
    const starts = [0.125, 0.375, 0.625, 0.875].map(() => 0);
    for (let t = 0; t < 8; t++) {
      starts[Math.floor(design.at(t * 6 + 1)[2]! * 4)]! += 1;
      const changed = Array.from({ length: 5 }, (_, s) => {
        const [a, b] = [design.at(t * 6 + s + 1), design.at(t * 6 + s + 2)];
        const moved = a.flatMap((u, i) => (u === b[i] ? [] : [i]));
        expect(moved).toHaveLength(1);
        const { from, to, change } = design.stepOf(t, moved[0]!);
        expect([from, to]).toEqual([t * 6 + s + 1, t * 6 + s + 2]);
        expect(b[moved[0]!]! - a[moved[0]!]!).toBe(change);
        return moved[0]!;
      });
      expect([...changed].sort()).toEqual([0, 1, 2, 3, 4]);
    }
    expect(starts).toEqual([2, 2, 2, 2]);
  });

  it("go from a choice to another, each change as often as any", () => {
    const range = { kind: "choice", values: ["a", "b", "c"] } as const;
    const design = morrisDesign([{ range }], 12, 3);
    const counts = new Map<string, number>();
    for (let t = 0; t < 12; t++) {
      const { from, to } = design.stepOf(t, 0);
      const key = [from, to].map((point) => Math.floor(design.at(point)[0]! * 3)).join(">");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(["0>1", "0>2", "1>0", "1>2", "2>0", "2>1"]);
    expect([...counts.values()]).toEqual([2, 2, 2, 2, 2, 2]);
  });
});
