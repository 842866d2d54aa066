import { describe, expect, test } from "vitest";
import { createStream, normalQuantile, type Stream } from "../../src/random/index.ts";
import { type Group, nestedInterval, studentTQuantile, varianceComponents } from "../../src/stats/index.ts";

function groupOf(values: readonly number[]): Group {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { estimate: mean, variance: squares / (values.length - 1), units: values.length };
}

/** Yields of dyestuff [g] by batch. Davies, Statistical Methods in Research and Production (1947), table 6.1. */
const DYESTUFF = [
  [1545, 1440, 1440, 1520, 1580],
  [1540, 1555, 1490, 1560, 1495],
  [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545],
  [1595, 1630, 1515, 1635, 1625],
  [1520, 1455, 1450, 1480, 1445],
];

interface Model {
  readonly groups: number;
  readonly units: readonly number[];
  readonly sdBetween: number;
  readonly sdWithin: number;
}

function drawn(stream: Stream, { groups, units, sdBetween, sdWithin }: Model): readonly Group[] {
  return Array.from({ length: groups }, (_, i) => {
    const own = sdBetween * normalQuantile(stream.open());
    const count = units[i % units.length]!;
    return groupOf(Array.from({ length: count }, () => own + sdWithin * normalQuantile(stream.open())));
  });
}

describe("variance components", () => {
  test("are those published for the yields of dyestuff", () => {
    const { mean, between, within, noise, groups } = varianceComponents(DYESTUFF.map(groupOf));
    expect(groups).toBe(6);
    expect(mean).toBeCloseTo(1527.5, 10);
    expect(between).toBeCloseTo(1764.05, 8);
    expect(within).toBeCloseTo(2451.25, 8);
    expect(noise).toBeCloseTo(2451.25 / 5, 8);
  });

  test("are not biased by groups of different size; the spread of the estimates alone is", () => {
    const stream = createStream(1, 0, "unbalanced");
    const model = { groups: 20, units: [2, 2, 7], sdBetween: 1, sdWithin: 2 };
    let [between, spread] = [0, 0];
    for (let i = 0; i < 2000; i++) {
      const components = varianceComponents(drawn(stream, model));
      spread += components.spread / 2000;
      between += components.between / 2000;
    }
    // The noise of an estimate: 4 × (1/2 + 1/2 + 1/7) / 3, nearly (7 groups of 2, 7 of 2, 6 of 7).
    const noise = (4 * (14 / 2 + 6 / 7)) / 20;
    expect(Math.abs(spread - 1 - noise)).toBeLessThan(0.06);
    expect(Math.abs(between - 1)).toBeLessThan(0.1);
  });

  test("refuse a group of one, and numbers that are none", () => {
    expect(() => varianceComponents([{ estimate: 1, variance: 0, units: 1 }])).toThrow(RangeError);
    expect(() => varianceComponents([{ estimate: Number.NaN, variance: 0, units: 2 }])).toThrow(RangeError);
    expect(() => varianceComponents([{ estimate: 1, variance: Infinity, units: 2 }])).toThrow(RangeError);
  });
});

describe("the interval of a two-level experiment", () => {
  test("is all inputs where there is no noise: the order statistics that a further group keeps to", () => {
    const groups = Array.from({ length: 79 }, (_, i) => ({ estimate: i + 1, variance: 0, units: 2 }));
    const { low, high, estimate, share, chance, sdBetween, sdWithin } = nestedInterval(groups);
    // (79 + 1) × 2.5 % = 2: the second from either end.
    expect([low, estimate, high]).toEqual([2, 40, 78]);
    expect([share, sdWithin]).toEqual([1, 0]);
    expect(sdBetween).toBeCloseTo(Math.sqrt((79 * 80) / 12), 10);
    expect(chance).toEqual({ low: 40, high: 40 });
  });

  test("has the plain interval as what chance alone leaves, and where inputs do nothing only what so few groups cannot tell from nothing beside it", () => {
    const stream = createStream(2, 0, "no inputs");
    let [share, width, plain] = [0, 0, 0];
    for (let i = 0; i < 200; i++) {
      const groups = drawn(stream, { groups: 80, units: [2], sdBetween: 0, sdWithin: 1 });
      const found = nestedInterval(groups);
      const noise = groups.reduce((sum, { variance }) => sum + variance / 2, 0) / 80;
      const half = studentTQuantile(0.975, 79) * Math.sqrt(noise / 80);
      expect(found.chance.high - found.estimate).toBeCloseTo(half, 10);
      expect(found.low).toBeLessThanOrEqual(found.chance.low);
      if (found.sdBetween === 0) expect(found.share).toBe(0);
      share += found.sdBetween ** 2 / 200;
      width += (found.high - found.low) / 200;
      plain += (2 * half) / 200;
    }
    expect(share).toBeLessThan(0.05);
    expect(width / plain).toBeLessThan(7);
    expect(width).toBeLessThan(0.75 * 3.92 * Math.SQRT1_2);
  });

  test("covers a further group as often as it says; chance alone does not, and estimates as they are do too often", () => {
    const stream = createStream(3, 0, "nested coverage");
    const runs = 400;
    for (const sdBetween of [0.4, 1, 3]) {
      let [all, alone, raw] = [0, 0, 0];
      for (let i = 0; i < runs; i++) {
        const groups = drawn(stream, { groups: 40, units: [2], sdBetween, sdWithin: 1 });
        const truth = sdBetween * normalQuantile(stream.open());
        const { low, high, chance } = nestedInterval(groups);
        const sorted = groups.map(({ estimate }) => estimate).sort((a, b) => a - b);
        if (low <= truth && truth <= high) all += 1;
        if (chance.low <= truth && truth <= chance.high) alone += 1;
        if (sorted[0]! <= truth && truth <= sorted[39]!) raw += 1;
      }
      // 400 × 95 % = 380; below 365 has a probability of 0.0005.
      expect(all).toBeGreaterThanOrEqual(365);
      expect(alone).toBeLessThan(300);
      if (sdBetween === 0.4) expect(raw).toBeGreaterThan(398);
    }
  });

  test("ends where the range of what it estimates does", () => {
    const groups = Array.from({ length: 40 }, (_, i) => ({ estimate: i / 39, variance: 0, units: 2 }));
    const { low, high, expected } = nestedInterval(groups, 0.95, [0.1, 0.8]);
    expect([low, high]).toEqual([0.1, 0.8]);
    expect(expected.low).toBeGreaterThan(0.3);
  });

  test("says so of what has no end, and leaves open what so few groups do not bound", () => {
    const endless = Array.from({ length: 60 }, (_, i) => ({
      estimate: i < 57 ? i : Infinity,
      variance: i < 50 ? 1 : Number.NaN,
      units: 2,
    }));
    const found = nestedInterval(endless);
    expect([found.estimate, found.high]).toEqual([Infinity, Infinity]);
    expect(found.low).toBeCloseTo(61 * 0.025 - 1, 10);
    expect(found.share).toBeNaN();
    const few = nestedInterval(endless.slice(0, 20));
    expect([few.low, few.high]).toEqual([Number.NaN, Number.NaN]);
    expect(few.estimate).toBe(9.5);
    expect(nestedInterval([]).estimate).toBeNaN();
  });
});
