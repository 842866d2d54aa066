import { describe, expect, test } from "vitest";
import { cautionsOf, type RunKind } from "../../src/experiment/index.ts";
import type { Model, ReplicationResult } from "../../src/model/index.ts";
import { createStream } from "../../src/random/index.ts";

const WEEK = 10080;
const model = { windowStart: 4 * WEEK, windowEnd: 56 * WEEK } as Model;
const calm: RunKind = {
  type: "steady-state",
  because: [],
  overloaded: [],
  closedDates: 0,
  openingBacklog: 0,
  warmUp: { days: 28, verdict: "enough", weeks: 2, of: 56 },
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

const codes = (results: readonly ReplicationResult[], kind = calm) =>
  cautionsOf(model, results, kind, []).map(({ code }) => code);

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

  test("of a warm-up that is shorter than MSER asks for", () => {
    const short: RunKind = { ...calm, warmUp: { ...calm.warmUp, verdict: "short", weeks: 9 } };
    expect(
      cautionsOf(
        model,
        runs(() => 40),
        short,
        [],
      ),
    ).toEqual([
      {
        code: "short-warm-up",
        message:
          "the warm-up is too short: by MSER the open messages of the first 9 weeks differ from those of later ones",
      },
    ]);
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
        [],
      )[0]?.message,
    ).toContain("has no interval");
  });

  test.each([
    [{ team: "nurse", load: 1.04 }, "104 % of its hours are asked of nurse: that backlog grows"],
    [{ team: "nurse", load: Infinity }, "nobody is there for the work of nurse: that backlog grows"],
    [
      { team: "doctors", person: "Dr. Short", load: 1.2 },
      "120 % of the hours of Dr. Short are asked, whatever time the others have: that backlog grows",
    ],
    [
      { team: "doctors", person: "Dr. Short", load: Infinity },
      "nobody is there for the work of Dr. Short: that backlog grows",
    ],
  ])("of whoever cannot keep up, by name: %j", (overloaded, message) => {
    const [caution] = cautionsOf(
      model,
      runs(() => 40),
      { ...calm, overloaded: [overloaded] },
      [],
    );
    expect(caution!.code).toBe("overload");
    expect(caution!.message).toContain(message);
  });

  test("of responses whose replications are skewed, with a number that would do", () => {
    const skewed = (...labels: string[]) =>
      cautionsOf(
        model,
        runs(() => 40),
        calm,
        labels.map((label, i) => ({ label, needs: 120 - i })),
      )[0]?.message;
    expect(skewed("waits")).toBe(
      "a few replications differ much from the rest in waits, so that its interval covers less often than it says; some 120 replications would mend that",
    );
    expect(skewed("a", "b")).toContain("in a and b, so that their intervals cover less often than they say;");
    expect(skewed("a", "b", "c", "d", "e")).toContain("in a, b, c and 2 more, so that");
  });
});
