import { describe, expect, test } from "vitest";
import { type Discovery, discover } from "../../../src/experiment/index.ts";
import { plantedTable } from "./planted-table.ts";

const options = { seed: 1, peel: 0.05, leastMass: 0.05 };
const said = ({ rule }: Discovery) => rule?.conditions.map(({ path, operator }) => `${path} ${operator}`);
const endOf = ({ rule }: Discovery, path: string) =>
  rule?.conditions.find((condition) => condition.path === path)?.value as number;

describe("scenario discovery", () => {
  test.each([2, 5, 10])("recovers a box planted in %i dimensions, and nothing else", (factors) => {
    const table = plantedTable({
      seed: 3,
      points: 150,
      factors,
      worlds: 4,
      chance: ([a, b]) => (a! > 0.6 && b! < 0.5 ? 0.9 : 0.05),
    });
    const found = discover(table, options);
    expect(found.verdict).toBe("rule");
    expect(said(found)).toEqual(["x0 >", "x1 <"]);
    expect(endOf(found, "x0")).toBeGreaterThan(0.56);
    expect(endOf(found, "x0")).toBeLessThan(0.64);
    expect(endOf(found, "x1")).toBeGreaterThan(0.45);
    expect(endOf(found, "x1")).toBeLessThan(0.55);
    const { density, coverage, heldOut, conditions } = found.rule!;
    expect(density).toBeGreaterThan(0.8);
    expect(coverage).toBeGreaterThan(0.7);
    expect(heldOut.density.low).toBeLessThan(0.9);
    expect(heldOut.density.high).toBeGreaterThan(0.8);
    for (const { folds, quasiP } of conditions) {
      expect(folds).toBeGreaterThanOrEqual(9);
      expect(quasiP).toBeLessThan(0.01);
    }
  });

  test("finds a span with two ends, and levels without order", () => {
    const table = plantedTable({
      seed: 5,
      points: 300,
      factors: 5,
      letters: 2,
      worlds: 2,
      chance: ([a, , , letter]) => (a! > 0.3 && a! < 0.75 && (letter === 1 || letter === 3) ? 0.95 : 0.05),
    });
    const found = discover(table, options);
    expect(said(found)?.sort()).toEqual(["x0 <", "x0 >", "x3 one of"]);
    expect(found.rule!.conditions.find(({ path }) => path === "x3")?.value).toEqual(["b", "d"]);
  });

  test("takes shares as they are: half of the worlds at each point of a box is a box too", () => {
    const table = plantedTable({ seed: 2, points: 120, factors: 3, worlds: 1, chance: () => 0 });
    const [x0] = table.factors;
    const failing = Float64Array.from(x0!.values, (x) => (x > 0.7 ? 0.5 : 0.1));
    const found = discover({ ...table, failing }, options);
    expect(said(found)).toEqual(["x0 >"]);
    expect(found.rule!.density).toBeCloseTo(0.5, 12);
    const inside = x0!.values.filter((x) => x > 0.7).length;
    expect(found.rule!.coverage).toBeCloseTo((0.5 * inside) / (0.5 * inside + 0.1 * (120 - inside)), 12);
  });

  test("says that there is no rule where there is none, and is wrong about that as seldom as it says", () => {
    let rules = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const table = plantedTable({ seed, points: 50, factors: 4, letters: 1, worlds: 3, chance: () => 0.3 });
      const found = discover(table, { ...options, seed });
      if (found.verdict === "rule") rules += 1;
      else expect(found.verdict).toBe("none");
    }
    // Of 25, more than 5 have a probability of 0.0012 at a level of 0.05.
    expect(rules).toBeLessThanOrEqual(5);
  });

  test("sees no rule any more once failing is dealt out to other points", () => {
    const table = plantedTable({
      seed: 3,
      points: 100,
      factors: 4,
      worlds: 4,
      chance: ([a]) => (a! > 0.6 ? 0.9 : 0.05),
    });
    expect(discover(table, options).verdict).toBe("rule");
    const failing = table.failing.map((_, i) => table.failing[(61 * i + 3) % 100]!);
    expect(discover({ ...table, failing }, options).verdict).toBe("none");
  });

  test("has nothing to tell apart where everything or nothing fails", () => {
    const table = plantedTable({ seed: 1, points: 30, factors: 2, worlds: 1, chance: () => 0 });
    expect(discover(table, options)).toMatchObject({ verdict: "never", failing: 0 });
    const failing = table.failing.map(() => 1);
    expect(discover({ ...table, failing }, options)).toMatchObject({ verdict: "always", failing: 1 });
  });

  test("does not depend on the scale of a factor", () => {
    const table = plantedTable({
      seed: 4,
      points: 100,
      factors: 3,
      worlds: 3,
      chance: ([a, b]) => (a! + b! > 1.2 ? 0.8 : 0.1),
    });
    const [x0, ...others] = table.factors;
    const bent = { ...x0!, values: x0!.values.map((x) => 7 * x * x * x) };
    const found = discover(table, options);
    const again = discover({ ...table, factors: [bent, ...others] }, options);
    expect(found.verdict).toBe("rule");
    expect(again.inside).toEqual(found.inside);
    expect(said(again)).toEqual(said(found));
  });

  test("counts alike what lies in a box, and the rows that it says lie in it", () => {
    const table = plantedTable({
      seed: 7,
      points: 200,
      factors: 3,
      worlds: 5,
      chance: ([a]) => a! * a!,
    });
    const { rule, inside, tradeOffs, failing } = discover(table, options);
    const rows = table.points.map((_, i) => i).filter((i) => inside[i]);
    const sum = (list: readonly number[]) => list.reduce((total, i) => total + table.failing[i]!, 0);
    expect(rule!.points).toBe(rows.length);
    expect(rule!.density).toBeCloseTo(sum(rows) / rows.length, 12);
    expect(rule!.coverage).toBeCloseTo(sum(rows) / sum(table.points.map((_, i) => i)), 12);
    const above = rule!.conditions.map(({ path, operator, value }) => {
      expect([path, operator]).toEqual(["x0", ">"]);
      return value as number;
    });
    expect(rows).toEqual(
      table.points.map((_, i) => i).filter((i) => table.factors[0]!.values[i]! > above[0]!),
    );
    for (const each of tradeOffs) {
      expect(each.density * each.mass).toBeCloseTo(each.coverage * failing, 12);
      expect(each.points).toBe(Math.round(200 * each.mass));
    }
    expect(tradeOffs[0]).toMatchObject({ points: 200, mass: 1, coverage: 1, conditions: [] });
  });

  test("needs twenty points", () => {
    const table = plantedTable({ seed: 1, points: 19, factors: 2, worlds: 1, chance: () => 0.5 });
    expect(() => discover(table, options)).toThrow(RangeError);
  });
});
