import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createInlineExecutor, type Executor } from "../../src/experiment/index.ts";
import { clinicsim, file, newOut } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const evidence = {
  "specialties.clinic.demand.volume": {
    grade: "cited",
    source: "A11",
    range: ["50", "1000"],
    shape: "lognormal",
  },
  "specialties.*.topics.*.minutes.physician": {
    grade: "assumed",
    why: "as seen",
    range: ["2 min", "10 min"],
  },
  "staff.nurse.costPerHour": { grade: "local", source: "the payroll", range: ["30 CAD", "60 CAD"] },
  "staff.nurse.count": { grade: "assumed", why: "as seen", range: [1, 2] },
};
const costly = tinyScenario.replace('"count": 1, ', '"count": 1, "costPerHour": "50 CAD", ');
const scenario = file("ranges.json", JSON.stringify({ ...JSON.parse(costly), evidence }));

/** The files of the one result in `out`, without those that may differ from call to call. */
function resultIn(out: string): ReadonlyMap<string, string> {
  const [name, ...others] = readdirSync(out).filter((each) => each !== ".points");
  expect(others).toEqual([]);
  const files = readdirSync(join(out, name!)).filter(
    (each) => !["journal.jsonl", "provenance.json"].includes(each),
  );
  return new Map(files.sort().map((each) => [each, readFileSync(join(out, name!, each), "utf8")]));
}

/** In this process: threads that load the sources take longer than what they would run. */
const sensitivity = (flags: readonly string[], circumstances: Parameters<typeof clinicsim>[1] = {}) =>
  clinicsim(["sensitivity", scenario, ...flags], {
    createExecutor: async () => createInlineExecutor(),
    ...circumstances,
  });

/** How many replications an executor was given, beside running them. */
function counting(): { readonly executor: Executor; count: number } {
  const inline = createInlineExecutor();
  const seen = {
    count: 0,
    executor: {
      run: (jobs, onResult, signal) =>
        inline.run(
          jobs,
          async (job, result) => {
            seen.count += 1;
            await onResult(job, result);
          },
          signal,
        ),
    } as Executor,
  };
  return seen;
}

describe("clinicsim sensitivity", () => {
  test("ranks what is not known by what it moves, and says who vouches for it", async () => {
    const out = newOut();
    const { code, out: said, err } = await sensitivity(["--replications", "4", "--out", out]);
    expect(code).toBe(0);
    expect(err).toBe("3 inputs, 7 points, 28 replications to run\n");
    expect(said).toMatch(
      /^A tiny clinic\ntornado of 3 inputs · 7 points · 4 replications of each · seed 7\n/,
    );
    expect(said).toMatch(/1\. demand · volume {2}50 – 1,000 per 100 portal patients per month · cited\n/);
    expect(said).toContain("2. minutes · physician  2 – 10 min · assumed");
    expect(said.replace(/\s+/g, " ")).toContain("nobody has measured it: its range is an assumption");
    expect(said).toContain("not varied: staff.nurse.count: how many people there are is decided");
    // A cost moves no promise, and what is the clinic's own need not be measured.
    expect(said.slice(said.indexOf("Worth measuring first"))).not.toContain("costPerHour");
  });

  test("warns by name where a range crosses load 1, and takes unbounded responses only if asked", async () => {
    const asked = ["--replications", "2", "--out", newOut()];
    const { out } = await sensitivity(asked);
    expect(out).toMatch(
      /! a range crosses load 1 for physician, all else as written: demand · volume \(\d\.\d+ times/,
    );
    expect(out).not.toContain("first reply");
    const { out: waits } = await sensitivity([...asked, "--response", "first_reply_median_business_h"]);
    expect(waits.replace(/\s+/g, " ")).toContain(
      "what is said of first reply, opening hours, median there measures how long the run is",
    );
  });

  test("writes every replication, and every measure of every input, with a manifest", async () => {
    const out = newOut();
    const flags = [
      ...["--method", "sobol", "--points", "4", "--out", out],
      ...["--only", "specialties.*.topics", "--only", "staff.nurse.costPerHour"],
    ];
    await sensitivity(flags);
    const files = resultIn(out);
    expect([...files.keys()]).toEqual([
      "indices.csv",
      "manifest.json",
      "points.csv",
      "replications.csv",
      "summary.json",
    ]);
    const rows = files.get("replications.csv")!.trimEnd().split("\n").slice(1);
    // Four rows of A, B and two others, each row in worlds of its own.
    expect(rows.map((row) => row.split(",").slice(1, 3).map(Number))).toEqual(
      Array.from({ length: 32 }, (_, i) => [Math.floor(i / 2) + 1, 2 * Math.floor(i / 8) + (i % 2) + 1]),
    );
    const { seedPlan, design } = JSON.parse(files.get("manifest.json")!);
    expect(seedPlan).toEqual({ seed: 7, first: 1, last: 8, count: 8 });
    expect(design).toMatchObject({ type: "sobol", sets: 4, points: 16 });
    const measures = files.get("indices.csv")!.trimEnd().split("\n").slice(1);
    expect(measures).toHaveLength(5 * 2 * 2);
  });

  test.each([
    { method: ["--method", "morris", "--points", "3"] },
    { method: ["--method", "sobol", "--points", "2"] },
    { method: [] },
  ])("finds its own result, of the same bytes as another one: $method", async ({ method }) => {
    const [one, other] = [newOut(), newOut()];
    const flags = [...method, "--replications", "2"];
    const first = await sensitivity([...flags, "--out", one]);
    expect(first.code).toBe(0);
    await sensitivity([...flags, "--out", other]);
    expect(resultIn(other)).toEqual(resultIn(one));
    const seen = counting();
    const again = await sensitivity([...flags, "--out", one], {
      createExecutor: async () => seen.executor,
    });
    expect([again.code, seen.count]).toEqual([0, 0]);
    expect(again.out).toContain("nothing was run");
    // All but the lines that say where it is.
    const document = (text: string) => text.slice(0, text.lastIndexOf("\n\n"));
    expect(document(again.out)).toBe(document(first.out));
  });

  test("computes no point again for another response", async () => {
    const out = newOut();
    await sensitivity(["--replications", "2", "--out", out]);
    const seen = counting();
    const { code } = await sensitivity(
      ["--replications", "2", "--response", "messages_per_week", "--out", out],
      { createExecutor: async () => seen.executor },
    );
    expect([code, seen.count]).toEqual([0, 0]);
  });

  test("goes on where it was stopped, to the same bytes", async () => {
    const [whole, stopped] = [newOut(), newOut()];
    const flags = ["--method", "morris", "--points", "2"];
    await sensitivity([...flags, "--out", whole]);
    const stop = new AbortController();
    const inline = createInlineExecutor();
    let seen = 0;
    const executor: Executor = {
      run: (jobs, onResult, signal) =>
        inline.run(
          jobs,
          async (job, result) => {
            await onResult(job, result);
            if (++seen === 5) stop.abort();
          },
          signal,
        ),
    };
    const circumstances = { signal: stop.signal, createExecutor: async () => executor };
    const { code, err } = await sensitivity([...flags, "--out", stopped], circumstances);
    expect(code).toBe(130);
    expect(err).toContain("2 of 8 points are kept");
    const atOnce = await sensitivity([...flags, "--out", stopped], circumstances);
    expect([atOnce.code, atOnce.err]).toEqual([130, expect.stringContaining("2 of 8 points are kept")]);
    const rest = counting();
    await sensitivity([...flags, "--out", stopped], { createExecutor: async () => rest.executor });
    expect(rest.count).toBe(12);
    expect(resultIn(stopped)).toEqual(resultIn(whole));
  });

  test("moves choices beside numbers, and shares together", async () => {
    const { code, out } = await sensitivity([
      ...["--replications", "2", "--out", newOut()],
      ...["--factor", "policies.triage.type=none,nurse-first", "--factor", "staff.nurse.speed=0.5:1.5"],
      ...["--factor", "specialties.clinic.topics.question.lowestRole.nurse=0.2:0.8"],
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/triage · type {2,}(nurse-first, none|none, nurse-first) /);
    expect(out).toMatch(/lowestRole · nurse {2,}0\.2 – 0\.8 /);
  });

  test("says what is wrong with its flags, all of it, before anything runs", async () => {
    const { code, err } = await sensitivity([
      ...["--method", "tornados", "--replications", "1", "--points", "x", "--out", newOut()],
    ]);
    expect(code).toBe(2);
    expect(err).toContain('must be tornado, morris or sobol, not "tornados"');
    expect(err).toContain("must be a whole number from 2");
    const wrong = await sensitivity([
      ...["--only", "stuff", "--response", "coost_per_week", "--factor", "staff.nurse.role=1:2"],
    ]);
    expect(wrong.code).toBe(2);
    for (const said of [
      'no range in the ledger is under "stuff"',
      'there is no response "coost_per_week"',
      "has no one number, so it has no span",
    ]) {
      expect(wrong.err).toContain(said);
    }
  });

  test("says at which points the scenario would have faults, and makes nothing", async () => {
    const out = newOut();
    const { code, err } = await sensitivity([
      ...["--factor", "calendar.timeZone=America/Toronto,Nowhere/Land", "--out", out],
    ]);
    expect(code).toBe(2);
    expect(err).toContain('point 2 of 2 (calendar.timeZone = "Nowhere/Land"): there is no time zone');
    expect(() => readdirSync(out)).toThrow();
  });

  test("prints as JSON what its summary holds", async () => {
    const out = newOut();
    const { out: said } = await sensitivity(["--replications", "2", "--json", "--out", out]);
    expect(said).toBe(resultIn(out).get("summary.json"));
    expect(JSON.parse(said)).toMatchObject({
      format: "clinicsim/sensitivity-summary/1",
      method: "tornado",
      seed: 7,
    });
  });
});
