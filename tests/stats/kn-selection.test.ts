import { describe, expect, it } from "vitest";
import { createStream, normalQuantile, type Stream } from "../../src/random/index.ts";
import { KnSelection, type SelectionRule } from "../../src/stats/index.ts";
import { atMost } from "./binomial.ts";

const rule: SelectionRule = { probability: 0.9, indifference: 1, better: "higher" };
const FIRST = 10;

/** Systems with these means in the worlds of one stream, of which they feel a part in common. */
function worlds(s: Stream, means: readonly number[], common: number, sd = 3): () => readonly number[] {
  return () => {
    const weather = common * normalQuantile(s.open());
    return means.map(
      (mean) => mean + sd * (weather + Math.sqrt(1 - common * common) * normalQuantile(s.open())),
    );
  };
}

/** Runs a selection to its end: who is left, and what it cost. */
function select(draw: () => readonly number[], asked: SelectionRule, block: number, first = FIRST) {
  const begin = Array.from({ length: first }, draw);
  const selection = new KnSelection(
    begin[0]!.map((_, system) => begin.map((world) => world[system]!)),
    asked,
  );
  let spent = first * begin[0]!.length;
  while (selection.survivors.length > 1) {
    const next = Array.from({ length: block }, draw);
    spent += block * selection.survivors.length;
    selection.add(selection.survivors.map((system) => next.map((world) => world[system]!)));
  }
  return { best: selection.survivors[0]!, count: selection.count, spent };
}

/** The procedure as the paper lists its steps, one replication at a time. */
function byThePaper(draw: () => readonly number[], alpha: number, delta: number, n0: number) {
  const seen = Array.from({ length: n0 }, draw);
  const k = seen[0]!.length;
  const eta = 0.5 * (((2 * alpha) / (k - 1)) ** (-2 / (n0 - 1)) - 1);
  const h2 = 2 * eta * (n0 - 1);
  const mean = (i: number) => seen.reduce((sum, world) => sum + world[i]!, 0) / seen.length;
  const squared = (i: number, l: number) => {
    const gap = mean(i) - mean(l);
    return seen.reduce((sum, world) => sum + (world[i]! - world[l]! - gap) ** 2, 0) / (n0 - 1);
  };
  const s2 = Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_each, l) => squared(i, l)));
  let left = Array.from({ length: k }, (_, i) => i);
  for (;;) {
    const r = seen.length;
    const w = (i: number, l: number) => Math.max(0, (delta / (2 * r)) * ((h2 * s2[i]![l]!) / delta ** 2 - r));
    left = left.filter((i) => left.every((l) => l === i || mean(i) >= mean(l) - w(i, l)));
    if (left.length === 1) return { best: left[0]!, count: r };
    seen.push(draw());
  }
}

describe("the selection of the best", () => {
  it("takes the steps of the paper", () => {
    for (let trial = 0; trial < 40; trial++) {
      const draw = () => worlds(createStream(41, trial, "paper"), [0, 0.4, 1, 0.2], 0.6);
      const { best, count } = select(draw(), rule, 1);
      expect({ best, count }).toEqual(byThePaper(draw(), 0.1, 1, FIRST));
    }
  });

  it.each([
    ["one replication", 1],
    ["blocks of 15", 15],
  ])(
    "finds the one that leads by the indifference zone as often as it promises, looking after %s; a look at the first replications does not",
    (_, block) => {
      const trials = 600;
      const means = [0, 0, 1, 0, 0];
      let right = 0;
      let rightAtOnce = 0;
      for (let trial = 0; trial < trials; trial++) {
        const stream = () => createStream(43, trial, "slippage");
        if (select(worlds(stream(), means, 0.7), rule, block).best === 2) right += 1;
        const draw = worlds(stream(), means, 0.7);
        const first = Array.from({ length: FIRST }, draw);
        const sums = means.map((_each, system) => first.reduce((sum, world) => sum + world[system]!, 0));
        if (sums[2] === Math.max(...sums)) rightAtOnce += 1;
      }
      expect(atMost(right, trials, 0.9)).toBeGreaterThan(1e-4);
      expect(atMost(rightAtOnce, trials, 0.9)).toBeLessThan(1e-4);
    },
  );

  it("spends on those that are near the best, and less the more they have in common", () => {
    const spentOn = (means: readonly number[], common: number) => {
      let spent = 0;
      for (let trial = 0; trial < 100; trial++) {
        spent += select(worlds(createStream(47, trial, "spent"), means, common), rule, 5).spent;
      }
      return spent;
    };
    expect(spentOn([0, -20, -20, 1], 0.5)).toBeLessThan(0.7 * spentOn([0, 0, 0, 1], 0.5));
    expect(spentOn([0, 0, 0, 1], 0.95)).toBeLessThan(0.3 * spentOn([0, 0, 0, 1], 0));
  });

  it("finds the lowest where lower is better", () => {
    const [up, down] = [
      worlds(createStream(5, 0, "x"), [3, 9, 6], 0),
      worlds(createStream(5, 0, "x"), [-3, -9, -6], 0),
    ];
    expect(select(up, rule, 5).best).toBe(1);
    expect(select(down, { ...rule, better: "lower" }, 5).best).toBe(1);
  });

  it("ends in time it knows beforehand", () => {
    const s = createStream(6, 0, "most");
    const draw = worlds(s, [0, 0.1], 0);
    const begin = Array.from({ length: FIRST }, draw);
    const selection = new KnSelection(
      [0, 1].map((system) => begin.map((world) => world[system]!)),
      rule,
    );
    const { most } = selection;
    expect(most).toBeGreaterThan(50);
    while (selection.survivors.length > 1) {
      const next = draw();
      selection.add(next.map((value) => [value]));
      expect(selection.count).toBeLessThanOrEqual(most);
    }
  });

  it("keeps the first of systems that are the same in every world", () => {
    const values = Array.from({ length: FIRST }, (_, i) => i * 0.1);
    expect(new KnSelection([values, values, values], rule).survivors).toEqual([0]);
    const apart = values.map((value) => value + 0.01);
    expect(new KnSelection([values, apart], rule).survivors).toEqual([1]);
  });

  it("refuses what it cannot select from", () => {
    expect(() => new KnSelection([[1, 2]], rule)).toThrow("two systems or more");
    expect(() => new KnSelection([[1], [2]], rule)).toThrow("two replications or more");
    expect(() => new KnSelection([[1, 2], [1]], rule)).toThrow("as many for all");
    expect(
      () =>
        new KnSelection(
          [
            [1, 2],
            [1, Infinity],
          ],
          rule,
        ),
    ).toThrow("finite");
    expect(
      () =>
        new KnSelection(
          [
            [1, 2],
            [1, 3],
          ],
          { ...rule, probability: 0.5 },
        ),
    ).toThrow("between 1 / 2 and 1");
    expect(
      () =>
        new KnSelection(
          [
            [1, 2],
            [1, 3],
          ],
          { ...rule, indifference: 0 },
        ),
    ).toThrow("must be positive");
    const selection = new KnSelection(
      [
        [1, 9, 4],
        [5, 2, 3],
      ],
      { ...rule, indifference: 0.1 },
    );
    expect(() => selection.add([[1]])).toThrow("every survivor");
  });
});
