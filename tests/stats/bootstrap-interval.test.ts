import { describe, expect, test } from "vitest";
import { createStream } from "../../src/random/index.ts";
import { bootstrapInterval, meanInterval } from "../../src/stats/index.ts";

const stream = (name: string) => createStream(5, 0, name);
const values = (name: string, n: number) => {
  const source = stream(name);
  return Float64Array.from({ length: n }, () => -3 + 8 * source.uniform() ** 2);
};
const meanOf = (data: Float64Array) => (weights: Int32Array) => {
  let [sum, all] = [0, 0];
  weights.forEach((weight, i) => {
    sum += weight * data[i]!;
    all += weight;
  });
  return sum / all;
};

describe("the bootstrap interval of a statistic", () => {
  test("of a mean is near Student's", () => {
    const data = values("a", 40);
    const own = bootstrapInterval(40, meanOf(data), { stream: stream("b"), resamples: 4000 });
    const { estimate, low, high, halfWidth } = meanInterval(data);
    expect(own.estimate).toBeCloseTo(estimate, 12);
    expect(Math.abs(own.low - low)).toBeLessThan(0.15 * halfWidth);
    expect(Math.abs(own.high - high)).toBeLessThan(0.15 * halfWidth);
  });

  test("covers about as often as it says, and half of it does not", () => {
    const truth = -3 + 8 / 3;
    let [covered, byHalf] = [0, 0];
    for (let i = 0; i < 300; i += 1) {
      const { low, high, estimate } = bootstrapInterval(20, meanOf(values(`c${i}`, 20)), {
        stream: stream(`d${i}`),
        resamples: 200,
      });
      if (low <= truth && truth <= high) covered += 1;
      if ((low + estimate) / 2 <= truth && truth <= (high + estimate) / 2) byHalf += 1;
    }
    expect(covered).toBeGreaterThan(0.91 * 300);
    expect(byHalf).toBeLessThan(0.85 * 300);
  });

  test("of few replications ends where the statistic does", () => {
    const data = [0, 0, 3];
    const of = (range?: readonly [number, number]) =>
      bootstrapInterval(3, meanOf(Float64Array.from(data)), { stream: stream("f"), ...(range && { range }) });
    expect(of().low).toBeLessThan(0);
    expect(of().high).toBeGreaterThan(3);
    expect(of([0, 2])).toMatchObject({ estimate: 1, low: 0, high: 2 });
  });

  test("takes statistics without end, has no ends for one world, and refuses what is no number", () => {
    const endless = bootstrapInterval(3, (weights) => (weights[0]! > 0 ? Infinity : 1), {
      stream: stream("e"),
    });
    expect(endless).toMatchObject({ estimate: Infinity, low: 1, high: Infinity });
    const one = bootstrapInterval(1, () => 4, { stream: stream("e") });
    expect([one.estimate, one.low, one.high]).toEqual([4, Number.NaN, Number.NaN]);
    expect(() => bootstrapInterval(3, () => Number.NaN, { stream: stream("e") })).toThrow(RangeError);
  });
});
