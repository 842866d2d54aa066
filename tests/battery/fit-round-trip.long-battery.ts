import { describe, expect, it } from "vitest";
import { coverageOf, roundTrip, SHIPPED, shipped } from "./fit/round-trip.ts";

const SEEDS = Number(process.env.CLINICSIM_SEEDS ?? 4);

/** By kind: the most that half of the estimates may be off, as a share of the truth. Weak ones are wide. */
const STATED: Readonly<Record<string, number>> = {
  volume: 0.1,
  "unevenness of patients": 0.12,
  "topic, share": 0.06,
  "topic, urgent": 0.2,
  "next message, chance": 0.07,
  "next message, thanks": 0.12,
  "next message, mean delay": 0.06,
  "chasers, chance": 0.1,
  "chasers, mean delay": 0.12,
  "chasers, duplicates": 0.25,
  "answered by physicians": 0.06,
  "busy days, cv": 0.5,
  "growth, factor a year": 0.12,
  "minutes of reading": 0.2,
  "minutes of a nurse's reply, where some belong elsewhere": 0.25,
  "minutes of a clerk's reply, where some belong elsewhere": 0.5,
  "weeks of vacation": 0.4,
};
/** Intervals of 95 %: fewer than this hold the truth only if something is wrong, even of a few dozen. */
const LEAST_COVERED = 0.8;
const FEWEST = 20;

describe("fit(synth(s)) is s", () => {
  const told = SHIPPED.flatMap((name) => {
    const scenario = shipped(name);
    return Array.from({ length: SEEDS }, (_, i) => roundTrip(scenario, i + 1)).flat();
  });
  const measured = coverageOf(told);

  it.each(Object.entries(STATED))("%s: half of the estimates are within %f of the truth", (kind, most) => {
    expect(measured.find((each) => each.kind === kind)!.error).toBeLessThanOrEqual(most);
  });

  it.each(Object.keys(STATED))("%s: the intervals hold the truth about as often as they say", (kind) => {
    const { covered, intervals } = measured.find((each) => each.kind === kind)!;
    expect(intervals === 0 || intervals < FEWEST ? 1 : covered).toBeGreaterThanOrEqual(LEAST_COVERED);
  });
});
