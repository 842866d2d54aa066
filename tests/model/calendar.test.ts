import { describe, expect, test } from "vitest";
import {
  Calendar,
  type CalendarSpec,
  type ClockChange,
  dayNumber,
  daysFromCivil,
  isoDate,
  type WeeklyHours,
  weekdayOf,
} from "../../src/model/index.ts";

const weekdays: WeeklyHours = [0, 1, 2, 3, 4, 5, 6].map((d) => (d < 5 ? [{ from: 480, to: 1020 }] : []));
const spec: CalendarSpec = {
  timeZone: "America/Toronto",
  closedDates: ["2026-01-12"],
  open: weekdays,
  patientSleep: { from: 1320, to: 420 },
};
const monday = "2026-01-05";
const at = (day: number, hour: number, minute = 0) => day * 1440 + hour * 60 + minute;

describe("dates", () => {
  test("every day of two centuries is the day after the one before", () => {
    const first = dayNumber("1899-12-31");
    let previous = isoDate(first);
    for (let n = first + 1; n < dayNumber("2101-01-02"); n++) {
      const date = isoDate(n);
      const [year, month, day] = date.split("-").map(Number) as [number, number, number];
      const [year0, month0, day0] = previous.split("-").map(Number) as [number, number, number];
      const follows =
        (year === year0 && month === month0 && day === day0 + 1) ||
        (year === year0 && month === month0 + 1 && day === 1 && day0 >= 28) ||
        (year === year0 + 1 && month === 1 && day === 1 && month0 === 12 && day0 === 31);
      if (!follows) expect.fail(`${date} after ${previous}`);
      if (dayNumber(date) !== n) expect.fail(date);
      previous = date;
    }
  });

  test("leap days and weekdays are those of the Gregorian calendar", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(isoDate(dayNumber("2000-02-28") + 1)).toBe("2000-02-29");
    expect(isoDate(dayNumber("2100-02-28") + 1)).toBe("2100-03-01");
    expect(isoDate(dayNumber("2028-02-28") + 2)).toBe("2028-03-01");
    expect(weekdayOf(dayNumber("2026-01-05"))).toBe(0);
    expect(weekdayOf(dayNumber("2000-01-01"))).toBe(5);
    expect(weekdayOf(dayNumber("1969-12-28"))).toBe(6);
    expect(daysFromCivil({ year: 2026, month: 0, day: 5 })).toBe(dayNumber("2026-01-05"));
  });

  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "26-01-05", "2026-01-05T00:00", ""])(
    "%j is refused",
    (text) => {
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );

  test("a calendar knows the date, weekday, month and year of any day, inside it or not", () => {
    const calendar = new Calendar(spec, monday, 400, []);
    expect(calendar.dateOf(0)).toBe("2026-01-05");
    expect(calendar.dateOf(-5)).toBe("2025-12-31");
    expect(calendar.dateOf(1000)).toBe("2028-10-01");
    expect(calendar.dayOfDate("2026-02-01")).toBe(27);
    expect(calendar.dayOfDate("2025-12-31")).toBe(-5);
    expect([calendar.month(27), calendar.year(27), calendar.month(-5), calendar.year(-5)]).toEqual([
      1, 2026, 11, 2025,
    ]);
    expect([calendar.dayOfWeek(-1), calendar.dayOfWeek(0), calendar.dayOfWeek(6)]).toEqual([6, 0, 6]);
  });
});

describe("a wall clock that changes", () => {
  const springDay = 62; // 2026-03-08
  const autumnDay = 300; // 2026-11-01
  const changes: ClockChange[] = [
    { at: springDay * 1440 + 120, jump: 60 },
    { at: autumnDay * 1440 - 60 + 120, jump: -60 },
  ];
  const calendar = new Calendar(spec, monday, 400, changes);

  test("the day has 23 hours in spring and 25 in autumn", () => {
    expect(calendar.dateOf(springDay)).toBe("2026-03-08");
    expect(calendar.dateOf(autumnDay)).toBe("2026-11-01");
    const length = (day: number) => calendar.dayStart(day + 1) - calendar.dayStart(day);
    expect([61, 62, 63, 299, 300, 301].map(length)).toEqual([1440, 1380, 1440, 1440, 1500, 1440]);
    expect(calendar.end).toBe(400 * 1440);
  });

  test("a skipped minute is the moment of the change", () => {
    const start = calendar.dayStart(springDay);
    expect([119, 120, 150, 180, 181, 1440].map((m) => calendar.timeOf(springDay, m) - start)).toEqual([
      119, 120, 120, 120, 121, 1380,
    ]);
    expect([119, 120, 121].map((e) => calendar.localMinute(start + e))).toEqual([119, 180, 181]);
  });

  test("a minute that comes twice is the first of the two", () => {
    const start = calendar.dayStart(autumnDay);
    expect([59, 60, 119, 120, 180, 1440].map((m) => calendar.timeOf(autumnDay, m) - start)).toEqual([
      59, 60, 119, 180, 240, 1500,
    ]);
    expect([119, 120, 179, 180].map((e) => calendar.localMinute(start + e))).toEqual([119, 60, 119, 120]);
  });

  test("every minute falls in the day that began last", () => {
    for (const t of [0, 1439, 1440, ...changes.flatMap(({ at }) => [at - 1, at, at + 1]), calendar.end - 1]) {
      const day = calendar.dayOf(t);
      expect(calendar.dayStart(day)).toBeLessThanOrEqual(t);
      expect(calendar.dayStart(day + 1)).toBeGreaterThan(t);
    }
    expect(calendar.dayOf(-1)).toBe(-1);
    expect(calendar.dayOf(calendar.end)).toBe(400);
  });

  test("a clock put back at midnight lengthens the day before, one put on shortens the day after", () => {
    const back = new Calendar(spec, monday, 3, [{ at: 1440, jump: -60 }]);
    expect([back.dayStart(1), back.dayStart(2)]).toEqual([1500, 2940]);
    expect(back.localMinute(1450)).toBe(1390);
    const on = new Calendar(spec, monday, 3, [{ at: 1440, jump: 60 }]);
    expect([on.dayStart(1), on.dayStart(2)]).toEqual([1440, 2820]);
    expect(on.timeOf(1, 30)).toBe(1440);
    expect(on.timeOf(1, 90)).toBe(1470);
  });

  test("opening hours across the change keep wall-clock ends", () => {
    const allDay: CalendarSpec = { ...spec, open: [0, 1, 2, 3, 4, 5, 6].map(() => [{ from: 60, to: 600 }]) };
    const open = new Calendar(allDay, monday, 400, changes).business;
    const minutes = (day: number) => open.between(calendar.dayStart(day), calendar.dayStart(day + 1));
    expect([61, springDay, autumnDay].map(minutes)).toEqual([540, 480, 600]);
  });
});

describe("business days and promises", () => {
  const calendar = new Calendar(spec, monday, 60, []);
  const friday = 4;
  const due = (days: number, starts: "when sent" | "at the next opening", sent: number) =>
    calendar.promiseDue({ clock: "business-day-end", days }, starts, sent);

  test("closed dates and dates without hours are no business days", () => {
    expect([4, 5, 6, 7, 8].map((day) => calendar.isOpenDay(day))).toEqual([true, false, false, false, true]);
    expect(calendar.isClosed(7)).toBe(true);
    expect(calendar.isClosed(6)).toBe(false);
    expect([0, 1, 5, 8, 9].map((day) => calendar.openDaysBefore(day))).toEqual([0, 1, 5, 5, 6]);
  });

  test("the next opening is now, later today, or after the long weekend", () => {
    expect(calendar.nextOpening(at(0, 9))).toBe(at(0, 9));
    expect(calendar.nextOpening(at(0, 7))).toBe(at(0, 8));
    expect(calendar.nextOpening(at(friday, 17))).toBe(at(8, 8));
    expect(calendar.nextOpening(at(59, 18))).toBe(Number.POSITIVE_INFINITY);
  });

  test("sent on Friday evening before a closed Monday", () => {
    const sent = at(friday, 18, 30);
    expect(due(2, "when sent", sent)).toBe(at(9, 17)); // Friday is day 0, Tuesday 1, Wednesday 2
    expect(due(2, "at the next opening", sent)).toBe(at(10, 17)); // Tuesday is day 0
    expect(due(0, "when sent", sent)).toBe(at(friday, 17)); // too late from the start
    expect(due(0, "at the next opening", sent)).toBe(at(8, 17));
  });

  test("sent on a closed date, a Saturday, and before opening", () => {
    expect(due(1, "when sent", at(7, 10))).toBe(at(8, 17));
    expect(due(0, "when sent", at(7, 10))).toBe(at(8, 17));
    expect(due(1, "at the next opening", at(5, 10))).toBe(at(9, 17));
    expect(due(1, "when sent", at(0, 6))).toBe(at(1, 17));
    expect(due(1, "at the next opening", at(0, 6))).toBe(at(1, 17));
    expect(due(1, "at the next opening", at(0, 17))).toBe(at(2, 17));
  });

  test("open minutes pass in business time, wall minutes always", () => {
    const eighteenHours = { clock: "open", minutes: 1080 } as const;
    expect(calendar.promiseDue(eighteenHours, "when sent", at(friday, 16))).toBe(at(9, 16));
    expect(calendar.promiseDue(eighteenHours, "when sent", at(friday, 20))).toBe(at(9, 17));
    expect(calendar.promiseDue({ clock: "wall", minutes: 60 }, "when sent", at(5, 3))).toBe(at(5, 4));
    expect(calendar.promiseDue({ clock: "wall", minutes: 60 }, "at the next opening", at(5, 3))).toBe(
      at(8, 9),
    );
  });

  test("beyond the calendar nothing falls due", () => {
    expect(due(1, "when sent", at(59, 10))).toBe(Number.POSITIVE_INFINITY);
    expect(due(1, "at the next opening", at(59, 20))).toBe(Number.POSITIVE_INFINITY);
  });

  test("patients sleep across midnight, within a day, or not at all", () => {
    const awake = (from: number, to: number) =>
      new Calendar({ ...spec, patientSleep: { from, to } }, monday, 2, []).waking;
    expect(awake(1320, 420).total).toBe(1800);
    expect(awake(1320, 420).nextStart(0)).toBe(420);
    expect(awake(60, 420).nextStart(100)).toBe(420);
    expect(awake(60, 420).nextStart(30)).toBe(30);
    expect(awake(0, 0).total).toBe(2880);
    expect(awake(0, 0).stretchCount).toBe(1);
  });
});
