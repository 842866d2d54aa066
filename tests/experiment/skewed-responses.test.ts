import { describe, expect, test } from "vitest";
import { analyse, skewedResponses } from "../../src/experiment/index.ts";
import { replicationsFor } from "../../src/experiment/skewed-responses.ts";
import { type ReplicationResult, responseDefinitions } from "../../src/model/index.ts";
import { createStream, normalQuantile } from "../../src/random/index.ts";
import { tinyModel, tinyResults } from "./tiny-results.ts";

const results = tinyResults(20);
const definitions = responseDefinitions(tinyModel);
const indexOf = (name: string) => definitions.findIndex((definition) => definition.name === name);
const skewedIn = (changed: readonly ReplicationResult[]) =>
  skewedResponses(tinyModel, changed, analyse(tinyModel, changed, { seed: 7 }));
const labelOf = (name: string) => definitions[indexOf(name)]!.label;

/** One replication in twenty far above the others, which differ a little. */
const outlier = (i: number) => (i === 7 ? 900 : 100 + (i % 5));

describe("replications that are skewed", () => {
  test("are counted by Cochran's rule, 25 for each square of the skewness; of a share by fewer", () => {
    const values = Array.from({ length: 20 }, (_, i) => (i === 0 ? 20 : 0));
    // All of the spread in one of n: G₁ = √n.
    expect(replicationsFor(values, "mean")).toBe(25 * 20);
    expect(replicationsFor(values, "ratio")).toBe(4 * 20);
  });

  test("are not where chance alone may have made them so", () => {
    const { open } = createStream(1, 0, "normal");
    for (let trial = 0; trial < 20; trial++) {
      expect(
        replicationsFor(
          Array.from({ length: 30 }, () => normalQuantile(open())),
          "mean",
        ),
      ).toBe(0);
    }
    expect(replicationsFor([3, 3, 3, 3], "mean")).toBe(0);
  });

  test("are found in a mean, by its label", () => {
    const index = indexOf("messages_per_week");
    const changed = results.map((result, i) => ({
      ...result,
      values: result.values.with(index, outlier(i)),
    }));
    const before = skewedIn(results).map(({ label }) => label);
    expect(before).not.toContain(labelOf("messages_per_week"));
    expect(skewedIn(changed).map(({ label }) => label)).toContain(labelOf("messages_per_week"));
  });

  test("are found in a share, and in a response that is only in the files where it is asked for", () => {
    const index = indexOf("unanswered_share");
    const changed = results.map((result, i) => ({
      ...result,
      numerators: result.numerators.with(index, i === 7 ? 40 : 1),
      denominators: result.denominators.with(index, 50),
    }));
    const analysis = analyse(tinyModel, changed, { seed: 7 });
    const labels = (asked: readonly string[]) =>
      skewedResponses(tinyModel, changed, analysis, asked).map(({ label }) => label);
    expect(labels([])).not.toContain(labelOf("unanswered_share"));
    expect(labels(["unanswered_share"])).toContain(labelOf("unanswered_share"));
  });

  test("are found in a pooled quantile: a replication from which most of the long waits come", () => {
    const changed = results.map((result, i) => ({
      ...result,
      samples: {
        ...result.samples,
        first_reply_business_h: Float64Array.from({ length: 100 }, (_, k) => (i === 7 ? 5 + k : k / 50)),
      },
    }));
    expect(skewedIn(changed).map(({ label }) => label)).toContain(labelOf("first_reply_p90_business_h"));
    const alike = results.map((result) => ({
      ...result,
      samples: {
        ...result.samples,
        first_reply_business_h: Float64Array.from(
          { length: 100 },
          (_, k) => k / 50 + result.replication / 100,
        ),
      },
    }));
    expect(skewedIn(alike).map(({ label }) => label)).not.toContain(labelOf("first_reply_p90_business_h"));
  });
});
