import { describe, expect, it } from "vitest";
import { createDistribution, type Distribution, distributionDefinitions } from "../../src/random/index.ts";
import { broken, promises } from "./distribution-checks.ts";
import { examples } from "./distribution-examples.ts";

describe("the contract of a distribution", () => {
  it("is held against every kind there is", () => {
    const kinds = new Set(Object.values(examples).map(({ spec }) => spec.type));
    expect([...kinds].sort()).toEqual(distributionDefinitions.map(({ type }) => type).sort());
  });

  it.each(Object.entries(examples))("%s keeps every promise", (_, { spec, rough }) => {
    expect(broken(createDistribution(spec), { integral: rough ? 4e-3 : 2e-7 })).toEqual([]);
  });

  it.each(Object.entries(examples))(
    "%s with one part of a slightly different one is seen through",
    (_, { spec, wrong, rough }) => {
      const right = createDistribution(spec);
      const other = createDistribution(wrong);
      const tolerance = { integral: rough ? 4e-3 : 2e-7 };
      const seenThrough = (part: Partial<Distribution>, by: string) =>
        expect(broken({ ...right, ...part }, tolerance, [by])).toEqual([by]);
      seenThrough({ mean: other.mean }, "the mean is that of the quantile function");
      seenThrough(
        { variance: right.variance * 1.1 + 0.1 * right.mean ** 2 },
        "the variance is that of the quantile function",
      );
      seenThrough({ cdf: other.cdf }, "cdf and quantile undo each other");
      seenThrough({ cdf: other.cdf }, "samples follow the cdf");
      seenThrough({ quantile: other.quantile }, "a sample is the quantile");
      seenThrough({ momentsUpTo: other.momentsUpTo }, "partial moments are those of the part");
    },
  );

  it("sees a quantile that falls, a cdf that falls, and support that is not there", () => {
    const right = createDistribution({ type: "exponential", mean: 2 });
    const impostor = (part: Partial<Distribution>) => broken({ ...right, ...part }, { integral: 2e-7 });
    expect(impostor({ quantile: (u) => right.quantile(1 - u) })).toContain("the quantile never falls");
    expect(impostor({ cdf: (x) => 1 - right.cdf(x) })).toContain(
      "the cdf never falls and stays within 0 and 1",
    );
    expect(impostor({ quantile: (u) => right.quantile(Math.min(1, Math.max(0, u))) })).toContain(
      "0 and 1 give the ends of the support, and what lies outside is no number",
    );
    expect(impostor({ quantile: (u) => (u > 0.999999 ? Infinity : right.quantile(u)) })).toContain(
      "every open uniform number gives a finite value",
    );
    expect(impostor({ momentsUpTo: () => [0.9, right.mean, 8] })).toContain(
      "partial moments add up to the whole",
    );
    expect(Object.keys(promises)).toHaveLength(11);
  });

  it("describes itself: every parameter an example gives is declared, and those declared are given or optional", () => {
    for (const { spec } of Object.values(examples)) {
      const { params, doc, source } = distributionDefinitions.find(({ type }) => type === spec.type)!;
      const given = Object.keys(spec).filter((name) => name !== "type");
      expect(params.map(({ name }) => name)).toEqual(expect.arrayContaining(given));
      expect(given).toEqual(
        expect.arrayContaining(params.filter(({ optional }) => optional !== true).map(({ name }) => name)),
      );
      for (const text of [doc, source, ...params.flatMap((p) => [p.doc, p.domain])])
        expect(text).not.toBe("");
    }
  });
});
