import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath, parsePath } from "../../src/scenario/index.ts";

describe("a path", () => {
  it("is keys with dots between them", () => {
    expect(parsePath("staff.triage-nurse.count")).toEqual(["staff", "triage-nurse", "count"]);
    expect(formatPath(["calendar", "open", 0])).toBe("calendar.open.0");
  });

  it("quotes keys that need it, and understands blanks without quotes", () => {
    const segments = ["otherWork", "phone calls", "volume"];
    expect(formatPath(segments)).toBe('otherWork."phone calls".volume');
    expect(parsePath('otherWork."phone calls".volume')).toEqual(segments);
    expect(parsePath("otherWork.phone calls.volume")).toEqual(segments);
    expect(parsePath('promises."2.5 days".target')).toEqual(["promises", "2.5 days", "target"]);
  });

  it.each(["", ".", "a.", ".a", "a..b", '"a', '"a"b', 'a"b', 'a."b', '"\\"'])("cannot be %j", (text) =>
    expect(parsePath(text)).toBeUndefined(),
  );

  it("reads what it wrote", () => {
    const segment = fc.string({ unit: "binary", minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), (segments) => {
        expect(parsePath(formatPath(segments))).toEqual(segments);
      }),
      { numRuns: 200 },
    );
  });
});
