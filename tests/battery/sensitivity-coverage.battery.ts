import { describe, expect, it } from "vitest";
import { elementaryEffects } from "../../src/experiment/sensitivity/elementary-effects.ts";
import { morrisDesign } from "../../src/experiment/sensitivity/morris-design.ts";
import { sobolDesign } from "../../src/experiment/sensitivity/sobol-design.ts";
import { sobolIndices } from "../../src/experiment/sensitivity/sobol-indices.ts";
import { createStream } from "../../src/random/index.ts";
import {
  G_FUNCTION,
  ISHIGAMI,
  type Noise,
  numbers,
  simulated,
} from "../experiment/sensitivity/known-functions.ts";

const EXPERIMENTS = 1000;
const ROWS = 128;

/** How many of the intervals hold what is known, one by one. */
function covered(
  intervals: readonly { readonly low: number; readonly high: number }[],
  known: readonly number[],
) {
  return intervals.map(({ low, high }, i) => low <= known[i]! && known[i]! <= high);
}

describe("intervals of sensitivity", () => {
  it.each([ISHIGAMI, G_FUNCTION])("cover Sobol' indices of $name under noise", (known) => {
    const sd = Math.sqrt(known.variance / 2.5);
    const noise: Noise = (u) => sd * Math.sqrt(1 + 3 * u[0]!);
    const counts = new Map<string, number>();
    let uncorrected = 0;
    for (let seed = 1; seed <= EXPERIMENTS; seed++) {
      const design = sobolDesign(numbers(known.inputs), ROWS, seed);
      const values = simulated(design, known.of, { noise, replications: 2, common: 0.7, seed });
      const stream = createStream(seed, 0, "coverage");
      const { first, total, variance, seedShare } = sobolIndices(values, known.inputs, {
        stream,
        resamples: 400,
      });
      // Means of replications, taken for what is expected: as if a second one had given the same.
      const means = values.map((row) => row.map(() => (row[0]! + row[1]!) / 2));
      const naive = sobolIndices(means, known.inputs, {
        stream: createStream(seed, 0, "naive"),
        resamples: 400,
      });
      uncorrected += Number(covered([naive.variance], [known.variance])[0]);
      const held = {
        first: covered(first, known.first),
        total: covered(total, known.total),
        variance: covered([variance], [known.variance]),
        seedShare: covered([seedShare], [0.5]),
      };
      for (const [name, each] of Object.entries(held)) {
        each.forEach((is, i) => {
          const key = `${name} ${i + 1}`;
          counts.set(key, (counts.get(key) ?? 0) + Number(is));
        });
      }
    }
    const shares = Object.fromEntries([...counts].map(([name, count]) => [name, count / EXPERIMENTS]));
    console.info(known.name, shares);
    for (const [name, share] of Object.entries(shares)) {
      expect(share, name).toBeGreaterThan(0.92);
    }
    expect(uncorrected / EXPERIMENTS).toBeLessThan(0.5);
  });

  it("cover mean elementary effects, and their sizes where these are larger than noise", () => {
    const counts = [0, 0, 0];
    for (let seed = 1; seed <= EXPERIMENTS; seed++) {
      const design = morrisDesign(numbers(3), 20, seed);
      // An effect of the first is 4 plus the second's u, of mean 1/2.
      const of = (u: readonly number[]) => 4 * u[0]! + u[0]! * u[1]!;
      const noise: Noise = (u) => 0.4 * Math.sqrt(1 + 3 * u[0]!);
      const values = simulated(design, of, { noise, replications: 2, common: 0.7, seed });
      const steps = (input: number) =>
        Array.from({ length: 20 }, (_, t) => {
          const { from, to, change } = design.stepOf(t, input);
          return { from: values[from - 1]!, to: values[to - 1]!, change };
        });
      const options = { stream: createStream(seed, 0, "coverage"), resamples: 400 };
      const [x, z] = [elementaryEffects(steps(0), options), elementaryEffects(steps(2), options)];
      const held = [...covered([x.mu, x.muStar], [4.5, 4.5]), ...covered([z.mu], [0])];
      held.forEach((is, i) => {
        counts[i]! += Number(is);
      });
    }
    const shares = counts.map((count) => count / EXPERIMENTS);
    console.info("elementary effects", shares);
    for (const share of shares) expect(Math.abs(share - 0.95)).toBeLessThan(0.03);
  });
});
