import { describe, expect, test } from "vitest";
import type { Team } from "../../src/model/index.ts";
import { at, CALL, physicians, round, run, type TinyClinic, thread, work } from "./tiny-clinic.ts";

const everyEvening = [true, true, true, true, true, true, true];
const evening = (from: number, upTo: number, changes: Partial<Team> = {}) =>
  physicians({ evenings: [{ days: everyEvening, from, upTo, probability: 1 }], reRead: 1, ...changes });
const long = (sent: number, minutes: number) => thread(sent, { rounds: [round({ physician: minutes })] });
const go = (tiny: TinyClinic) => run({ policies: { triage: { type: "none" } }, days: 2, ...tiny });
const tonight = { "0.0": { evenings: [0] } };
const seven = at(0, "19:00");
const tomorrow = at(1, "8:00");

describe("an evening", () => {
  test("begins with a choice and goes on while there is something to do", () => {
    const { log, duty, stretches } = go({
      teams: [evening(seven, 60)],
      people: tonight,
      threads: [
        long(at(0, "17:00"), 20),
        long(at(0, "18:00"), 10),
        long(at(0, "19:15"), 5),
        long(at(0, "19:40"), 5),
      ],
    });
    expect(log).toEqual([
      "0.0 reply #0 1140-1160",
      "0.0 reply #1 1160-1170",
      "0.0 reply #2 1170-1175",
      // It was over at 19:35, and does not open again.
      `0.0 reply #3 ${tomorrow}-${tomorrow + 5}`,
    ]);
    expect(duty.slice(2, 4)).toEqual([
      [1140, 0, 1],
      [1175, 0, 0],
    ]);
    expect(stretches.map((stretch) => stretch.evening)).toEqual([true, true, true, false]);
  });

  test("is over at once when there is nothing to do", () => {
    const { duty, log } = go({ teams: [evening(seven, 60)], people: tonight, threads: [long(seven + 1, 5)] });
    expect(duty.slice(2, 4)).toEqual([
      [seven, 0, 1],
      [seven, 0, 0],
    ]);
    expect(log).toEqual([`0.0 reply #0 ${tomorrow}-${tomorrow + 5}`]);
  });

  test("takes what comes at that very moment", () => {
    const { log } = go({ teams: [evening(seven, 60)], people: tonight, threads: [long(seven, 5)] });
    expect(log).toEqual(["0.0 reply #0 1140-1145"]);
  });

  test("is over after work of no minutes and nothing more in the same instant", () => {
    const { duty } = go({ teams: [evening(seven, 60)], people: tonight, threads: [long(seven, 0)] });
    expect(duty.slice(2, 4)).toEqual([
      [seven, 0, 1],
      [seven, 0, 0],
    ]);
  });

  test("has a cap, at which work is put back or finished", () => {
    const over = (endOfHours: Team["endOfHours"]) =>
      go({ teams: [evening(seven, 30, { endOfHours })], people: tonight, threads: [long(seven, 50)] }).log;
    expect(over("suspend")).toEqual(["0.0 reply #0 1140-1170", `0.0 reply #0 ${tomorrow}-${tomorrow + 21}`]);
    expect(over("finish")).toEqual(["0.0 reply #0 1140-1190"]);
  });

  test("waits for work from before that is still in hand, its cap does not", () => {
    const busy = (minutes: number) =>
      go({
        teams: [evening(at(0, "16:30"), 60, { endOfHours: "finish" })],
        people: tonight,
        threads: [long(at(0, "15:50"), minutes), long(at(0, "16:10"), 5)],
      }).log;
    expect(busy(50)).toEqual(["0.0 reply #0 950-1000", "0.0 reply #1 1000-1005"]);
    expect(busy(120)).toEqual(["0.0 reply #0 950-1070", `0.0 reply #1 ${tomorrow}-${tomorrow + 5}`]);
  });

  test("adds to hours that it overlaps", () => {
    const team = evening(at(0, "15:30"), 60);
    const { log, duty } = go({
      teams: [team],
      people: tonight,
      threads: [long(at(0, "15:25"), 50), long(961, 10)],
    });
    expect(log).toEqual(["0.0 reply #0 925-975", "0.0 reply #1 975-985"]);
    expect(duty.slice(0, 2)).toEqual([
      [480, 0, 1],
      [985, 0, 0],
    ]);
  });

  test("that finds nothing within hours is over, and hours go on", () => {
    const team = evening(at(0, "15:30"), 60);
    const { log, duty } = go({ teams: [team], people: tonight, threads: [long(at(0, "15:35"), 50)] });
    expect(log).toEqual(["0.0 reply #0 935-960", `0.0 reply #0 ${tomorrow}-${tomorrow + 26}`]);
    expect(duty.slice(0, 2)).toEqual([
      [480, 0, 1],
      [960, 0, 0],
    ]);
  });

  test("that only touches hours is apart from them: work is put back and read again", () => {
    const { log, duty } = go({
      teams: [evening(at(0, "16:00"), 60)],
      people: tonight,
      threads: [long(at(0, "15:50"), 20)],
    });
    expect(log).toEqual(["0.0 reply #0 950-960", "0.0 reply #0 960-971"]);
    expect(duty.slice(1, 4)).toEqual([
      [960, 0, 0],
      [960, 0, 1],
      [971, 0, 0],
    ]);
    const early = go({
      teams: [evening(at(0, "7:00"), 60)],
      people: tonight,
      threads: [long(at(0, "7:00"), 70)],
    });
    expect(early.log).toEqual(["0.0 reply #0 420-480", "0.0 reply #0 480-491"]);
  });

  test("is kept on closed dates and by those who are there only", () => {
    const team = evening(seven, 60);
    const closed = go({
      teams: [team],
      people: tonight,
      calendar: { closedDates: ["2026-01-05"] },
      threads: [long(500, 5)],
    });
    expect(closed.log).toEqual(["0.0 reply #0 1140-1145"]);
    const away = go({
      teams: [team],
      people: { "0.0": { evenings: [0], away: [0] } },
      threads: [long(500, 5)],
    });
    expect(away.log).toEqual([`0.0 reply #0 ${tomorrow}-${tomorrow + 5}`]);
    const absence = { vacationWeeks: 0, vacationStretch: 1, sickDays: 0, cover: "float" } as const;
    const float = go({
      teams: [{ ...team, absence }],
      people: { "0.0": { evenings: [0], away: [0] } },
      threads: [long(961, 5)],
    });
    expect(float.log).toEqual(["0.0 reply #0 1140-1145"]);
  });

  test("of no length, or in an hour that is skipped, does not open", () => {
    expect(go({ teams: [evening(seven, 0)], people: tonight, threads: [long(961, 5)] }).duty).toHaveLength(4);
    const skipped = go({
      teams: [evening(130, 30)],
      start: "2026-03-08",
      clockChanges: [{ at: 120, jump: 60 }],
      people: tonight,
      threads: [long(100, 5)],
    });
    expect(skipped.log).toEqual(["0.0 reply #0 420-425"]);
  });

  test("may last until midnight, and is that of its own day", () => {
    const { log } = go({
      teams: [evening(at(0, "23:30"), 30)],
      people: { "0.0": { evenings: [0, 1] } },
      threads: [long(at(0, "23:50"), 5), long(at(0, "23:55"), 20)],
    });
    // It was over at 23:30 on Monday.
    expect(log[0]).toBe(`0.0 reply #0 ${tomorrow}-${tomorrow + 5}`);
    const busy = go({
      teams: [evening(at(0, "23:30"), 30)],
      people: { "0.0": { evenings: [0] } },
      threads: [long(at(0, "23:00"), 50)],
    });
    expect(busy.log).toEqual(["0.0 reply #0 1410-1440", `0.0 reply #0 ${tomorrow}-${tomorrow + 21}`]);
  });

  test("a call in the evening is taken, and goes on beyond the cap", () => {
    const { log, duty } = go({
      teams: [evening(seven, 30)],
      people: tonight,
      threads: [long(1000, 40)],
      work: [work(seven + 20, 15, { source: CALL })],
    });
    expect(log).toEqual([
      "0.0 reply #0 1140-1160",
      "0.0 call #0 1160-1175",
      `0.0 reply #0 ${tomorrow}-${tomorrow + 21}`,
    ]);
    expect(duty[3]).toEqual([1170, 0, 0]);
  });
});
