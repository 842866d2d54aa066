import { describe, expect, it } from "vitest";
import { intersect, subtract, union } from "../../src/scenario/hours/intervals.ts";
import { readWeekdays } from "../../src/scenario/hours/week-days.ts";
import { mergeHours, readHours } from "../../src/scenario/hours/weekly-hours.ts";
import type { Reading } from "../../src/scenario/quantities/reading.ts";

const value = <T>(reading: Reading<T>) => {
  if ("fault" in reading) throw new Error(reading.fault.message);
  return reading.value;
};

describe("weekdays", () => {
  it("are single days, ranges, and ranges over Sunday", () => {
    const shown = (text: string) =>
      value(readWeekdays(text))
        .map((on) => (on ? "x" : "."))
        .join("");
    expect(shown("Mon-Fri")).toBe("xxxxx..");
    expect(shown("Tue,Thu")).toBe(".x.x...");
    expect(shown("Mon-Thu,Sun")).toBe("xxxx..x");
    expect(shown("Fri-Mon")).toBe("x...xxx");
    expect(shown("Wed")).toBe("..x....");
  });

  it("must be known", () => {
    expect(readWeekdays("Mon-Fry")).toEqual({
      fault: { code: "not-a-day", message: '"Fry" is not a day of the week', hint: 'did you mean "Fri"?' },
    });
    expect(readWeekdays("monday")).toMatchObject({ fault: { hint: 'did you mean "Mon"?' } });
  });
});

describe("weekly hours", () => {
  it("lose what is excepted", () => {
    const hours = value(readHours("Mon-Fri 08:30-16:30 except 12:00-12:30, 15:00-15:15"));
    const day = [
      { from: 510, to: 720 },
      { from: 750, to: 900 },
      { from: 915, to: 990 },
    ];
    expect(hours).toEqual([day, day, day, day, day, [], []]);
  });

  it("may be several stretches of the same days, up to midnight", () => {
    const day = [
      { from: 0, to: 60 },
      { from: 1380, to: 1440 },
    ];
    expect(value(readHours("Sat,Sun 00:00-01:00, 23:00-24:00"))).toEqual([[], [], [], [], [], day, day]);
  });

  it("add up to sorted stretches that do not touch", () => {
    const merged = mergeHours([
      value(readHours("Mon 13:00-15:00")),
      value(readHours("Mon-Tue 09:00-13:00")),
      value(readHours("Mon 14:00-16:00")),
    ]);
    expect(merged).toEqual([[{ from: 540, to: 960 }], [{ from: 540, to: 780 }], [], [], [], [], []]);
  });

  it.each([
    "Mon-Fri",
    "08:00-17:00",
    "Mon-Fri 8:00-17:00",
    "Mon-Fri 17:00-08:00",
    "Mon-Fri 08:00-25:00",
    "Mon 08:00-08:00",
    "Mon-Fri 08:00-17:00 except",
    "",
  ])("are not %j", (text) => expect(readHours(text)).toHaveProperty("fault"));
});

describe("stretches of a day", () => {
  it("unite, subtract and intersect like sets of minutes", () => {
    const a = [
      { from: 0, to: 10 },
      { from: 20, to: 30 },
    ];
    const b = [{ from: 5, to: 25 }];
    expect(union([...a, ...b])).toEqual([{ from: 0, to: 30 }]);
    expect(subtract(a, b)).toEqual([
      { from: 0, to: 5 },
      { from: 25, to: 30 },
    ]);
    expect(intersect(a, b)).toEqual([
      { from: 5, to: 10 },
      { from: 20, to: 25 },
    ]);
  });
});
