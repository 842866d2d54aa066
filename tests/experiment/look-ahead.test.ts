import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LookAhead } from "../../src/experiment/look-ahead.ts";

/** The rule as the paper states it: the first n that is precise together with the f(n) numbers after it. */
function byDefinition(precise: readonly boolean[], atLeast: number, kLimit: number): number | undefined {
  for (let n = atLeast; ; n++) {
    const further = n <= 100 ? kLimit : Math.floor((kLimit * n) / 100);
    if (n + further >= precise.length) return undefined;
    if (precise.slice(n, n + further + 1).every(Boolean)) return n;
  }
}

/** Asks of 1, 2, 3 … replications, of which `precise[n]` says whether they are precise. */
function asked(precise: readonly boolean[], atLeast: number, kLimit: number) {
  const looked: number[] = [];
  const rule = new LookAhead({ atLeast, lookAhead: kLimit }, (n) => {
    looked.push(n);
    return precise[n]!;
  });
  let least = 0;
  for (let n = 1; n < precise.length; n++) {
    expect(rule.least).toBeGreaterThanOrEqual(least);
    least = rule.least;
    const enough = rule.enough(n);
    if (enough !== undefined) return { enough, toldAt: n, looked };
    expect(rule.earliest).toBeGreaterThan(n);
  }
  return { enough: undefined, toldAt: undefined, looked };
}

describe("looking ahead", () => {
  test("finds the number that the definition does, as soon as f(n) more have borne it out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 7 }),
        (tenths, atLeast, kLimit) => {
          const precise = tenths.map((tenth) => tenth < 9);
          const { enough, toldAt } = asked(precise, atLeast, kLimit);
          const first = byDefinition(precise, atLeast, kLimit);
          expect(enough).toBe(first);
          if (first === undefined) return;
          expect(toldAt).toBe(first + (first <= 100 ? kLimit : Math.floor((kLimit * first) / 100)));
        },
      ),
    );
  });

  test("takes five more up to a hundred replications, and five in a hundred beyond", () => {
    const from = (first: number) => asked(new Array<boolean>(400).fill(true), first, 5).toldAt;
    expect([from(10), from(100), from(101), from(199), from(200)]).toEqual([15, 105, 106, 208, 210]);
  });

  test("is not taken in by a precision that does not last", () => {
    const precise = Array.from({ length: 100 }, (_, n) => n < 14 || n > 30);
    expect(asked(precise, 10, 5).enough).toBe(31);
    expect(asked(precise, 10, 0).enough).toBe(10);
  });

  test("looks at one number in six while nothing is precise, and at none twice", () => {
    const { looked } = asked(
      Array.from({ length: 101 }, (_, n) => n > 90),
      10,
      5,
    );
    expect(new Set(looked).size).toBe(looked.length);
    expect(looked.length).toBeLessThan(25);
  });
});
