import { describe, expect, test } from "vitest";
import { rowsIn } from "../../../src/experiment/discovery/box.ts";
import { peelingTrajectory } from "../../../src/experiment/discovery/peel.ts";
import { ruleOf, shortestBetween } from "../../../src/experiment/discovery/rule.ts";
import { plantedTable } from "./planted-table.ts";

const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("the peeling trajectory", () => {
  test("takes the end off that leaves most failing, worked out by hand", () => {
    const x = { path: "x", values: Float64Array.of(1, 2, 3, 4, 5) };
    const y = { path: "y", values: Float64Array.of(3, 1, 2, 5, 4) };
    const failing = Float64Array.of(0, 0, 1, 1, 1);
    // Off goes x = 1; then x = 2 (or y = 1, the same row, but x comes first); then everything fails.
    const boxes = peelingTrajectory([x, y], failing, rowsOf(5), { share: 0.2, least: 1 });
    expect(boxes.map((box) => rowsIn(box, [x, y], rowsOf(5)))).toEqual([
      [0, 1, 2, 3, 4],
      [1, 2, 3, 4],
      [2, 3, 4],
    ]);
    expect(boxes.at(-1)).toEqual([{ from: 3, to: Infinity }, undefined]);
  });

  test("is of nested boxes, none smaller than allowed, and takes ties together", () => {
    const { factors, failing } = plantedTable({
      seed: 1,
      points: 200,
      factors: 4,
      letters: 1,
      worlds: 2,
      chance: ([a, b]) => a! * b!,
    });
    const coarse = { ...factors[0]!, values: factors[0]!.values.map((x) => Math.floor(5 * x)) };
    const all = [coarse, ...factors.slice(1)];
    const sizes = peelingTrajectory(all, failing, rowsOf(200), { share: 0.1, least: 20 }).map((box) =>
      rowsIn(box, all, rowsOf(200)),
    );
    for (const [i, rows] of sizes.entries()) {
      expect(rows.length).toBeGreaterThanOrEqual(20);
      if (i > 0) expect(sizes[i - 1]).toEqual(expect.arrayContaining(rows));
      if (i > 0) expect(rows.length).toBeLessThan(sizes[i - 1]!.length);
    }
    expect(sizes.length).toBeGreaterThan(10);
  });

  test("prefers many small gains to one great loss of rows: a level with half of the points does not go for that alone", () => {
    // Level a has all that fails and half of what does not; the number tells failing from not failing by its end.
    const number = { path: "x", values: Float64Array.from(rowsOf(100)) };
    const letter = {
      path: "l",
      values: Float64Array.from(rowsOf(100), (i) => (i >= 60 ? i % 2 : 1 - (i % 2))),
      levels: ["a", "b"],
    };
    const failing = Float64Array.from(rowsOf(100), (i) => (i >= 60 && (i % 2 === 0 || i >= 70) ? 1 : 0));
    const [, first] = peelingTrajectory([letter, number], failing, rowsOf(100), { share: 0.05, least: 10 });
    expect(first![0]).toBeUndefined();
    expect(first![1]).toEqual({ from: 5, to: Infinity });
  });
});

describe("a rule", () => {
  test("has its ends between points, at the shortest number there", () => {
    expect(shortestBetween(21.3456, 21.4321)).toBe(21.4);
    expect(shortestBetween(0.1, 0.9)).toBe(0.5);
    expect(shortestBetween(-3.2, -1.1)).toBe(-2);
    expect(shortestBetween(1, 1 + 2 ** -52)).toBeGreaterThanOrEqual(1);
    const many = { path: "x", unit: "per day", values: Float64Array.from(rowsOf(30), (i) => i + 0.25) };
    expect(ruleOf([{ from: 10.25, to: 20.25 }], [many])).toMatchObject([
      { path: "x", unit: "per day", operator: ">", value: 10 },
      { operator: "<", value: 21 },
    ]);
  });

  test("of whole numbers or of few values says the last one inside, and one value by itself", () => {
    const whole = { path: "n", values: Float64Array.from(rowsOf(30)) };
    const few = { path: "f", values: Float64Array.from(rowsOf(30), (i) => (i % 3) / 4) };
    expect(
      ruleOf(
        [
          { from: 3, to: Infinity },
          { from: 0.25, to: Infinity },
        ],
        [whole, few],
      ),
    ).toMatchObject([
      { operator: ">=", value: 3 },
      { operator: ">=", value: 0.25 },
    ]);
    expect(ruleOf([undefined, { from: -Infinity, to: 0 }], [whole, few])).toMatchObject([
      { operator: "=", value: 0 },
    ]);
  });
});
