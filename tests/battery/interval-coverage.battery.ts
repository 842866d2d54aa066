import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { replicationsFor } from "../../src/experiment/skewed-responses.ts";
import { createStream } from "../../src/random/index.ts";
import { meanInterval } from "../../src/stats/index.ts";
import { EXACT_METHODS, WRONG_METHODS } from "./intervals/exact-methods.ts";
import { fixedNumberRows } from "./intervals/fixed-number.ts";
import { EXPONENTIAL, LOGNORMAL, type MeanSystem, NORMAL, QUEUE_MEAN } from "./intervals/known-systems.ts";
import { covers, MACRO_REPLICATIONS, pValue } from "./intervals/measure.ts";
import { sequentialRows } from "./intervals/sequential.ts";
import { coverageTables, withCoverageTables } from "./intervals/table.ts";

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

describe("the other methods", () => {
  it("cover as often as tests/README.md says", () => {
    const page = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const tables = coverageTables(fixedNumberRows(), sequentialRows());
    console.log(tables);
    expect(withCoverageTables(page, tables) === page, "run `npm run intervals:update`").toBe(true);
  });
});

describe("the caution about skewed replications", () => {
  /** How often intervals cover, and how often they are warned of. */
  function measured({ name, mean, draw }: MeanSystem, count: number) {
    let hits = 0;
    let warned = 0;
    for (let experiment = 0; experiment < MACRO_REPLICATIONS; experiment++) {
      const s = createStream(2032, experiment, name);
      const values = Array.from({ length: count }, () => draw(s));
      if (covers(meanInterval(values), mean)) hits += 1;
      if (replicationsFor(values) > count) warned += 1;
    }
    return { coverage: hits / MACRO_REPLICATIONS, warned: warned / MACRO_REPLICATIONS };
  }

  it.each([10, 20, 30, 100])("is hardly ever given of %d normal values", (count) => {
    expect(measured(NORMAL, count).warned).toBeLessThan(0.02);
  });

  it.each([
    [QUEUE_MEAN.name, QUEUE_MEAN, 30, 0.8],
    [LOGNORMAL.name, LOGNORMAL, 30, 0.8],
    [LOGNORMAL.name, LOGNORMAL, 100, 0.7],
    [EXPONENTIAL.name, EXPONENTIAL, 20, 0.5],
  ])("is mostly given where coverage is poor: %s", (_, system, count, least) => {
    const { coverage, warned } = measured(system, count);
    console.log(`${system.name}, ${count}: covers ${coverage}, warned of ${warned}`);
    expect(coverage).toBeLessThan(0.935);
    expect(warned).toBeGreaterThan(least);
  });
});
