import { describe, expect, test } from "vitest";
import { localTimeText } from "../../src/report/local-time-text.ts";

describe("a minute as local time", () => {
  const march = 62 * 1440 + 120;
  const toronto = localTimeText("2026-01-05", { atStart: -300, changes: [{ at: march, jump: 60 }] });

  test.each([
    [0, "2026-01-05T00:00:00.000-05:00"],
    [8.5 * 60 + 0.25, "2026-01-05T08:30:15.000-05:00"],
    [1440 * 27, "2026-02-01T00:00:00.000-05:00"],
    [march - 1, "2026-03-08T01:59:00.000-05:00"],
    [march, "2026-03-08T03:00:00.000-04:00"],
    [-30, "2026-01-04T23:30:00.000-05:00"],
    [1 / 3, "2026-01-05T00:00:20.000-05:00"],
    [Number.NaN, ""],
  ])("%f is %s", (minute, text) => {
    expect(toronto(minute)).toBe(text);
  });

  test("knows halves of hours, and clocks put on at midnight", () => {
    expect(localTimeText("2026-01-05", { atStart: 330, changes: [] })(60)).toBe(
      "2026-01-05T01:00:00.000+05:30",
    );
    const havana = localTimeText("2026-03-08", { atStart: -300, changes: [{ at: 0, jump: 60 }] });
    expect(havana(0)).toBe("2026-03-08T01:00:00.000-04:00");
  });

  test("is the moment that a date library reads from it", () => {
    const begin = Date.parse(toronto(0));
    for (const minute of [1, 99.5, march - 1, march, march + 100, 500_000]) {
      expect((Date.parse(toronto(minute)) - begin) / 60_000).toBeCloseTo(minute, 4);
    }
  });
});
