import { describe, expect, it } from "vitest";
import { readDates } from "../../src/scenario/dates/dates.ts";
import { readEveningLength } from "../../src/scenario/hours/evening-length.ts";
import { readDuration } from "../../src/scenario/quantities/duration.ts";
import { readEvents } from "../../src/scenario/quantities/events.ts";
import { readMoney } from "../../src/scenario/quantities/money.ts";
import { readNotice } from "../../src/scenario/quantities/notice.ts";
import { readDaysPerYear, readGrowth, readWeeksPerYear } from "../../src/scenario/quantities/per-year.ts";
import { readDelivery, writtenClock, writtenDuration } from "../../src/scenario/quantities/policy-times.ts";
import { readWithin } from "../../src/scenario/quantities/promise-within.ts";
import type { Reading } from "../../src/scenario/quantities/reading.ts";
import { readFlareRate, readVolume } from "../../src/scenario/quantities/volume.ts";
import { readWorkVolume } from "../../src/scenario/quantities/work-volume.ts";
import { MINUTES_PER_MONTH, MINUTES_PER_YEAR } from "../../src/units.ts";

const value = <T>(reading: Reading<T>) => ("value" in reading ? reading.value : reading.fault.code);

describe("a duration", () => {
  it.each([
    ["8 min", 8],
    ["90 s", 1.5],
    ["1.5 h", 90],
    ["2 days", 2880],
    ["6 weeks", 60_480],
    ["0 min", 0],
    ["1e2 minutes", 100],
    [".5 hours", 30],
    ["15min", 15],
  ])("%s is %d minutes", (text, minutes) => {
    expect(value(readDuration(text))).toBeCloseTo(minutes, 12);
  });

  it.each([
    ["8", "missing-unit"],
    ["8 mins", "unknown-unit"],
    ["8 m", "unknown-unit"],
    ["8 kg", "unknown-unit"],
    ["1 month", "unknown-unit"],
    ["2 business days", "unknown-unit"],
    ["-3 min", "out-of-range"],
    ["1e999 min", "not-finite"],
    ["1e305 weeks", "not-finite"],
    ["NaN min", "not-a-duration"],
    ["Infinity min", "not-a-duration"],
    ["0x10 min", "unknown-unit"],
    ["1,5 h", "unknown-unit"],
    ["min", "not-a-duration"],
    ["", "not-a-duration"],
    ["5 min + 3 min", "unknown-unit"],
    ["1:1e9 min", "unknown-unit"],
  ])("refuses %j as %s", (text, code) => {
    expect(value(readDuration(text))).toBe(code);
  });
});

describe("a volume", () => {
  it("is a mean rate of each portal patient, or of all together", () => {
    const each = { rate: 19 / 100 / MINUTES_PER_MONTH, per: "portal patient" };
    expect(value(readVolume("19 per 100 portal patients per month"))).toEqual(each);
    expect(value(readVolume("19 messages per 100 portal patients per month"))).toEqual(each);
    expect(value(readVolume("2.5 per portal patient per year"))).toEqual({
      rate: 2.5 / MINUTES_PER_YEAR,
      per: "portal patient",
    });
    expect(value(readVolume("900 per week"))).toEqual({ rate: 900 / 10_080, per: "specialty" });
  });

  it.each([
    "19",
    "19 per month per patient",
    "per month",
    "19 per 0 portal patients per month",
    "-1 per day",
    "1e999 per day",
  ])("refuses %j", (text) => expect(typeof value(readVolume(text))).toBe("string"));

  it("of other work is the team's or each person's", () => {
    expect(value(readWorkVolume("13 per business day"))).toEqual({ perBusinessDay: 13, per: "team" });
    expect(value(readWorkVolume("18 per physician per business day"))).toEqual({
      perBusinessDay: 18,
      per: "physician",
    });
    expect(value(readWorkVolume("18 per day"))).toBe("not-a-volume");
  });
});

describe("what comes on top, and visits", () => {
  it("are events of a business day", () => {
    expect(value(readEvents("30 per business day"))).toBe(30);
    expect(
      ["30 per day", "30", "-1 per business day", "1e999 per business day"].map((text) =>
        value(readEvents(text)),
      ),
    ).toEqual(["not-a-volume", "not-a-volume", "out-of-range", "not-finite"]);
  });

  it("are flares of a patient, or of all together", () => {
    const each = { rate: 0.3 / MINUTES_PER_YEAR, per: "portal patient" };
    expect(value(readFlareRate("0.3 per patient per year"))).toEqual(each);
    expect(value(readFlareRate("0.3 flares per portal patient per year"))).toEqual(each);
    expect(value(readFlareRate("30 per 100 patients per year"))).toEqual(each);
    expect(value(readFlareRate("2 flares per week"))).toEqual({ rate: 2 / 10_080, per: "specialty" });
    expect(value(readFlareRate("3 messages per week"))).toBe("not-a-volume");
    expect(value(readVolume("0.3 per patient per year"))).toBe("not-a-volume");
  });

  it("are booked with whole business days of notice", () => {
    expect([0, 3, "1 business day", "10 business days"].map((text) => value(readNotice(text)))).toEqual([
      0, 3, 1, 10,
    ]);
    const faults = [1.5, -1, Number.NaN, 261, "1 day", "1.5 business days", ""].map((text) =>
      value(readNotice(text)),
    );
    expect(faults).toEqual([
      "wrong-type",
      "out-of-range",
      "not-a-number",
      "out-of-range",
      "not-a-notice",
      "wrong-type",
      "not-a-notice",
    ]);
  });

  it("may be per person of any role", () => {
    expect(value(readWorkVolume("2 per nurse-practitioner per business day"))).toMatchObject({
      per: "nurse-practitioner",
    });
    expect(value(readWorkVolume("2 per doctor per business day"))).toBe("not-a-volume");
  });
});

describe("leave and evenings", () => {
  it("are dates, one or from one to another", () => {
    expect(value(readDates("2026-03-02"))).toEqual({ from: "2026-03-02", to: "2026-03-02" });
    expect(value(readDates(" 2026-07-06 to 2026-07-17 "))).toEqual({ from: "2026-07-06", to: "2026-07-17" });
    const faults = ["2026-02-29", "2026-07-17 to 2026-07-06", "July", "2026-03-02 - 2026-03-04", ""];
    expect(faults.map((text) => value(readDates(text)))).toEqual([
      "not-a-date",
      "wrong-order",
      "not-a-date",
      "not-a-date",
      "not-a-date",
    ]);
  });

  it("end after a while, or when nothing waits", () => {
    expect(value(readEveningLength("45 min"))).toBe(45);
    expect(value(readEveningLength("until empty"))).toBe(Number.POSITIVE_INFINITY);
    expect(value(readEveningLength("until late"))).toBe("not-a-duration");
  });
});

describe("a policy's times", () => {
  it.each([
    [129_600, "90 days"],
    [1440, "1 day"],
    [540, "9 h"],
    [90, "90 min"],
    [2, "2 min"],
    [0.5, "0.5 min"],
    [0, "0 min"],
  ])("of %d minutes are written %s, and read again", (minutes, text) => {
    expect(writtenDuration(minutes)).toBe(text);
    expect(value(readDuration(text))).toBe(minutes);
  });

  it("of a day are read up to midnight", () => {
    expect(value(readDelivery(writtenClock(8 * 60 + 5)))).toBe(485);
    expect(value(readDelivery("00:00"))).toBe(0);
    expect(value(readDelivery("24:00"))).toBe("out-of-range");
    expect(value(readDelivery("9:00"))).toBe("not-a-time");
  });
});

describe("rates and money", () => {
  it("are read with their units", () => {
    expect(value(readWeeksPerYear("4 weeks per year"))).toBe(4);
    expect(value(readDaysPerYear("8.5 days per year"))).toBe(8.5);
    expect(value(readGrowth("10% per year"))).toBeCloseTo(0.1, 15);
    expect(value(readGrowth("-5 % per year"))).toBeCloseTo(-0.05, 15);
    expect(value(readMoney("55 CAD"))).toEqual({ amount: 55, currency: "CAD" });
  });

  it("are refused without them, and beyond reason", () => {
    expect(value(readWeeksPerYear("20 days per year"))).toBe("not-a-rate");
    expect(value(readWeeksPerYear("53 weeks per year"))).toBe("out-of-range");
    expect(value(readGrowth("10%"))).toBe("not-a-rate");
    expect(value(readGrowth("-95% per year"))).toBe("out-of-range");
    expect(value(readMoney("$55"))).toBe("not-money");
    expect(value(readMoney("-55 CAD"))).toBe("out-of-range");
  });
});

describe("a time to reply within", () => {
  it("names its clock", () => {
    expect(value(readWithin("end of business day 2"))).toEqual({ clock: "business-day-end", days: 2 });
    expect(value(readWithin("18 open hours"))).toEqual({ clock: "open", minutes: 1080 });
    expect(value(readWithin("48 h"))).toEqual({ clock: "wall", minutes: 2880 });
    expect(value(readWithin("2 days"))).toEqual({ clock: "wall", minutes: 2880 });
  });

  it.each([
    "2 business days",
    "end of business day",
    "end of business day 61",
    "0 h",
    "0 open hours",
    "soon",
  ])("refuses %j", (text) => expect(typeof value(readWithin(text))).toBe("string"));
});
