import { describe, expect, it } from "vitest";
import { discover } from "../../src/experiment/index.ts";
import { createStream, exp } from "../../src/random/index.ts";
import { plantedTable } from "../experiment/discovery/planted-table.ts";

const EXPERIMENTS = 200;
const options = { peel: 0.05, leastMass: 0.05 };

/** How often points fail by their numbers. */
const CASES: Readonly<Record<string, (point: readonly number[]) => number>> = {
  "a box": ([a, b]) => (a! > 0.6 && b! < 0.6 ? 0.85 : 0.1),
  "a slope": ([a, b]) => 1 / (1 + exp(-(6 * (a! - 0.6) + 4 * (b! - 0.5)))),
};

describe("what a discovered rule says of points it has not seen", () => {
  it.each(Object.entries(CASES))("is not biased, and its interval covers, over %s", (_, chance) => {
    let [rules, covered, flattered, bias] = [0, 0, 0, 0];
    for (let seed = 1; seed <= EXPERIMENTS; seed++) {
      const table = plantedTable({ seed, points: 80, factors: 5, worlds: 4, chance });
      const { rule } = discover(table, { ...options, seed });
      if (rule === undefined) continue;
      rules += 1;
      const stream = createStream(seed, 0, "unseen");
      let [inside, failing] = [0, 0];
      for (let i = 0; i < 10_000; i++) {
        const point = Array.from({ length: 5 }, () => stream.uniform());
        const holds = rule.conditions.every(({ path, operator, value }) => {
          const own = point[Number(path.slice(1))]!;
          return operator === ">" ? own > Number(value) : own < Number(value);
        });
        if (!holds) continue;
        inside += 1;
        failing += chance(point);
      }
      const truth = failing / inside;
      const { estimate, low, high } = rule.heldOut.density;
      if (low <= truth && truth <= high) covered += 1;
      bias += estimate - truth;
      flattered += rule.density - truth;
    }
    expect(rules).toBeGreaterThan(0.9 * EXPERIMENTS);
    expect(Math.abs(bias / rules)).toBeLessThan(0.02);
    expect(flattered / rules).toBeGreaterThan(bias / rules);
    // README.md beside `discover` says 80 to 97 of 100.
    expect(covered / rules).toBeGreaterThan(0.75);
  });
});
