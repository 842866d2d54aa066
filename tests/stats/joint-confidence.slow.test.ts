import { describe, expect, it } from "vitest";
import { createStream, normalQuantile, type Stream } from "../../src/random/index.ts";
import {
  jointConfidence,
  type PairedDifference,
  pairedMean,
  studentTQuantile,
} from "../../src/stats/index.ts";
import { atLeast, atMost } from "./binomial.ts";

const REPLICATIONS = 20;
const zeros = new Float64Array(REPLICATIONS);

/** Differences that are all 0 in truth and go together: what one alternative has by chance, the others have in part. */
function family(s: Stream, size: number, common: number): readonly PairedDifference[] {
  const columns = Array.from({ length: size }, () => new Float64Array(REPLICATIONS));
  for (let i = 0; i < REPLICATIONS; i++) {
    const weather = normalQuantile(s.open());
    for (const column of columns) {
      column[i] = Math.sqrt(common) * weather + Math.sqrt(1 - common) * normalQuantile(s.open());
    }
  }
  return columns.map((column) => pairedMean(column, zeros));
}

/** Families of which any interval misses 0, of so many, at the joint confidence, at 95 % for each, and at Bonferroni's. */
function errors(trials: number, size: number, common: number) {
  const count = { joint: 0, each: 0, bonferroni: 0 };
  for (let trial = 0; trial < trials; trial++) {
    const found = family(createStream(71, trial, `family of ${size}, ${common}`), size, common);
    const stream = createStream(72, trial, "signs");
    const joint = jointConfidence(
      found.map(({ deviations }) => deviations!),
      { stream, resamples: 400 },
    );
    const t = Math.max(
      ...found.map(({ estimate, sd }) => Math.abs(estimate) / (sd / Math.sqrt(REPLICATIONS))),
    );
    const misses = (confidence: number) => t > studentTQuantile((1 + confidence) / 2, REPLICATIONS - 1);
    if (misses(joint)) count.joint += 1;
    if (misses(0.95)) count.each += 1;
    if (misses(1 - 0.05 / size)) count.bonferroni += 1;
  }
  return count;
}

describe("intervals at their joint confidence", () => {
  it.each([
    [3, 0],
    [12, 0.5],
    [12, 0.9],
  ])(
    "%d of them, with %d of their variance in common, all cover 95 % of the time; at 95 % each they do not",
    (size, common) => {
      const trials = 1500;
      const { joint, each } = errors(trials, size, common);
      expect(atLeast(joint, trials, 0.05)).toBeGreaterThan(1e-4);
      expect(atMost(joint, trials, 0.05)).toBeGreaterThan(1e-4);
      expect(atLeast(each, trials, 0.05)).toBeLessThan(1e-4);
    },
  );

  it("waste less than Bonferroni's where they go together", () => {
    const { bonferroni } = errors(1500, 12, 0.9);
    expect(atMost(bonferroni, 1500, 0.05)).toBeLessThan(1e-4);
  });

  it("are narrower the more they go together, from Bonferroni's to a single one's", () => {
    const confidence = (common: number) => {
      const deviations = family(createStream(5, 0, "one"), 12, common).map((each) => each.deviations!);
      return jointConfidence(deviations, { stream: createStream(5, 0, "signs") });
    };
    const [none, most, all] = [0, 0.9, 1].map(confidence);
    expect(none).toBeLessThanOrEqual(1 - 0.05 / 12);
    expect(none).toBeGreaterThan(most!);
    expect(most).toBeGreaterThan(all!);
    // Twelve times the same: the quantile of |t| over sign patterns is Student's.
    expect(studentTQuantile((1 + all!) / 2, 19)).toBeCloseTo(studentTQuantile(0.975, 19), 0);
  });

  it("need no more than 95 % alone, or beside differences that never vary", () => {
    const [one] = family(createStream(5, 0, "one"), 1, 0);
    const stream = createStream(1, 0, "signs");
    expect(jointConfidence([], { stream })).toBe(0.95);
    expect(jointConfidence([one!.deviations!, zeros, zeros], { stream, confidence: 0.9 })).toBe(0.9);
  });

  it("are Bonferroni's where there are too few replications to turn the signs of", () => {
    const few = [1, 2, 3].map((k) => Float64Array.from({ length: 9 }, (_, i) => ((i * k) % 9) - 4));
    expect(jointConfidence(few, { stream: createStream(1, 0, "signs") })).toBeCloseTo(1 - 0.05 / 3, 12);
  });

  it("come out the same from the same stream, and refuse families that are none", () => {
    const deviations = family(createStream(8, 0, "again"), 5, 0.3).map((each) => each.deviations!);
    const once = () => jointConfidence(deviations, { stream: createStream(2, 0, "signs") });
    expect(once()).toBe(once());
    const stream = createStream(1, 0, "signs");
    expect(() => jointConfidence([new Float64Array(3), new Float64Array(4)], { stream })).toThrow(
      "got 3 and 4",
    );
    expect(() => jointConfidence(deviations, { stream, confidence: 95 })).toThrow("0.95 for 95 %");
  });
});
