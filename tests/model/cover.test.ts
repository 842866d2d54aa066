import { describe, expect, test } from "vitest";
import type { Team } from "../../src/model/index.ts";
import { at, hours, nurses, physicians, round, run, type TinyClinic, thread, work } from "./tiny-clinic.ts";

type Cover = Team["absence"]["cover"];
const team = (cover: Cover, changes: Partial<Team> = {}) =>
  physicians({
    count: 3,
    absence: { vacationWeeks: 0, vacationStretch: 1, sickDays: 0, cover },
    ...changes,
  });
const short = [round({ physician: 10 })];
const toEach = (day: number) => [0, 1, 2].map((person) => thread(at(day, "9:00"), { person, rounds: short }));

/** "0>1" for a message of person 0 that person 1 answered, with the minute; in order of threads. */
function answers(tiny: TinyClinic): string[] {
  const { stretches, world } = run({ policies: { triage: { type: "none" } }, ...tiny });
  return [...stretches]
    .sort((a, b) => a.subject - b.subject)
    .map(({ subject, person, to }) => `${world.threads[subject]!.person}>${person} ${to}`);
}

describe("somebody is away", () => {
  const people = { "0.1": { away: [0] } };

  test("without cover, the own line waits for the return", () => {
    const expected = ["0>0 550", `1>1 ${at(1, "8:10")}`, "2>2 550"];
    expect(answers({ teams: [team("none")], people, threads: toEach(0) })).toEqual(expected);
  });

  test("the buddy is the next colleague who is there, going round", () => {
    expect(answers({ teams: [team("buddy")], people, threads: toEach(0) })).toEqual([
      "0>0 550",
      "1>2 550",
      "2>2 560",
    ]);
    const last = { "0.2": { away: [0] } };
    expect(answers({ teams: [team("buddy")], people: last, threads: toEach(0) })).toEqual([
      "0>0 550",
      "1>1 550",
      "2>0 560",
    ]);
    const two = { "0.0": { away: [0] }, "0.1": { away: [0] } };
    expect(answers({ teams: [team("buddy")], people: two, threads: toEach(0) })).toEqual([
      "0>2 550",
      "1>2 560",
      "2>2 570",
    ]);
  });

  test("a pool lets everybody work from the line of who is away", () => {
    const threads = [...toEach(0), ...toEach(0).slice(1, 2)].map((each) => ({ ...each, person: 1 }));
    expect(answers({ teams: [team("pool")], people, threads })).toEqual([
      "1>0 550",
      "1>2 550",
      "1>0 560",
      "1>2 560",
    ]);
  });

  test("with a float, a stranger does as the person would have", () => {
    expect(answers({ teams: [team("float")], people, threads: toEach(0) })).toEqual([
      "0>0 550",
      "1>1 550",
      "2>2 550",
    ]);
  });

  test("all away, nobody covers", () => {
    const everybody = { "0.0": { away: [0] }, "0.1": { away: [0] }, "0.2": { away: [0] } };
    for (const cover of ["none", "buddy", "pool"] as const) {
      const tuesday = at(1, "8:10");
      expect(answers({ teams: [team(cover)], people: everybody, threads: toEach(0) })).toEqual([
        `0>0 ${tuesday}`,
        `1>1 ${tuesday}`,
        `2>2 ${tuesday}`,
      ]);
    }
  });

  test("other work in the own line is covered too; the nurses' shared line needs no cover", () => {
    const { log } = run({
      teams: [team("buddy"), nurses({ count: 2 })],
      people: { "0.1": { away: [0] }, "1.0": { away: [0] } },
      work: [work(500, 5, { source: 1, person: 1 }), work(500, 5, { source: 1, team: 1, person: 0 })],
    });
    expect(log).toEqual(["0.2 other work #0 500-505", "1.1 other work #1 500-505"]);
  });

  test("cover changes with the day, also in the middle of a night shift", () => {
    const always = team("buddy", { count: 2, shifts: hours("0:00-24:00") });
    const { log } = run({
      teams: [always],
      policies: { triage: { type: "none" } },
      people: { "0.1": { away: [1] } },
      threads: [
        thread(at(0, "23:50"), { person: 1, rounds: [round({ physician: 30 })] }),
        thread(at(0, "23:55"), { person: 1, rounds: short }),
      ],
    });
    // At midnight person 1 goes, and puts back what is in hand; person 0 takes it up.
    expect(log).toEqual(["0.1 reply #0 1430-1440", "0.0 reply #0 1440-1460", "0.0 reply #1 1460-1470"]);
  });
});

describe("the rotating inbox physician", () => {
  const rotating = { triage: { type: "none" }, routing: { type: "rotating-physician", turn: 1 } } as const;
  const daily = (days: readonly number[]) => days.map((day) => thread(at(day, "9:00"), { rounds: short }));
  const onDays = (tiny: Partial<TinyClinic>, days: readonly number[]) =>
    run({ teams: [team("none")], policies: rotating, days: 14, threads: daily(days), ...tiny }).stretches.map(
      ({ person, from }) => `${Math.floor(from / 1440)}:${person}`,
    );

  test("changes by business days; a closed date and a weekend pass without a turn", () => {
    const calendar = { open: hours("8:00-16:00", [0, 1, 2, 3, 4]), closedDates: ["2026-01-07"] };
    // Wednesday is closed, so the message of day 2 waits for Thursday; on the weekend Monday's physician-to-be is on.
    expect(onDays({ calendar }, [0, 1, 2, 3, 4, 5, 6, 7, 8])).toEqual([
      "0:0",
      "1:1",
      "3:2",
      "3:2",
      "4:0",
      "5:1",
      "6:1",
      "7:1",
      "8:2",
    ]);
  });

  test("passes over who is away, without losing the turns of the others", () => {
    const people = { "0.1": { away: [1, 4] }, "0.2": { away: [1] } };
    expect(onDays({ people }, [0, 1, 2, 3, 4])).toEqual(["0:0", "1:0", "2:2", "3:0", "4:2"]);
  });

  test("is nobody when all are away", () => {
    const people = { "0.0": { away: [0] }, "0.1": { away: [0] }, "0.2": { away: [0] } };
    expect(onDays({ people }, [0])).toEqual(["1:1"]);
  });

  test("may stay away with a float in the place", () => {
    expect(onDays({ teams: [team("float")], people: { "0.0": { away: [0] } } }, [0])).toEqual(["0:0"]);
  });

  test("does the own line too, and the others theirs", () => {
    const { log } = run({
      teams: [team("none")],
      policies: rotating,
      threads: daily([0]),
      work: [
        work(540, 3, { source: 0, person: 0 }),
        work(540, 3, { source: 0, person: 2 }),
        work(541, 3, { source: 0 }),
      ],
    });
    expect(log).toEqual([
      "0.0 other work #0 540-543",
      "0.2 other work #1 540-543",
      "0.0 other work #2 543-546",
      "0.0 reply #0 546-556",
    ]);
  });

  test("changes at midnight, with work in hand going on", () => {
    const { log } = run({
      teams: [team("none", { shifts: hours("0:00-24:00") })],
      policies: rotating,
      threads: [thread(at(0, "23:55"), { rounds: short }), thread(at(0, "23:56"), { rounds: short })],
    });
    expect(log).toEqual(["0.1 reply #1 1440-1450", "0.0 reply #0 1435-1445"].reverse());
  });
});
