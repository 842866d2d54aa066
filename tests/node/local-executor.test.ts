import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batchSize, threadsPay } from "../../src/node/local-executor.ts";

describe("threads", () => {
  test("are started for long work, not for short, and never where there is only one of it or of them", () => {
    expect(threadsPay(29, 200, 2, 1300)).toBe(true);
    expect(threadsPay(29, 5, 2, 1300)).toBe(false);
    expect(threadsPay(2, 1000, 2, 1500)).toBe(false);
    expect(threadsPay(0, 10_000, 8, 1300)).toBe(false);
    expect(threadsPay(1, 10_000, 8, 1300)).toBe(false);
    expect(threadsPay(1000, 10_000, 1, 1300)).toBe(false);
  });

  test("get several short jobs in a message, long ones one by one, and none of them all at once", () => {
    expect(batchSize(1000, 1, 2)).toBeGreaterThan(20);
    expect(batchSize(1000, 500, 2)).toBe(1);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.integer({ min: 1, max: 64 }),
        (count, each, threads) => {
          const size = batchSize(count, each, threads);
          expect(Number.isInteger(size) && size >= 1).toBe(true);
          expect(size === 1 || size * threads <= count + 3 * threads).toBe(true);
        },
      ),
    );
  });
});
