import { describe, expect, test } from "vitest";
import { SimulationError } from "../../src/errors.ts";
import { calendarDays, compile, rankOf, runClinic, type World } from "../../src/model/index.ts";
import { hours, nurses, physicians, round, run, thread, tinyClinic, work } from "./tiny-clinic.ts";

describe("a run that cannot go on", () => {
  const teams = [nurses(), physicians()];
  const threads = [thread(480), thread(500)];
  const { clinic, world } = tinyClinic({ teams, threads, work: [work(490, 5)] });
  const model = compile(clinic, []);
  const refused = (changed: Partial<World>): SimulationError => {
    try {
      runClinic(model, { ...world, ...changed }, {});
    } catch (error) {
      if (error instanceof SimulationError) return error;
      throw error;
    }
    expect.fail("it went on");
  };
  const withRound = (changes: Parameters<typeof round>[0]) =>
    world.threads.map((each) => (each.id === 1 ? { ...each, rounds: [round(changes)] } : each));

  test("says when, with whom, and why: minutes that are no minutes", () => {
    for (const [changes, minutes] of [
      [{ triage: Number.NaN }, "NaN"],
      [{ triage: -5 }, "-4"],
      [{ triage: Number.POSITIVE_INFINITY }, "Infinity"],
    ] as const) {
      const error = refused({ threads: withRound(changes) });
      expect(error.message).toContain(`triage would take ${minutes} minutes`);
      expect(error.position).toEqual({ time: 500, entity: "thread 1, message 0" });
    }
    const error = refused({ work: [work(490, Number.NaN)] });
    expect(error.position).toEqual({ time: 490, entity: "work item 0" });
  });

  test("a follow-up before its reply", () => {
    const rounds = [round({ lowestRole: rankOf("nurse"), followUpDelay: -1 }), round()];
    const error = refused({ threads: world.threads.map((each) => ({ ...each, rounds })) });
    expect(error.message).toContain("a follow-up cannot come after -1 minutes");
    expect(error.position).toEqual({ time: 492, entity: "thread 0" });
  });

  test("a world out of order, or without times", () => {
    const swapped = world.threads.map((each) => ({ ...each, sent: 1000 - each.sent }));
    expect(refused({ threads: swapped }).position.entity).toBe("thread 1");
    const unsaid = world.threads.map((each) => ({ ...each, sent: Number.NaN }));
    expect(refused({ threads: unsaid }).message).toContain("cannot arrive at NaN");
    expect(refused({ threads: world.threads.slice(1) }).message).toContain("number it in that order");
    expect(refused({ work: [{ ...work(10, 1), id: 3 }] }).position.entity).toBe("work item 3");
  });

  test("threads and work that belong to nobody in the clinic", () => {
    const strangers = world.threads.map((each) => ({ ...each, person: 7 }));
    expect(refused({ threads: strangers }).message).toContain("team 1 has no person 7");
    const nursed = world.threads.map((each) => ({ ...each, team: 0 }));
    expect(refused({ threads: nursed }).message).toContain("team 0 has no person 0 with a line");
    expect(refused({ threads: world.threads.map((each) => ({ ...each, rounds: [] })) }).position.entity).toBe(
      "thread 0",
    );
    for (const wrong of [{ team: 5 }, { source: 9 }, { specialty: 4 }, { person: 1 }]) {
      expect(refused({ work: [work(490, 5, wrong)] }).message).toContain("other work belongs to nobody");
    }
  });

  test("a world for other people or fewer days", () => {
    expect(refused({ days: 6 }).message).toContain("the world has 6 days, the run needs 7");
    expect(refused({ people: world.people.slice(0, 1) }).message).toContain("0 people of physicians");
  });
});

describe("a clinic that cannot be compiled", () => {
  const { clinic } = tinyClinic({ teams: [physicians()] });

  test("is refused with what to mend", () => {
    const evenings = {
      days: [true, true, true, true, true, true, true],
      from: 1400,
      upTo: 60,
      probability: 1,
    };
    expect(() => compile({ ...clinic, teams: [physicians({ evenings: [evenings] })] }, [])).toThrow(
      "reach past midnight",
    );
    const unknown = { ...clinic.policies, queue: { type: "loudest-first" } as never };
    expect(() => compile({ ...clinic, policies: unknown }, [])).toThrow(
      'there is no policy "loudest-first": choose one of urgent-first, first-come',
    );
    expect(() => compile({ ...clinic, run: { ...clinic.run, start: "2026-02-30" } }, [])).toThrow(RangeError);
  });
});

describe("a compiled clinic", () => {
  test("knows its windows on days that are not all 1440 minutes long", () => {
    const { clinic } = tinyClinic({ teams: [physicians()], start: "2026-03-02" });
    const spring = { at: 6 * 1440 + 120, jump: 60 };
    const runSpec = { ...clinic.run, warmUpDays: 6, lengthDays: 1, runOutDays: 2 };
    const model = compile({ ...clinic, run: runSpec }, [spring]);
    expect([model.days, model.windowStart, model.windowEnd, model.end]).toEqual([9, 8640, 10_020, 12_900]);
    expect(model.calendar.days).toBe(calendarDays(runSpec));
    expect(model.calendar.days).toBeGreaterThanOrEqual(209);
  });

  test("can be run again, with the same and with another world", () => {
    const tiny = { teams: [nurses(), physicians()], threads: [thread(480), thread(481)] };
    const { clinic, world } = tinyClinic(tiny);
    const model = compile(clinic, []);
    const replies = (each: World) => {
      const times: number[] = [];
      runClinic(model, each, { message: ({ replied }) => times.push(replied) });
      return times;
    };
    const first = replies(world);
    expect(replies({ ...world, threads: world.threads.slice(0, 1) })).toEqual([498]);
    expect(replies(world)).toEqual(first);
  });
});

describe("clinics with nobody or nothing", () => {
  test("no teams, no people, no hours, no days at all", () => {
    expect(run({ teams: [], threads: [thread(10, { team: -1 })] }).messages).toHaveLength(1);
    expect(run({ teams: [physicians({ count: 0 })], threads: [thread(10, { team: -1 })] }).duty).toEqual([]);
    const idle = run({
      teams: [physicians({ shifts: hours("") })],
      threads: [thread(10)],
      work: [work(20, 5)],
    });
    expect(idle.messages[0]!.firstRead).toBeNaN();
    expect(idle.work[0]).toMatchObject({ started: Number.NaN, ended: Number.NaN, lost: false });
    expect(run({ teams: [physicians()], days: 0 }).log).toEqual([]);
  });

  test("always open, always there, and work at minute 0", () => {
    const { log } = run({
      teams: [nurses({ shifts: hours("0:00-24:00") })],
      threads: [thread(0, { team: -1, rounds: [round({ lowestRole: rankOf("nurse") })] })],
    });
    expect(log).toEqual(["0.0 reply #0 0-12"]);
  });
});
