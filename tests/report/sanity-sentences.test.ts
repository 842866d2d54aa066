import { describe, expect, test } from "vitest";
import type { LittlesLawSanity } from "../../src/experiment/index.ts";
import { sanitySentences } from "../../src/report/sanity-sentences.ts";
import type { Summary } from "../../src/report/summary.ts";

const DAY = 1440;
const law = {
  meanOpen: 24.9,
  sentPerWeek: 95.3,
  meanStay: 1.829 * DAY,
  meanTime: 1.83 * DAY,
  worst: 2.2e-13,
};
const said = (changes: Partial<LittlesLawSanity>) =>
  sanitySentences({ sanity: { teams: [], littlesLaw: { ...law, ...changes } } } as unknown as Summary).slice(
    1,
  );

describe("the sentence on Little's law", () => {
  test("shows both sides, and what is left", () => {
    expect(said({})).toEqual([
      "Little's law holds: 24.9 open messages on average = 95.3 a week × 1.83 days (residual 2e-13).",
    ]);
  });

  test("tells what the window's edges cut off where it matters, whichever way", () => {
    expect(said({ meanTime: 2.5 * DAY })[1]).toBe(
      "That counts time within the window; followed to their closing, the messages sent in it stay 2.5 days, since its end carries out more waiting than its beginning carries in.",
    );
    expect(said({ meanTime: 1.5 * DAY })[1]).toMatch(
      /stay 1\.5 days, since its beginning carries in more waiting than its end carries out\.$/,
    );
  });

  test("says so where it does not hold", () => {
    expect(said({ meanOpen: 26, worst: -0.044 })).toEqual([
      "Little's law does not hold: 26 open messages on average, but 95.3 a week × 1.83 days = 24.9 (residual 4e-2): messages were lost or counted twice, which is a bug.",
    ]);
  });

  test("claims nothing where nothing was sent", () => {
    const none = { meanOpen: 0, sentPerWeek: 0, meanStay: Number.NaN, meanTime: Number.NaN, worst: 0 };
    expect(said(none)).toEqual(["Little's law has nothing to check: no message was sent in the window."]);
  });
});
