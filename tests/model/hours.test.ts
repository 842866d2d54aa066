import { describe, expect, test } from "vitest";
import { rankOf } from "../../src/model/index.ts";
import { named } from "./named-person.ts";
import { at, hours, nurses, physicians, round, run, thread, work } from "./tiny-clinic.ts";

const alone = { policies: { triage: { type: "none" } } } as const;
const long = (sent: number, minutes: number) => thread(sent, { rounds: [round({ physician: minutes })] });

describe("work in hand when hours end", () => {
  test("is finished under finish, and nothing more is taken up", () => {
    const teams = [physicians({ endOfHours: "finish" })];
    const { log } = run({ ...alone, teams, threads: [long(at(0, "15:50"), 30), long(at(0, "15:55"), 5)] });
    expect(log).toEqual(["0.0 reply #0 950-980", `0.0 reply #1 ${at(1, "8:00")}-${at(1, "8:05")}`]);
  });

  test("is put back at its old place under suspend, and read again", () => {
    const teams = [physicians({ reRead: 3, shifts: hours("8:00-12:00 13:00-16:00") })];
    const { log, messages, stretches } = run({
      ...alone,
      teams,
      threads: [long(at(0, "11:50"), 30), long(at(0, "11:55"), 5)],
    });
    expect(log).toEqual(["0.0 reply #0 710-720", "0.0 reply #0 780-803", "0.0 reply #1 803-808"]);
    expect(messages[0]).toMatchObject({
      firstRead: 710,
      replied: 803,
      physicianMinutes: 33,
      physicianTouches: 1,
    });
    expect(stretches.map(({ entered }) => entered)).toEqual([710, 710, 715]);
  });

  test("suspended work is overtaken by what goes before it, and taken up by whoever comes to it", () => {
    const teams = [physicians({ count: 2, reRead: 1, shifts: hours("8:00-12:00 13:00-16:00") })];
    const { log } = run({
      teams,
      policies: { triage: { type: "none" }, routing: { type: "physician-pool" } },
      threads: [long(at(0, "11:50"), 30), thread(at(0, "12:30"), { flagged: true })],
      work: [work(at(0, "11:50"), 10, { source: 2 })],
    });
    // At 12:00 person 1 is done as hours end; both are free since 13:00.
    expect(log).toEqual([
      "0.1 other work #0 710-720",
      "0.0 reply #0 710-720",
      "0.0 reply #1 780-800",
      "0.1 reply #0 780-801",
    ]);
  });

  test("work that ends as hours end is done", () => {
    for (const endOfHours of ["finish", "suspend"] as const) {
      const teams = [physicians({ endOfHours, reRead: 5 })];
      const { log } = run({ ...alone, teams, threads: [long(at(0, "15:40"), 20)] });
      expect(log).toEqual(["0.0 reply #0 940-960"]);
    }
  });

  test("a break that is finished through, and hours that begin meanwhile, change nothing for the work in hand", () => {
    const teams = [physicians({ endOfHours: "finish", shifts: hours("8:00-12:00 12:10-16:00") })];
    const { log, duty } = run({ ...alone, days: 1, teams, threads: [long(0, 1), long(at(0, "11:50"), 30)] });
    expect(log).toEqual(["0.0 reply #0 480-481", "0.0 reply #1 710-740"]);
    expect(duty.map(([time, , onDuty]) => [time, onDuty])).toEqual([
      [480, 1],
      [720, 0],
      [730, 1],
      [960, 0],
    ]);
  });
});

describe("hours for messages", () => {
  const free = (
    changes: Parameters<typeof physicians>[0],
    extra: Partial<Parameters<typeof run>[0]> = {},
  ) => {
    const { duty } = run({ ...alone, days: 1, teams: [physicians(changes)], ...extra });
    return duty.map(([time]) => time);
  };

  test("are shifts less clinic less duties", () => {
    expect(free({ duties: hours("9:00-10:00 15:00-16:30"), clinic: hours("9:30-12:00") })).toEqual([
      480, 540, 720, 900,
    ]);
    expect(free({ clinic: hours("8:00-16:00") })).toEqual([]);
  });

  test("are the inbox blocks where there are any, also in a clinic session, but not in a duty", () => {
    const inbox = hours("12:30-13:00 15:30-17:00");
    expect(free({ inbox, clinic: hours("15:00-16:00") })).toEqual([750, 780, 930, 1020]);
    expect(free({ inbox, duties: hours("12:00-13:00"), clinic: hours("15:00-16:00") })).toEqual([930, 1020]);
    expect(free({ inbox, duties: hours("12:45-12:50 16:00-18:00") })).toEqual([750, 765, 770, 780, 930, 960]);
  });

  test("are without duties on their dates, first and last included, closed dates left out", () => {
    const datedDuties = [
      { from: "2026-01-06", to: "2026-01-08", hours: [{ from: 600, to: 660 }] },
      { from: "2026-01-08", to: "2026-01-08", hours: [{ from: 630, to: 720 }] },
      { from: "2025-12-01", to: "2026-01-04", hours: [{ from: 0, to: 1440 }] },
    ];
    const days = (changes: Parameters<typeof physicians>[0]) =>
      free(
        { shifts: hours("8:00-12:00"), ...changes },
        { days: 5, calendar: { closedDates: ["2026-01-07"] } },
      );
    expect(days({ datedDuties })).toEqual(
      [
        [at(0, "8:00"), at(0, "12:00")],
        [at(1, "8:00"), at(1, "10:00"), at(1, "11:00"), at(1, "12:00")],
        [at(3, "8:00"), at(3, "10:00")],
        [at(4, "8:00"), at(4, "12:00")],
      ].flat(),
    );
    // From inbox blocks too, and on top of the weekly ones.
    const inbox = hours("9:00-11:00");
    expect(days({ datedDuties, inbox, duties: hours("10:00-10:30", [1]) }).slice(2, 4)).toEqual([
      at(1, "9:00"),
      at(1, "10:00"),
    ]);
  });

  test("are a person's own where there are any, by ordinal, and the team's for the rest", () => {
    const team = physicians({ count: 3, inbox: hours("12:00-13:00") });
    const { inbox: _, ...without } = team;
    const people = [
      named(without as typeof team, "a", { shifts: hours("8:00-9:00 10:00-11:00", [0]) }),
      named(team, "b", {
        shifts: hours("9:00-12:00", [1]),
        duties: hours("11:30-12:00"),
        inbox: hours(""),
      }),
    ];
    const { duty } = run({ ...alone, days: 2, teams: [{ ...team, people }] });
    const changes = duty.map(([time, , onDuty]) => [time, onDuty]);
    expect(changes).toEqual([
      [at(0, "8:00"), 1],
      [at(0, "9:00"), 0],
      [at(0, "10:00"), 1],
      [at(0, "11:00"), 0],
      [at(0, "12:00"), 1],
      [at(0, "13:00"), 0],
      [at(1, "12:00"), 1],
      [at(1, "13:00"), 0],
    ]);
  });

  test("of a part-timer take messages off a colleague while both are there, and then no more", () => {
    const team = nurses({ count: 2, shifts: hours("8:00-16:00") });
    const people = [named(team, "part-timer", { shifts: hours("8:00-8:15", [0]) })];
    const { log } = run({
      teams: [{ ...team, people }, physicians()],
      threads: [0, 1, 2].map((id) =>
        thread(at(0, "8:00") + id, {
          rounds: [round({ lowestRole: rankOf("nurse"), triage: 10, nurse: 0 })],
        }),
      ),
    });
    expect(log).toEqual([
      "0.0 reply #0 480-490",
      "0.1 reply #1 481-491",
      // Suspended when the part-timer leaves, at its old place for whoever is there.
      "0.0 reply #2 490-495",
      "0.1 reply #2 495-500",
    ]);
  });

  test("begin later when a clinic session runs over, and may be lost to it", () => {
    const team = {
      clinic: hours("9:00-12:00 13:00-15:00"),
      inbox: hours("12:00-12:30 12:45-13:00 15:00-16:00"),
    };
    const over = (minutes: number) => free(team, { people: { "0.0": { overrun: [minutes] } } });
    expect(over(0)).toEqual([720, 750, 765, 780, 900, 960]);
    expect(over(10)).toEqual([730, 750, 765, 780, 910, 960]);
    expect(over(50)).toEqual([770, 780, 950, 960]);
    expect(over(75)).toEqual([]);
    // Shifts with gaps: an overrun only takes away.
    expect(free({ clinic: hours("9:00-12:00") }, { people: { "0.0": { overrun: [20] } } })).toEqual([
      480, 540, 740, 960,
    ]);
  });

  test("that touch are one, also across midnight", () => {
    const shifts = [
      [
        { from: 480, to: 720 },
        { from: 1200, to: 1440 },
      ],
      [{ from: 0, to: 120 }],
      [],
      [],
      [],
      [],
      [],
    ];
    const inbox = [[{ from: 480, to: 600 }], [], [], [], [], [], []];
    const night = run({
      ...alone,
      teams: [physicians({ shifts, reRead: 9 })],
      threads: [long(at(0, "23:50"), 30)],
    });
    expect(night.log).toEqual(["0.0 reply #0 1430-1460"]);
    expect(night.duty.map(([time]) => time)).toEqual([480, 720, 1200, 1560]);
    expect(run({ teams: [physicians({ inbox })] }).duty.map(([time]) => time)).toEqual([480, 600]);
  });

  test("an overrun takes only from the hours of its own day", () => {
    const shifts = [[], [{ from: 0, to: 120 }], [], [], [], [], []];
    const clinic = [[{ from: 1200, to: 1380 }], [], [], [], [], [], []];
    expect(free({ shifts, clinic }, { days: 2, people: { "0.0": { overrun: [120] } } })).toEqual([
      1440, 1560,
    ]);
  });

  test("are none on a closed date, but are kept on a date without opening hours", () => {
    const calendar = { closedDates: ["2026-01-06"], open: hours("8:00-16:00", [0, 1]) };
    const { log } = run({ ...alone, calendar, teams: [physicians()], threads: [long(at(0, "15:55"), 10)] });
    expect(log).toEqual(["0.0 reply #0 955-960", `0.0 reply #0 ${at(2, "8:00")}-${at(2, "8:05")}`]);
  });
});

describe("days on which the clock changes", () => {
  const shifts = hours("1:00-4:00");

  test("a shift over the hour that is skipped is an hour shorter", () => {
    const { duty, log } = run({
      ...alone,
      start: "2026-03-08",
      days: 2,
      clockChanges: [{ at: 120, jump: 60 }],
      teams: [physicians({ shifts })],
      threads: [long(70, 200)],
    });
    expect(duty.map(([time]) => time)).toEqual([60, 180, 1380 + 60, 1380 + 240]);
    expect(log).toEqual(["0.0 reply #0 70-180", "0.0 reply #0 1440-1530"]);
  });

  test("a shift over the hour that comes twice is an hour longer", () => {
    const { duty, log } = run({
      ...alone,
      start: "2026-11-01",
      days: 2,
      clockChanges: [{ at: 120, jump: -60 }],
      teams: [physicians({ shifts })],
      threads: [long(70, 240)],
    });
    expect(duty.map(([time]) => time)).toEqual([60, 300, 1560, 1740]);
    expect(log).toEqual(["0.0 reply #0 70-300", "0.0 reply #0 1560-1570"]);
  });

  test("a shift that begins in the skipped hour begins at the change, one within it does not take place", () => {
    const clockChanges = [{ at: 120, jump: 60 }];
    const shiftsOf = (text: string) =>
      run({
        ...alone,
        start: "2026-03-08",
        days: 1,
        clockChanges,
        teams: [physicians({ shifts: hours(text) })],
      }).duty;
    expect(shiftsOf("2:30-4:00").map(([time]) => time)).toEqual([120, 180]);
    expect(shiftsOf("2:15-2:45")).toEqual([]);
  });

  test("overruns are elapsed minutes", () => {
    const team = physicians({ shifts: hours("0:30-5:00"), clinic: hours("0:30-1:30") });
    const { duty } = run({
      ...alone,
      start: "2026-03-08",
      days: 1,
      clockChanges: [{ at: 120, jump: 60 }],
      teams: [team],
      people: { "0.0": { overrun: [45] } },
    });
    expect(duty.map(([time]) => time)).toEqual([135, 240]);
  });
});

describe("nurses and other teams", () => {
  test("work independently of each other, in the order of the list within an instant", () => {
    const { log } = run({
      teams: [nurses({ shifts: hours("8:00-9:00") }), physicians({ shifts: hours("9:00-10:00") })],
      threads: [thread(at(0, "8:57"))],
    });
    expect(log).toEqual(["0.0 triage #0 537-540", "1.0 reply #0 540-555"]);
  });
});
