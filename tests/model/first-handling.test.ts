import { expect, test } from "vitest";
import { compile, firstHandling } from "../../src/model/index.ts";
import { changed } from "../experiment/alternatives.ts";

const minutes = "specialties.clinic.topics.question.minutes";

function cvOf(patch: Parameters<typeof changed>[0]): number {
  return firstHandling(compile(changed(patch).clinic, []), 0).cv;
}

test("what first messages take is as uneven as reading, and a reply to some of them, make it", () => {
  // By hand: 2 minutes to read, and 5 more for half of them: a mean of 4.5, a standard deviation of 2.5.
  expect(cvOf({ "staff.nurse.role": "nurse" })).toBeCloseTo(2.5 / 4.5, 12);
  // All are answered: 2 + 5 minutes, always.
  expect(cvOf({ "specialties.clinic.topics.question.lowestRole": { nurse: 1 } })).toBeCloseTo(0, 6);
  // Reading that is as uneven as an exponential, and nothing besides.
  expect(
    cvOf({
      "specialties.clinic.topics.question.lowestRole": { physician: 1 },
      [`${minutes}.triage`]: { exponential: { mean: "3 min" } },
    }),
  ).toBeCloseTo(1, 12);
});

test("a team that only reads takes what reading does", () => {
  const reads = {
    "staff.nurse.stages": ["triage"],
    [`${minutes}.triage`]: { exponential: { mean: "3 min" } },
  };
  expect(cvOf(reads as never)).toBeCloseTo(1, 12);
});
