import { describe, expect, test } from "vitest";
import { type CountedVolume, fittedCrossing } from "../../src/experiment/fitted-crossing.ts";
import { createStream } from "../../src/random/index.ts";

const WORLDS = 8;
const MONTHS = 12;

/** Worlds whose months fall short, each by itself, with a risk that is logistic in the logarithm of volume: 5 % at `crossing`. */
function volumesOf(seed: number, crossing: number, growths: readonly number[]): readonly CountedVolume[] {
  const level = Math.log(0.05 / 0.95);
  const uniforms = createStream(seed, 0, "months");
  const months = Array.from({ length: WORLDS }, () =>
    Array.from({ length: MONTHS }, () => uniforms.uniform()),
  );
  return growths.map((growth) => {
    const risk = 1 / (1 + Math.exp(-(level + 8 * (Math.log1p(growth) - Math.log1p(crossing)))));
    return {
      growth,
      months: [
        {
          numerators: months.map((world) => world.filter((chance) => chance < risk).length),
          denominators: months.map(() => MONTHS),
        },
      ],
    };
  });
}

const GROWTHS = [0.2, 0.5, 0.8, 3.2];
const intervalOf = (seed: number, crossing = 0.5) =>
  fittedCrossing(volumesOf(seed, crossing, GROWTHS), [0.05], createStream(seed, 0, "resamples"))!;

describe("the interval of the volume at which a promise breaks", () => {
  test("covers it in about nineteen of twenty searches, tells another volume from it, and is narrow", () => {
    const found = Array.from({ length: 100 }, (_, i) => intervalOf(i + 1));
    const covers = (growth: number) =>
      found.filter(({ low, high }) => low <= growth && growth <= high).length;
    expect(covers(0.5)).toBeGreaterThanOrEqual(88);
    expect(covers(0.2)).toBeLessThan(40);
    expect(covers(0.8)).toBeLessThan(40);
    const widths = found.map(({ low, high }) => high - low).sort((a, b) => a - b);
    expect(widths[50]).toBeLessThan(0.6);
  });

  test("is open above where it may lie beyond all that was tried", () => {
    const found = fittedCrossing(
      volumesOf(1, 0.6, [0.1, 0.2, 0.4]),
      [0.05],
      createStream(1, 0, "resamples"),
    )!;
    expect(found.high).toBe(Infinity);
    expect(found.low).toBeGreaterThan(0);
  });

  test("is that of the promise that breaks first", () => {
    const early = volumesOf(3, 0.3, GROWTHS);
    const late = volumesOf(4, 2, GROWTHS);
    const both = early.map(({ growth, months }, i) => ({
      growth,
      months: [...late[i]!.months, ...months],
    }));
    const alone = fittedCrossing(early, [0.05], createStream(3, 0, "resamples"))!;
    const found = fittedCrossing(both, [0.05, 0.05], createStream(3, 0, "resamples"))!;
    expect(found.low).toBeCloseTo(alone.low, 10);
    expect(found.high).toBeCloseTo(alone.high, 10);
  });

  test("is not made of months too few for the risk that is allowed, of one world, or of one volume", () => {
    const stream = createStream(1, 0, "resamples");
    expect(fittedCrossing(volumesOf(1, 0.5, GROWTHS), [0.02], stream)).toBeUndefined();
    expect(fittedCrossing(volumesOf(1, 0.5, [0.2]), [0.05], stream)).toBeUndefined();
    const one = volumesOf(1, 0.5, GROWTHS).map(({ growth, months }) => ({
      growth,
      months: months.map(({ numerators, denominators }) => ({
        numerators: numerators.slice(0, 1),
        denominators: denominators.slice(0, 1),
      })),
    }));
    expect(fittedCrossing(one, [0.5], stream)).toBeUndefined();
  });
});
