import { describe, expect, it } from "vitest";
import { plainNames } from "../../../src/experiment/fit/plain-names.ts";
import {
  hoursOfSlots,
  SLOTS_PER_DAY,
  SLOTS_PER_WEEK,
  weekdaysText,
} from "../../../src/experiment/fit/week-slots.ts";
import { blocksWorked, shiftsWorked } from "../../../src/experiment/fit/work-slots.ts";

const at = (day: number, hour: number) => day * SLOTS_PER_DAY + 2 * hour;
const counts = () => ({ begun: new Float64Array(SLOTS_PER_WEEK), late: new Float64Array(SLOTS_PER_WEEK) });

function fill(slots: ReturnType<typeof counts>, day: number, from: number, to: number, each: number) {
  slots.begun.fill(each, at(day, from), at(day, to));
  slots.late.fill(each / 2, at(day, from), at(day, to));
}

describe("hours of a week", () => {
  it("are written as a planner writes them", () => {
    const slots = Array.from({ length: SLOTS_PER_WEEK }, () => false);
    for (const day of [0, 1, 2, 3, 4]) slots.fill(true, at(day, 8.5), at(day, 12));
    slots.fill(true, at(1, 23), at(2, 0));
    expect(hoursOfSlots(slots)).toEqual(["Mon-Fri 08:30-12:00", "Tue 23:00-24:00"]);
    expect(weekdaysText([0, 1, 3, 4, 5])).toBe("Mon,Tue,Thu-Sat");
  });

  it("are the blocks in which work begins, not the minutes in which it is finished late", () => {
    const seen = counts();
    for (const day of [0, 1, 2, 3, 4]) {
      fill(seen, day, 12.5, 13, 40);
      seen.begun[at(day, 13)] = 9;
    }
    expect(hoursOfSlots(blocksWorked(seen))).toEqual(["Mon-Fri 12:30-13:00"]);
  });

  it("are shifts with their breaks, and a weekday's duties taken out, though afternoons are quiet", () => {
    const seen = counts();
    const arriving = new Float64Array(SLOTS_PER_WEEK).fill(1);
    for (const day of [0, 1, 2, 3, 4]) {
      fill(seen, day, 8, 12, 30);
      fill(seen, day, 12.5, 16, 8);
    }
    fill(seen, 1, 13, 15, 0);
    expect(hoursOfSlots(shiftsWorked(seen, arriving))).toEqual([
      "Mon-Fri 08:00-12:00",
      "Mon,Wed-Fri 12:30-16:00",
      "Tue 12:30-13:00",
      "Tue 15:00-16:00",
    ]);
  });
});

describe("shifts of people of whose work only the end is told", () => {
  const arriving = new Float64Array(SLOTS_PER_WEEK).fill(1);
  const week = [0, 1, 2, 3, 4];

  it("begin when they do, not some minutes before the first work was done, after a break too", () => {
    const seen = counts();
    for (const day of week) {
      fill(seen, day, 8, 12, 30);
      fill(seen, day, 12.5, 16, 30);
      for (const before of [7.5, 12]) {
        seen.begun[at(day, before)] = 9;
        seen.late[at(day, before)] = 9;
      }
    }
    expect(hoursOfSlots(shiftsWorked(seen, arriving))).toEqual([
      "Mon-Fri 08:00-12:00",
      "Mon-Fri 12:30-16:00",
    ]);
  });

  it("go on through half-hours in which little begins, if it begins throughout", () => {
    const seen = counts();
    for (const day of week) fill(seen, day, 8, 16, 30);
    for (const day of week) {
      seen.begun[at(day, 11)] = 3;
      seen.late[at(day, 11)] = 1;
    }
    // What comes in is spread over the whole day: 30 % of it in a half-hour is 3 pieces.
    expect(hoursOfSlots(shiftsWorked(seen, arriving))).toEqual(["Mon-Fri 08:00-16:00"]);
  });
});

describe("names from a file", () => {
  it("become keys of a scenario: of one line, short, no two alike, none that means something else", () => {
    const names = plainNames(["refill", "refill", "*", "__proto__", 'a\n"b"', "x".repeat(200), ""]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(0, 5)).toEqual(["refill", "refill (2)", "name 3", "name 4", "a b"]);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(60);
  });
});
