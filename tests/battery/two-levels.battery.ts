import { describe, expect, it } from "vitest";
import { createStream, exp, normalQuantile, type Stream } from "../../src/random/index.ts";
import { nestedInterval } from "../../src/stats/index.ts";

const RUNS = 4000;

/** What groups are drawn from, each with mean 0 and standard deviation 1. */
const SHAPES: Readonly<Record<string, (stream: Stream) => number>> = {
  normal: (stream) => normalQuantile(stream.open()),
  uniform: (stream) => Math.sqrt(12) * (stream.open() - 0.5),
  lognormal: (stream) => {
    const [mean, sd] = [exp(0.32), Math.sqrt(exp(0.64) * (exp(0.64) - 1))];
    return (exp(0.8 * normalQuantile(stream.open())) - mean) / sd;
  },
};

describe.each(Object.keys(SHAPES))("the interval of a two-level experiment over %s inputs", (shape) => {
  it.each([
    [40, 0],
    [40, 0.16],
    [40, 0.39],
    [40, 0.71],
    [40, 1.6],
    [40, 7],
    [80, 0.16],
    [80, 0.39],
    [80, 0.71],
    [80, 7],
  ])(
    "covers the value of an unseen group, with %i groups whose standard deviation is %f of a unit's",
    (groups, sd) => {
      const stream = createStream(11, groups, `${shape} ${sd}`);
      const draw = () => sd * SHAPES[shape]!(stream);
      let [all, uncorrected, alone] = [0, 0, 0];
      for (let run = 0; run < RUNS; run++) {
        const found = Array.from({ length: groups }, () => {
          const own = draw();
          const [a, b] = [own + normalQuantile(stream.open()), own + normalQuantile(stream.open())];
          return { estimate: (a + b) / 2, variance: (a - b) ** 2 / 2, units: 2 };
        });
        const truth = draw();
        const { low, high, chance } = nestedInterval(found);
        if (low <= truth && truth <= high) all += 1;
        if (chance.low <= truth && truth <= chance.high) alone += 1;
        const sorted = found.map(({ estimate }) => estimate).sort((a, b) => a - b);
        if (sorted[groups / 40 - 1]! <= truth && truth <= sorted[groups - groups / 40]!) uncorrected += 1;
      }
      // Where chance hides the inputs it covers too often rather than too seldom; never below 94 %.
      expect(all / RUNS).toBeGreaterThan(0.94);
      if (sd >= 0.39) expect(alone / RUNS).toBeLessThan(0.85);
      if (sd <= 0.39) expect(uncorrected / RUNS).toBeGreaterThan(0.985);
    },
  );
});
