import { describe, expect, it } from "vitest";
import { replicationsFor } from "../../src/experiment/skewed-responses.ts";
import { createStream, type Stream } from "../../src/random/index.ts";
import { rareUnits } from "../stats/rare-units.ts";
import { EXACT_METHODS, WRONG_METHODS } from "./intervals/exact-methods.ts";
import {
  CALM,
  EXPONENTIAL,
  LOGNORMAL,
  type MeanSystem,
  NORMAL,
  QUEUE,
  QUEUE_MEAN,
  type WaitSystem,
  WEATHER,
} from "./intervals/known-systems.ts";
import { MACRO_REPLICATIONS, pValue } from "./intervals/measure.ts";

/** A method that is right is called wrong once in so many seeds. */
const SIGNIFICANCE = 1e-4;

describe("methods whose coverage is known", () => {
  it.each(EXACT_METHODS)("cover as often as they say: $name", ({ hits, coverage }) => {
    expect(pValue(hits(), coverage)).toBeGreaterThan(SIGNIFICANCE);
  });

  it.each(WRONG_METHODS)("are told from what is wrong: $name", ({ hits, coverage }) => {
    expect(pValue(hits(), coverage)).toBeLessThan(SIGNIFICANCE);
  });
});

describe("the caution about skewed replications", () => {
  /** Share of experiments that it is given in. */
  function warned<T>(
    name: string,
    count: number,
    draw: (s: Stream) => T,
    influencesOf: (replications: readonly T[]) => readonly number[],
    estimand: "mean" | "ratio",
  ): number {
    let given = 0;
    for (let experiment = 0; experiment < MACRO_REPLICATIONS; experiment++) {
      const s = createStream(2032, experiment, name);
      const replications = Array.from({ length: count }, () => draw(s));
      if (replicationsFor(influencesOf(replications), estimand) > count) given += 1;
    }
    return given / MACRO_REPLICATIONS;
  }

  const ofMean = ({ name, draw }: MeanSystem, count: number) =>
    warned(name, count, draw, (values) => values, "mean");
  const ofShare = (name: string, draw: (s: Stream) => Counted, count: number) =>
    warned(
      name,
      count,
      draw,
      (replications) => {
        const total = (key: keyof Counted) => replications.reduce((sum, each) => sum + each[key], 0);
        const share = total("happened") / total("all");
        return replications.map(({ happened, all }) => happened - share * all);
      },
      "ratio",
    );
  const keptOf = ({ draw, quantile }: WaitSystem) => {
    const promised = quantile(0.9);
    return (s: Stream): Counted => {
      const waits = draw(s);
      return { happened: waits.filter((wait) => wait <= promised).length, all: waits.length };
    };
  };
  const rare = (s: Stream): Counted => ({ happened: rareUnits(s, 1000, 0.01, 0.1), all: 1000 });

  it.each([10, 20, 30, 100])("is hardly ever given of %d normal values", (count) => {
    expect(ofMean(NORMAL, count)).toBeLessThan(0.02);
  });

  it("is hardly ever given of shares whose intervals cover well", () => {
    expect(ofShare(CALM.name, keptOf(CALM), 30)).toBeLessThan(0.02);
    expect(ofShare(WEATHER.name, keptOf(WEATHER), 30)).toBeLessThan(0.1);
  });

  it("is mostly given where coverage is below 93 %", () => {
    const given = {
      "mean wait in a queue, 30": ofMean(QUEUE_MEAN, 30),
      "lognormal, 30": ofMean(LOGNORMAL, 30),
      "lognormal, 100": ofMean(LOGNORMAL, 100),
      "exponential, 20": ofMean(EXPONENTIAL, 20),
      "share in a queue, 10": ofShare(QUEUE.name, keptOf(QUEUE), 10),
      "rare share, 30": ofShare("rare", rare, 30),
    };
    console.log(given);
    for (const share of Object.values(given)) expect(share).toBeGreaterThan(0.5);
  });
});

interface Counted {
  readonly happened: number;
  readonly all: number;
}
