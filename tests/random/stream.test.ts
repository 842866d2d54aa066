import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { createStream, streamKey } from "../../src/random/index.ts";
import { battery, correlation, type Sequence } from "./reference/randomness.ts";

const N = 20_000;
const SMALL = 1e-4;

/** First number of each of many streams that differ by one character or one digit. */
function firsts(open: (name: string, replication: number) => number): Record<string, Sequence> {
  const along = (of: (i: number) => number): Sequence => {
    const numbers = Float64Array.from({ length: N + 2 }, (_, i) => of(i));
    return (i) => numbers[i]!;
  };
  return {
    "names that count": along((i) => open(`nurse ${i}`, 0)),
    "names that grow": along((i) => open(`patient-${"x".repeat(i % 100)}-${Math.floor(i / 100)}`, 0)),
    "replications in order": along((i) => open("arrivals", i)),
  };
}

describe("named streams", () => {
  const ours = firsts((name, replication) => createStream(2026, replication, name).open());

  it.each(Object.entries(ours))(
    "with %s have first numbers that are uniform and independent",
    (_, sequence) => {
      expect(battery(sequence, N)).toBeGreaterThan(SMALL);
    },
  );

  it("are held to a test that rejects xorshift generators seeded by similar names", () => {
    const theirs = firsts((name, replication) => {
      const generator = seedrandom.xor128(JSON.stringify(["clinicsim/1", 2026, replication, name]));
      return generator.double();
    });
    const worst = Object.values(theirs).map((sequence) => battery(sequence, N));
    expect(Math.min(...worst)).toBeLessThan(1e-12);
  });

  it("go on uniform and independent of each other", () => {
    const a = createStream(1, 0, "triage");
    const b = createStream(1, 0, "triage ");
    const xs = Float64Array.from({ length: N + 2 }, () => a.uniform());
    const ys = Float64Array.from({ length: N + 2 }, () => b.open());
    expect(battery((i) => xs[i]!, N)).toBeGreaterThan(SMALL);
    expect(battery((i) => ys[i]!, N)).toBeGreaterThan(SMALL);
    expect(
      correlation(
        (i) => xs[i]!,
        (i) => ys[i]!,
        N,
      ),
    ).toBeGreaterThan(SMALL);
  });

  it("depend on seed, replication and name alone, each of which matters", () => {
    const five = (seed: number | string, replication: number, name: string) => {
      const stream = createStream(seed, replication, name);
      return Array.from({ length: 5 }, () => stream.uniform()).join();
    };
    const different = [
      five(1, 0, "a"),
      five(2, 0, "a"),
      five("1", 0, "a"),
      five(1, 1, "a"),
      five(1, 0, "b"),
      five(1, 0, "é"),
      five(1, 0, ""),
    ];
    expect(new Set(different).size).toBe(different.length);
    expect(five(1, 0, "a")).toBe(different[0]);
  });

  it("cannot be confused by a name that imitates the key of another", () => {
    expect(createStream(1, 0, '",1').uniform()).not.toBe(createStream(1, 0, '"').uniform());
    expect(streamKey("1", 0, "a")).not.toEqual(streamKey(1, 0, "a"));
  });

  it("never change: these values are in every published result", () => {
    const stream = createStream(2026, 3, "arrivals");
    expect([
      stream.uniform(),
      stream.uniform(),
      stream.open(),
      streamKey(2026, 3, "arrivals"),
    ]).toMatchInlineSnapshot(`
      [
        0.8237531682098663,
        0.9394709102933378,
        0.7434849520203249,
        {
          "hi": 3537992917,
          "lo": 1880176905,
        },
      ]
    `);
  });

  it.each([
    [Number.NaN, 0, "seed must be a finite number or a text, not NaN"],
    [Infinity, 0, "seed must be a finite number or a text, not Infinity"],
    [1, -1, "replication must be a whole number from 0, not -1"],
    [1, 0.5, "replication must be a whole number from 0, not 0.5"],
  ])("refuse seed %s with replication %s", (seed, replication, message) => {
    expect(() => createStream(seed, replication, "a")).toThrow(new RangeError(message));
    expect(() => streamKey(seed, replication, "a")).toThrow(new RangeError(message));
  });
});
