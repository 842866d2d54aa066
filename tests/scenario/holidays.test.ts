import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/model/index.ts";
import { easterSunday } from "../../src/scenario/dates/easter.ts";
import { holidaysOf } from "../../src/scenario/index.ts";

describe("Ontario's public holidays", () => {
  it("of 2026 are these, with a day in lieu of Boxing Day", () => {
    expect(holidaysOf("CA-ON", 2026).map(({ date, name }) => `${date} ${name}`)).toEqual([
      "2026-01-01 New Year's Day",
      "2026-02-16 Family Day",
      "2026-04-03 Good Friday",
      "2026-05-18 Victoria Day",
      "2026-07-01 Canada Day",
      "2026-09-07 Labour Day",
      "2026-10-12 Thanksgiving Day",
      "2026-12-25 Christmas Day",
      "2026-12-26 Boxing Day",
      "2026-12-28 Boxing Day (observed)",
    ]);
  });

  it("at a weekend are observed on the weekdays that follow, each on one of its own", () => {
    const observed = (year: number) =>
      holidaysOf("CA-ON", year)
        .filter(({ name }) => name.endsWith("(observed)"))
        .map(({ date }) => date);
    expect(observed(2021)).toEqual(["2021-12-27", "2021-12-28"]);
    expect(observed(2022)).toEqual(
      ["2022-01-03", "2022-12-26", "2022-12-27"].filter((date) => date !== "2022-12-26"),
    );
    expect(observed(2023)).toEqual(["2023-01-02", "2023-07-03"]);
    expect(observed(2027)).toEqual(["2027-12-27", "2027-12-28"]);
  });

  it("do not include Easter Monday or the Civic Holiday", () => {
    const dates = holidaysOf("CA-ON", 2026).map(({ date }) => date);
    expect(dates).not.toContain("2026-04-06");
    expect(dates).not.toContain("2026-08-03");
  });

  it("move with Victoria Day, the Monday before 25 May", () => {
    const victoria = [2024, 2025, 2026, 2027, 2028, 2029, 2030].map(
      (year) => holidaysOf("CA-ON", year).find(({ name }) => name === "Victoria Day")!.date,
    );
    expect(victoria).toEqual([
      "2024-05-20",
      "2025-05-19",
      "2026-05-18",
      "2027-05-24",
      "2028-05-22",
      "2029-05-21",
      "2030-05-20",
    ]);
  });
});

describe("Easter", () => {
  it("falls on its published dates, the earliest and the latest among them", () => {
    const published = [
      "1818-03-22",
      "1943-04-25",
      "2000-04-23",
      "2008-03-23",
      "2024-03-31",
      "2025-04-20",
      "2026-04-05",
      "2038-04-25",
    ];
    expect(published.map((date) => isoDate(easterSunday(Number(date.slice(0, 4)))))).toEqual(published);
  });
});

describe("holidays", () => {
  it("may be none, and of no unknown place", () => {
    expect(holidaysOf("none", 2026)).toEqual([]);
    expect(() => holidaysOf("CA-QC", 2026)).toThrow(RangeError);
  });
});
