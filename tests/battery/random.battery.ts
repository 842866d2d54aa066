import { describe, expect, it } from "vitest";
import {
  createStream,
  deriveKey,
  exp,
  expm1,
  keyedUniform,
  log,
  log1p,
  pow,
  streamKey,
} from "../../src/random/index.ts";
import { type ElementaryName, exactly, ulpsFrom } from "../random/reference/exact.ts";
import { inputsFor } from "../random/reference/inputs.ts";
import { battery, type Sequence } from "../random/reference/randomness.ts";

const ours: Record<ElementaryName, (x: number, y: number) => number> = { log, exp, log1p, expm1, pow };

describe("elementary functions, at length", () => {
  it.each(Object.keys(ours) as ElementaryName[])(
    "%s is within 0.9 units of the last place everywhere",
    (name) => {
      let worst = 0;
      let at: [number, number] = [0, 0];
      for (const [x, y] of inputsFor(name, 4000)) {
        const error = ulpsFrom(ours[name](x, y), exactly(name, x, y));
        if (error > worst) [worst, at] = [error, [x, y]];
      }
      process.stdout.write(`${name}: worst ${worst.toFixed(3)} ulp, at ${at.join(", ")}\n`);
      expect(worst).toBeLessThan(0.9);
    },
  );
});

describe("generators, at length", () => {
  const n = 2_000_000;
  const key = streamKey(1, 0, "battery");
  const stream = createStream(1, 0, "battery");
  const drawn = Float64Array.from({ length: n + 2 }, () => stream.open());
  const sequences: Record<string, Sequence> = {
    "one stream": (i) => drawn[i]!,
    "keyed by ordinal": (i) => keyedUniform(key, 1, i),
    "keyed by purpose": (i) => keyedUniform(key, i, 1),
    "keyed by thread": (i) => keyedUniform(deriveKey(key, 0, i), 0, 0),
    "keyed by thread, purpose and ordinal in turn": (i) =>
      keyedUniform(deriveKey(key, 0, i >> 5), (i >> 2) & 7, i & 3),
  };
  it.each(Object.entries(sequences))("%s: two million numbers are uniform and independent", (_, sequence) => {
    expect(battery(sequence, n)).toBeGreaterThan(1e-4);
  });

  it("a million keys of consequences of different parents are all different", () => {
    const seen = new BigUint64Array(1_000_000);
    for (let i = 0; i < seen.length; i += 1) {
      const { hi, lo } = deriveKey(deriveKey(key, 1, i >> 2), 2, i & 3);
      seen[i] = (BigInt(hi) << 32n) | BigInt(lo);
    }
    seen.sort();
    expect(seen.findIndex((value, i) => i > 0 && value === seen[i - 1])).toBe(-1);
  });
});
