import { describe, expect, test } from "vitest";
import {
  assumedCalls,
  interruptionsBy,
  interruptionsOf,
} from "../../../src/experiment/fit/fit-interruptions.ts";
import { fitMinutes } from "../../../src/experiment/fit/fit-minutes.ts";
import { baseScenario } from "../../../src/experiment/index.ts";
import { ROLES } from "../../../src/model/index.ts";
import { createDistribution, keyedUniformAt } from "../../../src/random/index.ts";

const drawn = (stream: number, i: number) => keyedUniformAt(911, stream, 0, i);
const N = 500;
const pieces = Array.from({ length: N }, (_, i) => i);
const work = createDistribution({ type: "lognormal", mean: 9, sd: 6 });
const call = createDistribution({ type: "lognormal", mean: 12, sd: 8 });
const average = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe("minutes of work that is interrupted by calls", () => {
  /** One call in 40 minutes of work, in the mean; after each, a minute to find one's place. */
  const RATE = 1 / 40;
  const elapsed = pieces.map((i) => {
    const own = work.quantile(drawn(1, i));
    let minutes = own;
    let until = -Math.log(1 - drawn(2, i)) / RATE;
    for (let k = 0; until < own; k += 1) {
      minutes += call.quantile(drawn(10 + k, i)) + 1;
      until += -Math.log(1 - drawn(50 + k, i)) / RATE;
    }
    return { minutes };
  });

  test("are found within a tenth where it is known how often calls come; as they stand they are far too long", () => {
    const known = fitMinutes(elapsed, { interruptions: { rate: RATE, most: RATE, mean: 13, sd: 8 } })!;
    expect(known.mean.estimate / 9).toBeGreaterThan(0.9);
    expect(known.mean.estimate / 9).toBeLessThan(1.1);
    expect(average(elapsed.map(({ minutes }) => minutes)) / 9).toBeGreaterThan(1.25);
    expect(fitMinutes(elapsed)!.mean.estimate / 9).toBeGreaterThan(1.12);
    expect(known.forCalls).toBeGreaterThan(0.05);
  });

  test("have an interval that holds what they would be without any calls, for nobody may have been called away", () => {
    const calm = pieces.map((i) => ({ minutes: work.quantile(drawn(1, i)) }));
    const { low, high } = fitMinutes(calm, {
      interruptions: { rate: RATE, most: RATE, mean: 13, sd: 8 },
    })!.mean;
    expect(low).toBeLessThan(9);
    expect(high).toBeGreaterThan(9);
  });
});

describe("minutes of replies of which some only say that a message belongs elsewhere", () => {
  test("have an interval that reaches up to what later messages take, of which none belongs elsewhere", () => {
    const mixed = pieces.map((i) => {
      const isLater = i % 4 === 0;
      return { minutes: !isLater && i % 3 > 0 ? 2 : work.quantile(drawn(3, i)), isLater };
    });
    const { estimate, low, high } = fitMinutes(mixed)!.mean;
    expect(estimate).toBeLessThan(8);
    expect(low).toBeLessThan(9);
    expect(high).toBeGreaterThan(9);
    // Without being told which are later ones, nothing shows that there is anything else in it.
    expect(fitMinutes(mixed.map(({ minutes }) => ({ minutes })))!.mean.high).toBeLessThan(9);
  });
});

describe("interruptions", () => {
  const nineToFive = { open: [1, 2, 3, 4, 5].map(() => [{ from: 540, to: 1020 }]).concat([[], []]) };

  test("are calls by open minute and person, each with a minute to find one's place again", () => {
    const assumed = { perBusinessDay: 24, mean: 8, sd: 6 };
    const found = interruptionsOf([{ told: undefined, assumed }], 2, nineToFive)!;
    expect(found.most).toBeCloseTo(24 / 480 / 2, 12);
    // The other of two is free half of the time, for all that is known.
    expect(found.rate).toBeCloseTo(24 / 480 / 4, 12);
    expect([found.mean, found.sd].map((x) => Math.round(1e9 * x) / 1e9)).toEqual([9, 6]);
    expect(interruptionsOf([{ told: undefined, assumed: undefined }], 2, nineToFive)).toBeUndefined();
  });

  test("where no file tells of calls are those of the scenario that stands in", () => {
    expect(assumedCalls(baseScenario().clinic, "anything")).toEqual({ perBusinessDay: 13, mean: 8, sd: 6 });
  });
});

describe("calls of which nobody knows whose they are", () => {
  const { calendar } = baseScenario().clinic;
  const assumed = { perBusinessDay: 13, mean: 8, sd: 8 };
  const teams = (["nurse", "physician"] as const).map((role) => ({ role, serves: ["a"], onRolls: 2 }));
  const by = interruptionsBy(
    teams,
    ["a"],
    [{ told: undefined, assumed }],
    calendar,
    (_, role) => ROLES[role] === "nurse",
  );

  test("interrupt those who read first, and nobody besides", () => {
    expect(by(0, "nurse")).toEqual(interruptionsOf([{ told: undefined, assumed }], 2, calendar));
    expect(by(0, "physician")).toBeUndefined();
    expect(by(0, "clerk")).toBeUndefined();
  });
});
