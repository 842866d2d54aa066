import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { InvariantError, SimulationError } from "../../src/errors.ts";
import { type Executor, ReplicationError } from "../../src/experiment/index.ts";
import { clinicsim, file, folder, newOut, tiny } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const failing = (cause: unknown): Executor => ({
  run: () => Promise.reject(new ReplicationError(7, 2, cause)),
});

describe("a fault of the user's", () => {
  test("in a scenario is shown with every other one, where it is and how to mend it", async () => {
    const path = file(
      "faults.json",
      tinyScenario.replace('"portalShare": 1', '"portalShar": 1').replace('"2026-02-16"', '"2026-02-30"'),
    );
    const { code, out, err } = await clinicsim(["run", path, "--out", newOut()]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/faults\.json:4:\d+ {2}error {2}run\.start: /);
    expect(err).toMatch(/faults\.json:8:\d+ {2}error {2}specialties\.clinic\.?\w*: .*portalShar/);
    expect(err).toContain("portalShare");
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("is a JSON document when that was asked for", async () => {
    const { code, out } = await clinicsim(["validate", file("empty.json", "{}"), "--json"]);
    expect(code).toBe(2);
    const { issues } = JSON.parse(out);
    expect(issues.length).toBeGreaterThan(1);
    expect(issues[0]).toMatchObject({
      severity: "error",
      code: expect.any(String),
      path: expect.any(String),
    });
  });

  test.each([
    ["nothing at all", ""],
    ["half a scenario", tinyScenario.slice(0, 400)],
    ["ten thousand brackets", "[".repeat(10_000)],
    ["a prototype", '{"__proto__": {"x": 1}}'],
    ["a picture", "\u0000PNG"],
  ])("is said without a stack trace: %s", async (name, text) => {
    const { code, err } = await clinicsim(["run", file(`${name}.json`, text), "--out", newOut()]);
    expect(code).toBe(2);
    expect(err).toContain("error");
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("a file that is not there", async () => {
    const { code, err } = await clinicsim(["run", join(folder, "absent.json")]);
    expect(code).toBe(2);
    expect(err).toContain("there is no file");
  });

  test("all faults in flags at once", async () => {
    const flags = ["--seed", "soon", "--replications", "0", "--jobs", "-1", "--keep", "some"];
    const { code, err } = await clinicsim(["run", tiny, ...flags]);
    expect(code).toBe(2);
    for (const flag of ["--seed", "--replications", "--jobs", "--keep"]) expect(err).toContain(`${flag}: `);
    expect(err).toContain('not "soon"');
    expect(err).toContain("4 errors");
  });

  test("changes that lead nowhere", async () => {
    const flags = ["--set", "staff.nurs.count=2"];
    const { code, err } = await clinicsim(["run", tiny, ...flags]);
    expect(code).toBe(2);
    expect(err).toContain("staff.nurs");
    expect(err).toContain("nurse");
    expect(await clinicsim(["run", tiny, "--set", "staff.nurse.count"])).toMatchObject({ code: 2 });
  });

  test("a time zone that does not exist", async () => {
    const { code, err } = await clinicsim(["validate", tiny, "--set", "calendar.timeZone=Mars/Olympus"]);
    expect(code).toBe(2);
    expect(err).toContain('calendar.timeZone: there is no time zone "Mars/Olympus"');
  });

  test("a folder for results that is a file", async () => {
    const { code, err } = await clinicsim(["run", tiny, "--out", tiny]);
    expect(code).toBe(2);
    expect(err).not.toMatch(/\n\s+at /);
    expect(err.length).toBeGreaterThan(10);
  });
});

describe("a run that cannot go on", () => {
  test("says where it stood and how to replay it", async () => {
    const cause = new SimulationError("too many messages wait", { time: 500, entity: "nurse" });
    const argv = ["run", tiny, "--set", "staff.nurse.count=2", "--replications", "3", "--out", newOut()];
    const { code, err } = await clinicsim(argv, { createExecutor: () => failing(cause) });
    expect(code).toBe(2);
    expect(err).toContain("the run cannot go on: too many messages wait (at minute 500, nurse)");
    expect(err).toMatch(/clinicsim run \S+ --set staff\.nurse\.count=2 --out \S+ --seed 7 --replication 2\n/);
  });

  test("until it is precise is replayed without the precision", async () => {
    const cause = new SimulationError("too many messages wait", { time: 500, entity: "nurse" });
    const until = ["--until", "messages_per_week=5%", "--until=calls_answered_share=1pp", "--at-most", "20"];
    const { err } = await clinicsim(["run", tiny, ...until, "--at-least=4", "--out", newOut()], {
      createExecutor: () => failing(cause),
    });
    expect(err).toMatch(/clinicsim run \S+ --out \S+ --seed 7 --replication 2\n/);
  });
});

describe("a bug of ours", () => {
  test("ends in exit code 3, with a trace, the command that replays it, and where to report it", async () => {
    const cause = new InvariantError("time went back");
    const { code, out, err } = await clinicsim(["run", tiny, "--out", newOut(), "--jobs=2"], {
      createExecutor: () => failing(cause),
    });
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain("this is a bug in clinicsim");
    expect(err).toContain("invariant broken: time went back");
    expect(err).toMatch(/\n\s+at /);
    expect(err).toMatch(/clinicsim run \S+ --out \S+ --seed 7 --replication 2\n/);
    expect(err).toContain("CONTRIBUTING");
  });

  test("outside of any replication is replayed by the same command", async () => {
    const { code, err } = await clinicsim(["run", tiny, "--out", newOut(), "--set", "name=it's"], {
      createExecutor: () => {
        throw new TypeError("undefined is not a function");
      },
    });
    expect(code).toBe(3);
    expect(err).toMatch(/clinicsim run \S+ --out \S+ --set 'name=it'\\''s'\n/);
  });
});
