import { describe, expect, test } from "vitest";
import { named } from "./named-person.ts";
import { at, physicians, round, run, thread } from "./tiny-clinic.ts";

const none = { type: "none" } as const;
const eight = at(0, "8:00");
const threads = (persons: readonly number[], minutes = 20) =>
  persons.map((person, id) => thread(eight + id, { id, person, rounds: [round({ physician: minutes })] }));

describe("own physician, then the pool", () => {
  const policies = { triage: none, routing: { type: "own-then-pool", after: 60 } } as const;

  test("a message that nobody has taken up for so many open hours goes on to the shared line", () => {
    const teams = [physicians({ count: 2 })];
    const { log, waits } = run({ teams, policies, threads: threads([0, 0], 100) });
    // The second would have waited for its own physician until 580.
    expect(log).toEqual(["0.1 reply #1 541-641", "0.0 reply #0 480-580"].toSorted());
    expect(waits).toMatchObject([{ from: 481, to: 541 }]);
  });

  test("what was taken up before, and put back, stays", () => {
    const hours = physicians().shifts;
    const team = physicians({ count: 2, shifts: hours, clinic: hours.map(() => []) });
    const early = named(team, "early", { inbox: hours.map(() => [{ from: 480, to: 490 }]) });
    const { log } = run({
      teams: [{ ...team, people: [early] }],
      policies,
      threads: threads([0], 20),
      days: 2,
    });
    expect(log).toEqual(["0.0 reply #0 480-490", "0.0 reply #0 1920-1930"]);
  });
});

test("a covering physician gets the messages of the colleagues in the group", () => {
  const { log } = run({
    teams: [physicians({ count: 5 })],
    policies: { triage: none, routing: { type: "covering-physician", inboxes: 2 } },
    threads: threads([0, 1, 2, 3, 4]),
  });
  expect(log.map((line) => line.slice(0, 3)).toSorted()).toEqual(["0.0", "0.0", "0.2", "0.2", "0.4"]);
});

describe("the least loaded", () => {
  const policies = { triage: none, routing: { type: "least-loaded" } } as const;

  test("gets the next, those of one moment one after the other", () => {
    const teams = [physicians({ count: 3 })];
    const together = threads([0, 0, 0, 0]).map((each) => ({ ...each, sent: eight }));
    const { stretches } = run({ teams, policies, threads: together });
    expect(stretches.map(({ person, subject }) => [subject, person]).toSorted()).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 0],
    ]);
  });

  test("is never somebody who is away, unless all are", () => {
    const teams = [physicians({ count: 2 })];
    const { stretches } = run({ teams, policies, threads: threads([0]), people: { "0.0": { away: [0] } } });
    expect(stretches.map(({ person }) => person)).toEqual([1]);
  });
});

describe("a rotating physician's turn", () => {
  test("lasts as many business days as it says", () => {
    const { stretches } = run({
      teams: [physicians({ count: 2 })],
      policies: { triage: none, routing: { type: "rotating-physician", turn: 2 } },
      threads: [0, 1, 2, 3, 4].map((day) => thread(at(day, "9:00"), { id: day })),
    });
    expect(stretches.map(({ person }) => person)).toEqual([0, 0, 1, 1, 0]);
  });
});

describe("a panel that is handed over", () => {
  const handovers = [{ date: "2026-01-06", from: 0, to: 1 }];

  test("is the other's from the date on, with what waits of it", () => {
    const team = physicians({ count: 2, handovers });
    const noon = physicians().shifts.map((day, weekday) => (weekday === 0 ? [] : day));
    const leaving = named(team, "leaving", { shifts: noon });
    const { stretches, waits } = run({
      teams: [{ ...team, people: [leaving] }],
      policies: { triage: none },
      specialty: { unknownPatient: 3 },
      threads: [thread(eight, { person: 0 }), thread(at(1, "9:00"), { id: 1, person: 0 })],
    });
    expect(stretches.map(({ subject, person, from, to }) => [subject, person, from, to])).toEqual([
      [0, 1, 1920, 1940],
      [1, 1, 1980, 2000],
    ]);
    expect(waits.filter(({ thread: { id } }) => id === 0)).toMatchObject([
      { person: 0, from: 480, to: 1440 },
      { person: 1, from: 1440, to: 1920 },
    ]);
  });
});
