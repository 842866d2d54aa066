import { describe, expect, test } from "vitest";
import { gradeCautions } from "../../src/report/grade-cautions.ts";
import {
  editText,
  gradedHash,
  gradeSentence,
  parseScenario,
  type Scenario,
  starterText,
} from "../../src/scenario/index.ts";

const START = parseScenario(starterText()).scenario!;
const VALIDATION = {
  grade: "B",
  from: "2026-07-01",
  to: "2026-12-31",
  messages: 1148,
  mend: ["share of threads that begin on Mondays: 23 % recorded, 14 % predicted (12 % to 16 %)"],
  of: gradedHash(START.document),
};

function graded(patch = {}): Scenario {
  const { text, issues } = editText(starterText(), { validation: VALIDATION });
  expect(issues).toEqual([]);
  return parseScenario(text, { patch }).scenario!;
}

describe("the grade of a scenario", () => {
  test("is in its file, with all comments kept, and in every report of it", () => {
    const { text } = editText(starterText(), { validation: VALIDATION });
    const comments = (of: string) => of.split("\n").filter((line) => line.includes("//")).length;
    expect(comments(text)).toBe(comments(starterText()));
    const sentence = gradeSentence(graded().document)!;
    expect(sentence).toContain("graded B by a replay of 1148 first messages from 2026-07-01 to 2026-12-31");
    expect(sentence).toContain("may be used to compare plans");
    expect(sentence).toContain("to mend first: share of threads that begin on Mondays");
    expect(gradeCautions(graded().document)).toEqual([{ code: "replay-grade", message: sentence }]);
    expect(gradeCautions(START.document)).toEqual([]);
  });

  test("is lost by any change of the clinic, and by no change of how it is run or called", () => {
    const [team] = Object.keys(START.document.staff);
    const changed = graded({ [`staff.${team}.count`]: 7 });
    expect(gradeSentence(changed.document)).toContain("before it was changed, this clinic was graded B");
    const named = graded({ name: "Another name", "run.seed": 5, "run.length": "26 weeks" });
    expect(gradeSentence(named.document)).toContain("graded B by a replay");
  });

  test("says what it says nothing of, and that a scenario has seen what it was judged by", () => {
    const more = { ...VALIDATION, notJudged: ["urgency", "chasers"], seen: true };
    const { text, issues } = editText(starterText(), { validation: more });
    expect(issues).toEqual([]);
    const sentence = gradeSentence(parseScenario(text).scenario!.document)!;
    expect(sentence).toContain("from 2026-07-01 to 2026-12-31, to which it was fitted: it may be used");
    expect(sentence).toMatch(/; not judged: urgency, chasers$/);
    expect(gradeSentence(graded().document)).not.toMatch(/not judged|fitted/);
  });

  test("does not change what runs", () => {
    expect(graded().clinic).toEqual(START.clinic);
  });
});
