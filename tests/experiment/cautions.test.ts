import { describe, expect, test } from "vitest";
import { cautionsOf, type Sanity } from "../../src/experiment/index.ts";
import type { Model, ReplicationResult } from "../../src/model/index.ts";
import { createStream } from "../../src/random/index.ts";

const WEEK = 10080;
const model = { windowStart: 4 * WEEK, windowEnd: 56 * WEEK } as Model;
const calm: Sanity = {
  teams: [{ team: "nurse", people: 1, load: 0.8, peakLoad: 0.9, oneAwayLoad: 0.8, fluidGrowth: 0 }],
  littlesLaw: { meanOpen: 0, sentPerWeek: 0, meanStay: Number.NaN, meanTime: Number.NaN, worst: 0 },
};

/** Replications whose backlog in week w of the run is `level(w)` and noise. */
function runs(
  level: (week: number) => number,
  { count = 10, undecided = 0 } = {},
): readonly ReplicationResult[] {
  return Array.from({ length: count }, (_, i) => {
    const noise = createStream(1, i, "noise");
    return {
      replication: i + 1,
      diagnostics: {
        weeklyBacklog: Float64Array.from({ length: 58 }, (_, week) => level(week) + 10 * noise.uniform()),
        weeklyBacklogAt: Float64Array.from({ length: 58 }, (_, week) => week * WEEK),
        undecided: [undecided],
      },
    } as unknown as ReplicationResult;
  });
}

const codes = (results: readonly ReplicationResult[], sanity = calm) =>
  cautionsOf(model, results, sanity).map(({ code }) => code);

describe("a reader is warned", () => {
  test("of nothing, where all is well", () => {
    expect(codes(runs(() => 40))).toEqual([]);
  });

  test("of nothing, where the level wanders with the seasons", () => {
    expect(codes(runs((week) => 40 + (week > 20 && week < 30 ? 6 : 0)))).toEqual([]);
  });

  test("of a backlog that still grows", () => {
    expect(codes(runs((week) => 3 * week))).toEqual(["still-growing"]);
  });

  test("of a warm-up that is too short, from empty or from too much", () => {
    expect(codes(runs((week) => (week < 12 ? 3 * week : 40)))).toEqual(["short-warm-up"]);
    expect(codes(runs((week) => (week < 12 ? 160 - 10 * week : 40)))).toEqual(["short-warm-up"]);
  });

  test("of messages that the run did not wait for", () => {
    expect(codes(runs(() => 40, { undecided: 2 }))).toEqual(["short-run-out"]);
  });

  test("of few replications, and of one alone", () => {
    expect(codes(runs(() => 40, { count: 9 }))).toEqual(["few-replications"]);
    expect(
      cautionsOf(
        model,
        runs(() => 40, { count: 1 }),
        calm,
      )[0]?.message,
    ).toContain("has no interval");
  });

  test("of a team that cannot keep up, by its name", () => {
    const [team] = calm.teams;
    const over = (load: number): Sanity => ({ ...calm, teams: [{ ...team!, load }] });
    expect(
      cautionsOf(
        model,
        runs(() => 40),
        over(1.04),
      )[0]?.message,
    ).toContain("104 % of its hours are asked of nurse");
    expect(
      cautionsOf(
        model,
        runs(() => 40),
        over(Infinity),
      )[0]?.message,
    ).toContain("nobody is there");
    expect(
      codes(
        runs(() => 40),
        over(0.99),
      ),
    ).toEqual([]);
  });
});
