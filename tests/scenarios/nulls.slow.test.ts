import { describe, expect, test } from "vitest";
import type { Patch } from "../../src/scenario/index.ts";
import { meanOf, valuesOf } from "./scenario-runs.ts";
import { scenarioOf } from "./shipped-scenarios.ts";

/**
 * Two changes that were tried and moved nothing. Here they come out of what people do, not out of a switch: each has a
 * twin without that behaviour, in which the same change does move something.
 */
const RHEUM = "rheum.json";
const HALF_A_YEAR: Patch = { "run.length": "26 weeks" };
const REPLICATIONS = 4;
/** Student's t for a two-sided 99 % interval of four paired differences. */
const T = 5.841;

const { alternatives } = scenarioOf(RHEUM);
const named = (alternative: string): Patch => ({ ...HALF_A_YEAR, ...alternatives[alternative]! });

interface Change {
  readonly from: Patch;
  readonly to: Patch;
}

/** Mean of the paired differences that a change makes to a response, and the half-width of its 99 % interval. */
function effect({ from, to }: Change, response: string) {
  const before = valuesOf(RHEUM, from, response, REPLICATIONS);
  const differences = valuesOf(RHEUM, to, response, REPLICATIONS).map((value, i) => value - before[i]!);
  const mean = meanOf(differences);
  const squares = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return {
    mean,
    halfWidth: T * Math.sqrt(squares / (REPLICATIONS - 1) / REPLICATIONS),
    before: meanOf(before),
  };
}

describe("a protected block for the inbox (T12)", () => {
  const EVENINGS = "physician_after_hours_min_per_week";
  const block = { from: HALF_A_YEAR, to: named("twenty protected minutes in each half-day") };
  const filled = {
    from: named("other inbox work that is never all done"),
    to: named("the same, and twenty protected minutes in each half-day"),
  };

  test("cuts evenings where all can be done", () => {
    const { mean, halfWidth } = effect(block, EVENINGS);
    expect(mean + halfWidth).toBeLessThan(-1);
  });

  test("cuts nothing where other work, after messages, is never all done: an effect of 2 min a week would be seen", () => {
    const { mean, halfWidth, before } = effect(filled, EVENINGS);
    expect(before).toBeGreaterThan(60);
    expect(halfWidth).toBeLessThan(2);
    expect(Math.abs(mean)).toBeLessThan(1);
  });

  test("is filled with that work, to the last minute", () => {
    expect(effect(filled, "physician_other_min_per_day").mean).toBeGreaterThan(10);
    expect(effect(block, "physician_other_min_per_day").mean).toBeLessThan(1);
  });
});

describe("AI drafts (T30, T31)", () => {
  const MINUTES = "physician_message_min_per_day";
  const drafts = { from: HALF_A_YEAR, to: named("AI drafts") };
  const noLonger = {
    from: HALF_A_YEAR,
    to: { ...named("AI drafts"), "policies.drafts.longerReading": 0 } as Patch,
  };

  test("that are longer to read take what writing saves: an effect of 4 % on physicians' minutes would be seen", () => {
    const { mean, halfWidth, before } = effect(drafts, MINUTES);
    expect(halfWidth / before).toBeLessThan(0.04);
    expect(Math.abs(mean) / before).toBeLessThan(0.02);
  });

  test("would save minutes if reading took no longer", () => {
    const { mean, halfWidth, before } = effect(noLonger, MINUTES);
    expect((mean + halfWidth) / before).toBeLessThan(-0.04);
  });

  test("bring no reply sooner: half an hour would be seen", () => {
    const { mean, halfWidth } = effect(drafts, "first_reply_mean_wall_h");
    expect(halfWidth).toBeLessThan(0.5);
    expect(Math.abs(mean)).toBeLessThan(0.1);
  });
});
