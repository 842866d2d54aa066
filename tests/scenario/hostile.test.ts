import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/index.ts";
import { LIMITS } from "../../src/scenario/limits.ts";
import { smallScenario, smallText } from "./small-scenario.ts";
import { wholeScenario } from "./whole-scenario.ts";

const codes = (text: string) => parseScenario(text).issues.map(({ code }) => code);

describe("a hostile file", () => {
  it.each([
    ["10,000 nested lists", "[".repeat(10_000) + "]".repeat(10_000), ["too-deep"]],
    ["10,000 open objects", '{"a":'.repeat(10_000), ["too-deep"]],
    [
      "100,000 nested lists after a string with brackets",
      `{"name": "[[\\"[[", "x": ${"[".repeat(100_000)}`,
      ["too-deep"],
    ],
    ["more text than a scenario can have", `"${"x".repeat(LIMITS.text)}"`, ["too-large"]],
    ["a million values", `[${"1,".repeat(900_000)}1]`, ["too-large"]],
    ["nothing", "", ["syntax"]],
    ["only a comment", "// nothing", ["syntax"]],
    ["a comment that never ends", "/* ".repeat(1000), ["syntax", "syntax"]],
    ["binary", "\u0000\u0001\u0002", ["syntax", "syntax"]],
    ["a number", "17", ["wrong-type"]],
    ["null", "null", ["wrong-type"]],
  ])("of %s ends in issues", (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it("of 50 MB ends in one issue before anything reads it", () => {
    expect(codes(" ".repeat(50_000_000))).toEqual(["too-large"]);
  });

  it("cut off anywhere ends in issues", () => {
    const text = smallText();
    for (let length = 0; length < text.length; length += 37)
      expect(parseScenario(text.slice(0, length)).scenario).toBeUndefined();
  });

  it("cannot reach into JavaScript's own machinery", () => {
    const text = smallText().replace(
      '"staff": {',
      '"staff": { "__proto__": { "polluted": true }, "constructor": {}, "prototype": {},',
    );
    expect(codes(text)).toEqual(["forbidden-key", "forbidden-key", "forbidden-key"]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const hidden = smallText().replace('"share": 0.25', '"share": 0.25, "\\u005f_proto__": 1');
    expect(codes(hidden)).toEqual(["forbidden-key"]);
  });

  it.each(["toString", "hasOwnProperty", "valueOf", "__defineGetter__"])(
    "may call a team %s, and nothing comes of it",
    (name) => {
      const { staff, ...rest } = smallScenario() as { staff: { nurse: object; physician: object } };
      const { nurse, physician } = staff;
      const text = JSON.stringify({ ...rest, staff: { physician, [name]: nurse } })
        .replace('"team":"nurse"', `"team":"${name}"`)
        .replace("staff.nurse", `staff.${name}`);
      expect(parseScenario(text).scenario?.clinic.teams.map((team) => team.name)).toContain(name);
    },
  );

  it.each([
    ['"patients": 1000', '"patients": 1e999'],
    ['"patients": 1000', '"patients": NaN'],
    ['"patients": 1000', '"patients": -1'],
    ['"mean": "4 min"', '"mean": "1e999 min"'],
    ['"mean": "4 min"', '"mean": "1e300 weeks"'],
    ['"mean": "4 min"', '"mean": "-4 min"'],
    ['"start": "2026-01-05"', '"start": "2026-01-05", "length": "1e9 weeks"'],
    ['"start": "2026-01-05"', '"start": "2026-01-05", "replications": 1e15'],
    ['"start": "2026-01-05"', '"start": "9999-12-31"'],
    ['"start": "2026-01-05"', '"start": "-2026-01-05"'],
    ['"volume": "20 per', '"volume": "1e9 per'],
    ['"volume": "5 per', '"volume": "1e300 per'],
    ['"count": 2', '"count": 1e6'],
    ['"exponential": {', '"erlang": { "stages": 1000000000,'],
  ])("with %s made %s is refused", (from, to) => {
    expect(smallText()).toContain(from);
    expect(parseScenario(smallText().replace(from, to)).scenario).toBeUndefined();
  });

  it.each([
    ['"perBusinessDay":2.5', '"perBusinessDay":1e300'],
    ['"notice":0', '"notice":1e9'],
    ['"notice":0', '"notice":[]'],
    ['"12 per business day"', '"1e300 per business day"'],
    ['"0.3 per patient per year"', '"1e300 per patient per day"'],
    ['"0.3 per patient per year"', '"0.3 per 0 patients per year"'],
    ['"over":"2 weeks"', '"over":"1e9 weeks"'],
    ['"unknownPatient":1.2', '"unknownPatient":1e300'],
    ['"speed":0.9', '"speed":1e-300'],
    ['"panelShare":0.5', '"panelShare":1e300'],
    ['"within":"14 days"', '"within":"1e300 weeks"'],
    ['"messages":5', '"messages":1e15'],
    ['"times":["13:00","08:30","13:00"]', `"times":[${Array(1000).fill('"13:00"').join()}]`],
    ['"13:00","08:30"', '"24:00","08:30"'],
    ['"least":"6 min"', '"least":"1e999 min"'],
    ['"upTo":"until empty"', '"upTo":"until never"'],
    ['"frontDoor":[{"type":"thanks-filter"}]', `"frontDoor":[${Array(500).fill('{"type":"fee"}').join()}]`],
    ['"roles":{"refills"', '"roles":{"constructor":"nurse","refills"'],
    ['"roles":{"refills"', '"roles":{"toString":"nurse","refills"'],
    ['"topics":["refills"],"covers"', '"topics":["hasOwnProperty"],"covers"'],
    ['"source":"phone calls"', '"source":"toString"'],
    ['"from":"Bo"', '"from":"valueOf"'],
    ['"type":"ai-drafts"', '"type":"toString"'],
    ['"type":"ai-drafts"', '"type":{"toString":"ai-drafts"}'],
    ['"stages":["reply","triage"]', '"stages":["reply","__proto__"]'],
    [
      '"handovers":[',
      `"handovers":[${Array(101).fill('{"date":"2026-07-01","from":"Bo","to":"Ann"}').join()},`,
    ],
  ])("with %s made %s is refused", (from, to) => {
    const text = JSON.stringify(wholeScenario());
    expect(text).toContain(from);
    expect(parseScenario(text.replace(from, to)).scenario).toBeUndefined();
  });

  it("with distributions in distributions in distributions is refused", () => {
    let inner = '{ "exponential": { "mean": "4 min" } }';
    for (let depth = 0; depth < 8; depth++)
      inner = `{ "truncated": { "distribution": ${inner}, "max": "1 h" } }`;
    expect(codes(smallText().replace(/\{\s*"exponential": \{\s*"mean": "4 min"\s*\}\s*\}/, inner))).toContain(
      "bad-distribution",
    );
  });

  it("with a name of a megabyte, or one that fools a terminal, is refused in a short message", () => {
    for (const name of ["x".repeat(1_000_000), "a\u001b[31mb", "a\u202eb", " a", ""]) {
      const { scenario, issues } = parseScenario(smallText().replace('"questions"', JSON.stringify(name)));
      expect(scenario).toBeUndefined();
      for (const { message } of issues) expect(message.length).toBeLessThan(200);
    }
  });
});
