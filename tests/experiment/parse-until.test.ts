import { describe, expect, test } from "vitest";
import { parsePrecisions } from "../../src/experiment/index.ts";
import { responseDefinitions } from "../../src/model/index.ts";
import { tinyModel } from "./tiny-results.ts";

const definitions = responseDefinitions(tinyModel);
const parse = (...texts: string[]) => parsePrecisions(texts, definitions);
const P90 = "first_reply_p90_business_h";
const KEPT = "promise_two_days_share";

describe("a precision", () => {
  test.each([
    [`${P90}=5%`, { response: P90, halfWidth: 0.05, relative: true }],
    [`${P90} = 0.5 %`, { response: P90, halfWidth: 0.005, relative: true }],
    [`${P90}=0.5h`, { response: P90, halfWidth: 0.5, relative: false }],
    [`${P90}=.5 hours`, { response: P90, halfWidth: 0.5, relative: false }],
    [`${KEPT}=1pp`, { response: KEPT, halfWidth: 0.01, relative: false }],
    [`${KEPT}=5%`, { response: KEPT, halfWidth: 0.05, relative: true }],
    ["cost_per_week=50CAD", { response: "cost_per_week", halfWidth: 50, relative: false }],
    ["cost_per_week=50 CAD per week", { response: "cost_per_week", halfWidth: 50, relative: false }],
    ["backlog_monday_open=2 messages", { response: "backlog_monday_open", halfWidth: 2, relative: false }],
    ["messages_per_week=3", { response: "messages_per_week", halfWidth: 3, relative: false }],
    [
      "physician_message_min_per_day=1min",
      { response: "physician_message_min_per_day", halfWidth: 1, relative: false },
    ],
  ])("is read: %s", (text, expected) => {
    expect(parse(text)).toEqual({ precisions: [expected], issues: [] });
  });

  test("of the share in time is one of each promise's", () => {
    const names = definitions.map(({ name }) => name);
    const kept = names.filter((name) => /^promise_.*_share$/.test(name) && !/_worst_/.test(name));
    expect(kept).toEqual([KEPT]);
    expect(parse("share_in_time=1pp")).toEqual(parse(...kept.map((name) => `${name}=1pp`)));
    const without = definitions.filter(({ group }) => group !== "promises");
    expect(parsePrecisions(["share_in_time=1pp"], without).issues).toMatchObject([
      { code: "unknown-response", message: expect.stringContaining("nothing is promised here") },
    ]);
  });

  test("does not depend on the order in which responses are given", () => {
    const texts = [`${P90}=5%`, `${KEPT}=1pp`, `${P90}=1h`];
    expect(parse(...texts)).toEqual(parse(...texts.toReversed()));
    expect(parse(...texts).precisions).toHaveLength(3);
  });

  test.each([
    ["5%", "not-a-precision", '"5%" is not a precision', "write response=precision"],
    [`${P90}=`, "not-a-precision", "is not a precision", "write response=precision"],
    [`${P90}=0%`, "not-a-precision", '"0" is not a number above 0', `${P90}=1h`],
    [`${P90}=-5%`, "not-a-precision", "is not a number above 0", `${P90}=1h`],
    [`${P90}=NaN%`, "not-a-precision", "is not a number above 0", `${P90}=1h`],
    ["first_reply_p90_bussiness_h=5%", "unknown-response", "there is no response", `did you mean "${P90}"?`],
    [`${P90}=30min`, "wrong-unit", `${P90} is in h, not in "min"`, `${P90}=1h, or ${P90}=5%`],
    [`${P90}=1pp`, "wrong-unit", `${P90} is in h, not in "pp"`, `${P90}=1h`],
    [`${P90}=2`, "wrong-unit", `${P90} is in h: a unit is missing`, `${P90}=1h`],
    [`${KEPT}=0.01`, "wrong-unit", "is a share, whose precision is in percentage points", `${KEPT}=1pp`],
    [`${KEPT}=0.01share`, "wrong-unit", 'not in "share"', `${KEPT}=1pp`],
    ["messages_per_week=3h", "wrong-unit", 'is in per week, not in "h"', "messages_per_week=1,"],
  ])("that cannot be used says why, and how to mend it: %s", (text, code, message, hint) => {
    const { precisions, issues } = parse(text);
    expect(precisions).toEqual([]);
    expect(issues).toMatchObject([{ code, path: "--until", severity: "error" }]);
    expect(issues[0]!.message).toContain(message);
    expect(issues[0]!.hint).toContain(hint);
  });

  test("is given once for a response, and all that is wrong is said at once", () => {
    expect(parse(`${P90}=5%`, `${P90}=4%`, "nothing=5%").issues.map(({ code }) => code)).toEqual([
      "given-twice",
      "unknown-response",
    ]);
  });
});
