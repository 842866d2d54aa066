import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { exchangeChange } from "../../../src/experiment/designs/centred-discrepancy.ts";
import { latinHypercube } from "../../../src/experiment/designs/latin-hypercube.ts";
import { SOBOL_DIMENSIONS, sobolPoints, sobolSequence } from "../../../src/experiment/designs/sobol.ts";
import {
  buildDesign,
  columnName,
  type Design,
  type Factor,
  parseDerive,
  parseVary,
  tableDesign,
} from "../../../src/experiment/index.ts";
import reference from "./fixtures/reference.json" with { type: "json" };

const factors = (...texts: readonly string[]): Factor[] =>
  texts.map((text) => parseVary(text, () => undefined));
const pointsOf = (design: Design) => Array.from({ length: design.size }, (_, i) => design.levels(i + 1));

function saidBy(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof InputError)
      return error.issues.map(({ path, message, hint }) => `${path}: ${message} (${hint})`).join("\n");
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** The definition, term by term. Hickernell 1998, eq. 5.1c. */
function squaredDiscrepancy(points: readonly (readonly number[])[]): number {
  const n = points.length;
  const product = (list: readonly number[]) => list.reduce((a, b) => a * b, 1);
  const half = (x: number) => Math.abs(x - 0.5);
  const ones = points.map((x) => product(x.map((u) => 1 + half(u) / 2 - half(u) ** 2 / 2)));
  const pairs = points.flatMap((x) =>
    points.map((y) => product(x.map((u, d) => 1 + half(u) / 2 + half(y[d]!) / 2 - Math.abs(u - y[d]!) / 2))),
  );
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  return (13 / 12) ** points[0]!.length - (2 / n) * sum(ones) + sum(pairs) / n ** 2;
}

describe("a grid", () => {
  test("has every combination once, the last factor changing first", () => {
    const design = buildDesign({ factors: factors("a=1..2", "b=x,y,z") }, [], {});
    expect(pointsOf(design)).toEqual([
      [1, "x"],
      [1, "y"],
      [1, "z"],
      [2, "x"],
      [2, "y"],
      [2, "z"],
    ]);
  });

  test("too large is refused before it is made, and so is a span, nothing at all, and what is varied twice", () => {
    expect(saidBy(() => buildDesign({ factors: factors("a=1..10000", "b=1..10000") }, [], {}))).toContain(
      "10000 × 10000 points are more than 1000000",
    );
    expect(saidBy(() => buildDesign({ factors: factors("a=1:2") }, [], {}))).toMatch(
      /1:2 has no step .*--lhs/,
    );
    expect(saidBy(() => buildDesign({ factors: [] }, [], {}))).toContain("nothing to vary");
    expect(saidBy(() => buildDesign({ factors: factors("a=1", "a=2") }, [], {}))).toContain("varied twice");
    expect(saidBy(() => buildDesign({ factors: factors('a={"b":1}', "a.b=2") }, [], {}))).toContain(
      "within each other",
    );
    expect(buildDesign({ factors: factors("a.b=1", "a.bc=2") }, [], {}).size).toBe(1);
  });
});

describe("a Latin hypercube", () => {
  const cube = (n: number, k: number, seed: number) => {
    const { coordinate } = latinHypercube(n, k, seed);
    return Array.from({ length: n }, (_, i) => Array.from({ length: k }, (_, d) => coordinate(i, d)));
  };

  test("has one point in the middle of each part of every dimension", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 6 }), fc.nat(), (n, k, seed) => {
        const points = cube(n, k, seed);
        for (let d = 0; d < k; d++) {
          const parts = points.map((point) => Math.floor(point[d]! * n)).sort((a, b) => a - b);
          expect(parts).toEqual(Array.from({ length: n }, (_, i) => i));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("is the same for the same seed, and another for another", () => {
    expect(cube(20, 3, 5)).toEqual(cube(20, 3, 5));
    expect(cube(20, 3, 5)).not.toEqual(cube(20, 3, 6));
  });

  test.each(reference.hypercubes)(
    "of $n points in $k dimensions fills the space better than the best of 200 random ones, and as well as scipy's",
    ({ n, k, best_of_200_random, median_optimised }) => {
      const found = squaredDiscrepancy(cube(n, k, 1));
      expect(found).toBeLessThan(best_of_200_random * (k === 2 ? 1.000001 : 0.8));
      expect(found).toBeLessThan(median_optimised * 1.03);
    },
  );

  test("is judged by the discrepancy of the literature", () => {
    for (const { points, squared } of reference.discrepancies) {
      expect(squaredDiscrepancy(points)).toBeCloseTo(squared, 12);
    }
  });

  test("knows what an exchange changes without computing all of it again", () => {
    const unit = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const sized = fc.tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 2, max: 4 })).chain(([n, k]) =>
      fc.record({
        points: fc.array(fc.array(unit, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
        a: fc.nat(n - 1),
        step: fc.integer({ min: 1, max: n - 1 }),
        d: fc.nat(k - 1),
      }),
    );
    fc.assert(
      fc.property(sized, ({ points, a, step, d }) => {
        const n = points.length;
        const b = (a + step) % n;
        const exchanged = points.map((point) => [...point]);
        [exchanged[a]![d], exchanged[b]![d]] = [points[b]![d]!, points[a]![d]!];
        const change = exchangeChange(Float64Array.from(points.flat()), points[0]!.length, a, b, d);
        const expected = squaredDiscrepancy(exchanged) - squaredDiscrepancy(points);
        expect((2 * change) / n ** 2).toBeCloseTo(expected, 12);
      }),
    );
  });

  test("spreads numbers over a span, and gives the levels of a list equal shares", () => {
    const request = {
      factors: factors("a=10:20 min", "b=x,y"),
      sample: { type: "latin hypercube", points: 10, seed: 1 },
    } as const;
    const design = buildDesign(request, [], {});
    const points = pointsOf(design);
    expect(points.map(([a]) => a as number).sort((a, b) => a - b)).toEqual([
      10.5, 11.5, 12.5, 13.5, 14.5, 15.5, 16.5, 17.5, 18.5, 19.5,
    ]);
    expect(points.filter(([, b]) => b === "x")).toHaveLength(5);
    expect(design.columns.map(columnName)).toEqual(["a [min]", "b"]);
  });
});

describe("Sobol' points", () => {
  test("are those of Joe and Kuo's own program", () => {
    const published = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ];
    const sequence = sobolSequence(3);
    expect(published.map((_, i) => [0, 1, 2].map((d) => sequence(i, d) / 2 ** 32))).toEqual(published);
  });

  test("are those of scipy in every dimension", () => {
    const sequence = sobolSequence(SOBOL_DIMENSIONS);
    for (const [point, expected] of Object.entries(reference.sobol)) {
      expect(expected.map((_, d) => sequence(Number(point), d))).toEqual(expected);
    }
  });

  test("shifted, lie within the cube, one in each part of every dimension when they are a power of two", () => {
    const { coordinate } = sobolPoints(64, SOBOL_DIMENSIONS, 9);
    for (let d = 0; d < SOBOL_DIMENSIONS; d++) {
      const along = Array.from({ length: 64 }, (_, i) => coordinate(i, d));
      expect(along.every((u) => u > 0 && u < 1)).toBe(true);
      expect(new Set(along.map((u) => Math.floor(u * 64))).size).toBe(64);
    }
    expect(coordinate(0, 0)).not.toBe(sobolPoints(64, 1, 10).coordinate(0, 0));
  });

  test("are refused above as many dimensions as there are numbers for", () => {
    const many = factors(...Array.from({ length: 65 }, (_, i) => `a${i}=0:1`));
    expect(
      saidBy(() => buildDesign({ factors: many, sample: { type: "sobol", points: 4, seed: 1 } }, [], {})),
    ).toContain("more than 64");
  });
});

describe("a table of points", () => {
  test("gives each cell its meaning, and numbers the unit of their column", () => {
    const design = tableDesign(
      [
        ["a.b", "c [per 100 portal patients per month]", 'd."e.f"'],
        ["1", "10.5", "own-physician"],
        ["2e1", "11", '{"type":"x"}'],
      ],
      "points.csv",
    );
    expect(design.columns).toEqual([
      { path: "a.b" },
      { path: "c", unit: "per 100 portal patients per month" },
      { path: 'd."e.f"' },
    ]);
    expect(pointsOf(design)).toEqual([
      [1, 10.5, "own-physician"],
      [20, 11, { type: "x" }],
    ]);
  });

  test("tells all of its faults, with the point and the column that has them", () => {
    const said = saidBy(() =>
      tableDesign([["a", "b"], ["1"], ["1", " "], ["1", "2"], ["x".repeat(3000), "2"]], "points.csv"),
    );
    expect(said).toContain("points.csv, point 1: 1 cells instead of 2");
    expect(said).toContain('points.csv, point 2: "b" is empty');
    expect(said).toContain('points.csv, point 4: "a" has 3000 characters');
    expect(saidBy(() => tableDesign([], "x.csv"))).toContain("there are no points");
    expect(saidBy(() => tableDesign([["a"]], "x.csv"))).toContain("there are no points");
    expect(
      saidBy(() =>
        tableDesign(
          [
            ["a", ""],
            ["1", "2"],
          ],
          "x.csv",
        ),
      ),
    ).toContain('x.csv, column 2: "" is not a path');
    expect(
      saidBy(() =>
        buildDesign(
          tableDesign(
            [
              ["a", "a"],
              ["1", "2"],
            ],
            "x.csv",
          ),
          [],
          {},
        ),
      ),
    ).toContain("varied twice");
  });
});

describe("derived columns", () => {
  const document = { staff: { "triage-nurse": { count: 2 } }, upTo: "30 min", list: [4, 5] };
  const design = (vary: readonly string[], ...derive: readonly string[]) =>
    buildDesign({ factors: factors(...vary) }, derive.map(parseDerive), document);

  test("are computed from factors, from what was derived before, and from the scenario", () => {
    const found = design(
      ["staff.triage-nurse.count=1..3"],
      "a=2 * staff.triage-nurse.count",
      "b=a + list.1",
      "upTo=upTo * a",
    );
    expect(pointsOf(found)).toEqual([
      [1, 2, 7, 60],
      [2, 4, 9, 120],
      [3, 6, 11, 180],
    ]);
    expect(found.columns.at(-1)).toEqual({ path: "upTo", unit: "min" });
    expect(found.method).toEqual({
      type: "grid",
      derived: { a: "2 * staff.triage-nurse.count", b: "a + list.1", upTo: "upTo * a" },
    });
  });

  test("see into a factor that is an object", () => {
    expect(pointsOf(design(['staff={"triage-nurse":{"count":7}}'], "a=staff.triage-nurse.count"))).toEqual([
      [{ "triage-nurse": { count: 7 } }, 7],
    ]);
  });

  test.each([
    [["a=1"], "b=", "--derive b: a value is missing"],
    [["a=1"], "b=nowhere.here", "the scenario has nothing at nowhere.here"],
    [["a=x"], "b=a + 1", 'a is no number, but "x"'],
    [["a=0"], "b=1 / a", "it is Infinity, not a finite number"],
    [["a=0"], "a=1", "varied twice"],
    [["a=1"], "b=staff.triage-nurse", "is no number"],
    [["a=1"], "b=a.__proto__.x", "has nothing at"],
    [["a=1"], "b=upTo.length", "has nothing at"],
  ])("with %j and %s are refused in words", (vary, derive, why) => {
    expect(saidBy(() => design(vary, derive))).toContain(why);
  });
});
