import { describe, expect, it } from "vitest";
import { readDuty } from "../../src/scenario/hours/duty.ts";
import { intersect, subtract, union } from "../../src/scenario/hours/intervals.ts";
import { readWeekdays } from "../../src/scenario/hours/week-days.ts";
import { mergeHours, readHours } from "../../src/scenario/hours/weekly-hours.ts";
import type { Reading } from "../../src/scenario/quantities/reading.ts";
import { parsed, saidOf } from "./parsed.ts";

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

describe("duties", () => {
  const hours = [{ from: 780, to: 900 }];

  it("are of every week, of a date, or of dates from one to another", () => {
    expect(value(readDuty("Tue,Thu 13:00-15:00"))).toEqual({ weekly: [[], hours, [], hours, [], [], []] });
    const on = "2026-05-12";
    expect(value(readDuty("2026-05-12 13:00-15:00"))).toEqual({ dated: { from: on, to: on, hours } });
    expect(value(readDuty(" 2026-03-09  to 2026-03-13 13:00-14:00, 14:00-15:00"))).toEqual({
      dated: { from: "2026-03-09", to: "2026-03-13", hours },
    });
  });

  it.each([
    ["2026-03-09", "not-hours"],
    ["2026-03-09 to 13:00-15:00", "not-hours"],
    ["2026-3-9 13:00-15:00", "not-hours"],
    ["2026-02-29 13:00-15:00", "not-a-date"],
    ["2026-03-09 to 2026-03-32 13:00-15:00", "not-a-date"],
    ["2026-03-13 to 2026-03-09 13:00-15:00", "wrong-order"],
    ["2026-03-09 15:00-13:00", "not-a-time"],
    ["2026-03-09 13:00-15:00 except 14:00-14:30", "not-a-time"],
  ])("are not %j", (text, code) => expect(readDuty(text)).toMatchObject({ fault: { code } }));

  it("that take nothing away are told, once, by whoever has them", () => {
    const people = { Ann: { shifts: ["Mon 10:00-11:00"] }, Bo: { duties: ["2026-03-08 09:00-10:00"] } };
    const duties = ["Mon 08:00-09:00", "2026-03-09 09:00-10:00", "2026-03-07 to 2026-03-08 09:00-10:00"];
    const said = saidOf(undefined, {
      "staff.nurse.count": 3,
      "staff.nurse.duties": duties,
      "staff.nurse.people": people,
    });
    const told = said.flatMap(
      (line) => /staff\.nurse\.(.*): a duty takes nothing away/.exec(line)?.[1] ?? [],
    );
    expect(told).toEqual([
      "duties: Mon 08:00-09:00",
      "duties: 2026-03-07 to 2026-03-08",
      "people.Bo.duties: 2026-03-08",
    ]);
  });
});

describe("hours of one's own", () => {
  const own = (people: Record<string, Record<string, readonly string[]>>, more = {}) =>
    parsed(undefined, { "staff.nurse.people": people, ...more }).clinic.teams[0]!;

  it("replace the team's key by key, in order of the names", () => {
    const inbox = [[{ from: 540, to: 600 }], [], [], [], [], [], []];
    const team = own(
      { Zoe: {}, Ann: { shifts: ["Mon 09:00-10:00"] } },
      { "staff.nurse.inbox": ["Mon 09:00-10:00"], "staff.nurse.duties": ["Tue 09:00-10:00"] },
    );
    expect(team.people.map(({ name }) => name)).toEqual(["Ann", "Zoe"]);
    const [ann, zoe] = team.people;
    expect(ann).toMatchObject({ shifts: inbox, inbox, duties: team.duties });
    expect(zoe).toEqual({ ...ann, name: "Zoe", shifts: team.shifts });
  });

  it("may be everybody's, and then the team needs none", () => {
    const each = { shifts: ["Mon-Fri 09:00-12:00"] };
    const none = { "staff.nurse.shifts": [] };
    expect(own({ Ann: each, Bo: each }, none).shifts.flat()).toEqual([]);
    const patch = { "staff.nurse.people": { Ann: each, Bo: { duties: ["Mon-Fri 09:00-12:00"] } } };
    expect(saidOf(undefined, patch).join()).toContain('"Bo" has no hours in which to answer messages');
    expect(saidOf(undefined, { "staff.nurse.people": { Ann: each }, ...none }).join()).toContain(
      'the team "nurse" has no hours',
    );
  });

  it("are of no more people than there are posts", () => {
    const patch = { "staff.nurse.count": 1, "staff.nurse.people": { Ann: {}, Bo: {} } };
    expect(saidOf(undefined, patch).join()).toContain('the team "nurse" names 2 people, but has 1');
  });
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
