import { describe, expect, test } from "vitest";
import { faultsOf, reading, refusalOf } from "./written.ts";

const log = (...times: readonly string[]) =>
  `patient,sent\n${times.map((time, i) => `p${i},${time}\n`).join("")}`;

/** Minutes since the first message. */
async function minutesOf(times: readonly string[], options = {}): Promise<readonly number[]> {
  const { sample } = await reading(log(...times), options);
  const sent = [...sample.sent];
  return sent.map((time) => Math.round((time - sent[0]!) * 60_000) / 60_000);
}

const DAY = 1440;

describe("times are recognised where they leave no doubt", () => {
  test.each([
    ["ISO", ["2026-03-02T12:00:30", "2026-03-13T12:00:30"]],
    [
      "ISO with seconds' parts and an offset",
      ["2026-03-02T12:00:30.250-05:00", "2026-03-13T12:00:30.250-0400"],
    ],
    ["ISO in UTC", ["2026-03-02T17:00:30Z", "2026-03-13T17:00:30Z"]],
    ["without signs", ["20260302 120030", "20260313 120030"]],
    ["day first", ["02/03/2026 12:00", "13/03/2026 12:00"]],
    ["month first", ["3/2/2026 12:00", "3/13/2026 12:00"]],
    ["month first, with AM and PM", ["3/2/2026 12:00 PM", "3/13/2026 12:00 p.m."]],
    ["dots", ["02.03.2026 12:00", "13.03.2026 12:00"]],
    ["names of months", ["02-MAR-2026 12:00", "13-Mar-2026 12:00"]],
    ["names of months first", ["Mar 2, 2026 12:00", "March 13, 2026 12:00"].map((time) => `"${time}"`)],
  ])("%s", async (_, times) => {
    const [, later] = await minutesOf(times);
    // The clock was put on on 8 March, so that an hour of the same wall clock is missing.
    const isExact = times[0]!.endsWith("Z");
    expect(later).toBe(11 * DAY - (isExact ? 0 : 60));
  });

  test("one date late in a long file decides; none, and the file is refused, with how to say it", async () => {
    // Longer than what is read of a file at its beginning.
    const doubtful = Array.from(
      { length: 11_000 },
      (_, i) => `0${1 + (i % 9)}/04/2026 09:00:${10 + (i % 50)}`,
    );
    expect(await refusalOf(reading(log(...doubtful)))).toMatch(
      /^time-format sent: every date can be read with the day first .*--time-format "DD\/MM\/YYYY HH:mm"/,
    );
    const decided = await reading(log(...doubtful, "13/04/2026 09:00"));
    expect([decided.start, decided.counts.days]).toEqual(["2026-04-01", 13]);
    const stated = await reading(log(...doubtful), { timeFormats: { all: "MM/DD/YYYY HH:mm" } });
    expect(stated.start).toBe("2026-01-04");
  });

  test("day and month first in one column are refused, wherever they stand", async () => {
    const mixed = await refusalOf(reading(log("13/03/2026 12:00", "3/14/2026 12:00")));
    expect(mixed).toMatch(/^time-format sent: some dates can only have the day first, others only the month/);
    const many = Array.from({ length: 11_000 }, (_, i) => `13/03/2026 09:00:${10 + (i % 50)}`);
    const late = Array.from({ length: 50 }, () => "3/14/2026 12:00");
    expect(await refusalOf(reading(log(...many, ...late)))).toMatch(/^unusable-extract : 50 cells of sent/);
    expect(faultsOf(await reading(log(...many, "3/14/2026 12:00")))).toMatchObject({
      "other-date-order sent": 1,
    });
  });

  test("a second format among ISO times is counted and left out, not guessed at", async () => {
    const times = Array.from({ length: 20 }, (_, i) => `2026-03-${10 + i} 12:00`);
    const found = await reading(
      log(...times, "03/04/2026 12:00", "yesterday", "2026-02-30 12:00", "2026-03-02"),
    );
    expect(faultsOf(found)).toEqual({ "unreadable-time sent": 4 });
    expect(found.counts.messages).toBe(20);
  });

  test.each([
    ["unix", ["1772470830", "1773421230"]],
    ["unix-ms", ["1772470830000", "1773421230000"]],
    ["excel", ["46083.5", "46094.5"]],
    ["DD/MM/YY HH:mm", ["02/03/26 12:00", "13/03/26 12:00"]],
  ])("%s is read when it is stated, and only then", async (format, times) => {
    const [, later] = await minutesOf(times, { timeFormats: { sent: format } });
    expect(later).toBe(11 * DAY - (format.startsWith("unix") ? 0 : 60));
    expect(await refusalOf(reading(log(...times)))).toMatch(/^time-format sent: most cells are in no format/);
  });

  test("a format that is none is refused", async () => {
    expect(await refusalOf(reading(log("2026-03-02 12:00"), { timeFormats: { all: "QQ" } }))).toMatch(
      /^time-format sent: "QQ" is no format of times/,
    );
  });

  test("hours that never pass twelve are told of: AM and PM may be lost", async () => {
    const times = Array.from({ length: 1200 }, (_, i) => `2026-03-02 ${1 + (i % 12)}:00:${10 + (i % 50)}`);
    expect(faultsOf(await reading(log(...times)))).toHaveProperty("hours-to-twelve");
    expect(faultsOf(await reading(log(...times, "2026-03-02 15:00")))).not.toHaveProperty("hours-to-twelve");
  });
});

describe("hours that the clock shows twice or never", () => {
  test("are exact where an offset says which", async () => {
    const times = [
      "2026-11-01T00:30-04:00",
      "2026-11-01T01:30-04:00",
      "2026-11-01T01:30-05:00",
      "2026-11-01T02:30-05:00",
    ];
    expect(await minutesOf(times)).toEqual([0, 60, 120, 180]);
    expect(faultsOf(await reading(log(...times)))).toEqual({});
  });

  test("are counted where nothing does: the first of the two, the moment of the change", async () => {
    const autumn = ["2026-11-01 00:30", "2026-11-01 01:30", "2026-11-01 02:30"];
    expect(await minutesOf(autumn)).toEqual([0, 60, 180]);
    expect(faultsOf(await reading(log(...autumn)))).toEqual({ "clock-shows-twice sent": 1 });
    const spring = ["2026-03-08 01:30", "2026-03-08 02:30", "2026-03-08 03:30"];
    expect(await minutesOf(spring)).toEqual([0, 30, 60]);
    expect(faultsOf(await reading(log(...spring)))).toEqual({ "clock-never-shows sent": 1 });
  });

  test("a reply in such an hour comes after its message: the second of the two, where the first would be too early", async () => {
    const rows = ["sent,replied", "2026-11-01 01:50,2026-11-01 01:10", "2026-11-01 01:10,2026-11-01 01:50"];
    const { sample, faults } = await reading(`${rows.join("\n")}\n`);
    const waits = [...sample.replied].map((replied, i) => replied - sample.sent[i]!);
    expect(waits.sort()).toEqual([20, 40]);
    expect(faults.map(({ code }) => code)).toEqual(["clock-shows-twice", "clock-shows-twice"]);
  });

  test("the local clock over the extract is that of its time zone", async () => {
    const { offsets, counts } = await reading(log("2026-10-31T12:00-04:00", "2026-11-02T12:00-05:00"));
    expect(offsets).toEqual({ atStart: -240, changes: [{ at: DAY + 120, jump: -60 }] });
    expect([...counts.byHour[0]!].flatMap((count, hour) => (count > 0 ? [hour] : []))).toEqual([12, 60]);
  });
});

describe("times in the future", () => {
  const rows = [
    ...Array.from({ length: 20 }, (_, i) => `2026-12-${10 + i} 12:00`),
    "2027-01-02 12:00",
    "2027-01-04 12:00",
  ];

  test("are left out, and those of a made-up log believed until it is said to end", async () => {
    const found = await reading(log(...rows));
    expect(faultsOf(found)).toEqual({ "impossible-time sent": 2 });
    const madeUp = await reading(log(...rows), { to: "2027-01-03" });
    expect([madeUp.counts.messages, faultsOf(madeUp)]).toEqual([21, { "impossible-time sent": 1 }]);
  });
});

describe("the time zone", () => {
  test("is not guessed: times without an offset need it stated", async () => {
    expect(await refusalOf(reading(log("2026-03-02 12:00"), { timeZone: undefined as never }))).toMatch(
      /^no-time-zone --time-zone: .*--time-zone America\/Toronto/,
    );
  });

  test("offsets that are not those of the stated one are counted", async () => {
    const times = ["2026-03-02T12:00-05:00", "2026-03-03T12:00-08:00"];
    expect(faultsOf(await reading(log(...times)))).toEqual({ "offset-of-another-zone sent": 1 });
  });

  test("one that does not exist is refused", async () => {
    expect(await refusalOf(reading(log("2026-03-02 12:00"), { timeZone: "America/Torono" }))).toMatch(
      /^unknown-time-zone --time-zone: there is no time zone "America\/Torono"/,
    );
  });
});
