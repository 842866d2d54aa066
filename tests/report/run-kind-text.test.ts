import { describe, expect, test } from "vitest";
import type { RunKind } from "../../src/experiment/index.ts";
import { runKindSentences } from "../../src/report/run-kind-text.ts";

const steady: RunKind = {
  type: "steady-state",
  because: [],
  overloaded: [],
  closedDates: 0,
  openingBacklog: 0,
  warmUp: { days: 42, verdict: "enough", weeks: 2, of: 58 },
};
const none = { days: 42, verdict: "none", of: 0 } as const;

function said(kind: Partial<RunKind>, warmUpDays = 42): string {
  return runKindSentences({
    kind: { ...steady, ...kind },
    start: "2025-11-24",
    warmUpDays,
    lengthDays: 364,
  }).join(" ");
}

describe("what a run is said to be about", () => {
  test("is a steady state, with what its warm-up should be and is", () => {
    expect(said({})).toBe(
      "Every week of this run is asked the same in the mean, so its numbers are those of a steady state: MSER asks for 2 weeks of warm-up, and there are 6 weeks.",
    );
    expect(said({ warmUp: { days: 0, verdict: "short", weeks: 1, of: 58 } })).toContain(
      ": MSER asks for 1 week of warm-up, and there is none.",
    );
    expect(said({ warmUp: { days: 10, verdict: "enough", weeks: 0, of: 58 } })).toContain(
      ": MSER asks for no warm-up, and there are 10 days.",
    );
    expect(said({ warmUp: { days: 42, verdict: "unsettled", of: 58 } })).toContain(
      ": MSER cannot tell how long the warm-up should be",
    );
    expect(said({ warmUp: { days: 42, verdict: "unseen", of: 10 } })).toContain(
      ": there are too few weeks or replications to tell whether the warm-up is long enough.",
    );
  });

  test("are its dates, from the backlog it opens with, where it is terminating", () => {
    expect(
      said({
        type: "terminating",
        because: ["growth", "timeline", "closed dates"],
        closedDates: 11,
        warmUp: none,
      }),
    ).toBe(
      "This run is terminating: its numbers are those of 2026-01-05 to 2027-01-03, from no backlog 6 weeks before. With growth, a timeline and 11 closed dates there is no steady state to warm up to.",
    );
    expect(said({ type: "terminating", because: ["months"], openingBacklog: 40, warmUp: none }, 0)).toBe(
      "This run is terminating: its numbers are those of 2025-11-24 to 2026-11-22, from a backlog of 40 messages at its beginning. With months of unlike volume there is no steady state to warm up to.",
    );
  });

  test("says what ordinary weeks tell of the warm-up where only some are not", () => {
    expect(said({ type: "terminating", because: ["closed dates"], closedDates: 1 })).toMatch(
      /\. With 1 closed date not all weeks are alike; by those that are, MSER asks for 2 weeks of warm-up, and there are 6 weeks\.$/,
    );
  });

  test("names whoever cannot keep up", () => {
    const overloaded = [
      { team: "nurse", load: 1.1 },
      { team: "doctors", person: "Dr. Short", load: Infinity },
    ];
    expect(said({ type: "terminating", because: ["overload"], overloaded, warmUp: none })).toMatch(
      / nurse and Dr\. Short cannot keep up, so no steady state is claimed of what waits there\.$/,
    );
  });
});
