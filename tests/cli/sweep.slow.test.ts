import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseString } from "fast-csv";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { SimulationError } from "../../src/errors.ts";
import { createInlineExecutor, type Executor, ReplicationError } from "../../src/experiment/index.ts";
import { clinicsim, file, newOut, resultIn, tiny } from "./clinicsim.ts";

/** An executor that must not be needed. */
const idle: Executor = {
  run: async (jobs) => {
    for await (const _ of jobs) throw new Error("something was run");
  },
};
const VOLUME = "specialties.clinic.demand.volume";
const vary = [
  "--vary",
  "staff.nurse.count=1..2",
  "--vary",
  `${VOLUME}=80,100 per 100 portal patients per month`,
];

/** The one folder of a sweep in `out`: its files by name, without those that may differ from call to call. */
function sweepIn(out: string): ReadonlyMap<string, Buffer> {
  const [name, ...others] = readdirSync(out).filter((each) => each !== ".points");
  if (name === undefined || others.length > 0)
    throw new Error(`${out} holds ${name} and ${others.length} others`);
  const files = readdirSync(join(out, name)).filter(
    (each) => !["journal.jsonl", "provenance.json"].includes(each),
  );
  return new Map(files.sort().map((each) => [each, readFileSync(join(out, name, each))]));
}

async function rowsOf(text: Buffer): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  await new Promise((done, failed) => {
    parseString(text.toString(), { headers: true })
      .on("data", (row) => rows.push(row))
      .on("error", failed)
      .on("end", done);
  });
  return rows;
}

/** Runs inline, and aborts `stop` once so many results have come. */
function stoppingAfter(results: number, stop: AbortController): Executor {
  const inline = createInlineExecutor();
  let seen = 0;
  return {
    run: (jobs, onResult, signal) =>
      inline.run(
        jobs,
        async (job, result) => {
          await onResult(job, result);
          if (++seen === results) stop.abort();
        },
        signal,
      ),
  };
}

describe("clinicsim sweep", () => {
  test("prints what a planner reads of every point, and nothing on the other stream of a pipe", async () => {
    const { code, out, err } = await clinicsim(["sweep", tiny, ...vary, "--out", newOut()]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^A tiny clinic\n4 points of 2 factors · 12 replications · seed 7\n/);
    expect(out).toMatch(/\n"two days", kept\n {2}nurse\.count 1, demand\.volume 80 per 100 portal/);
    expect(out).toContain("95 % interval");
    expect(out).toContain("! 3 replications of a point are few");
    expect(out).toMatch(
      /\n4 points, 4 of them computed now\nwritten to .*a-tiny-clinic-sweep-[0-9a-f]{10}\n$/,
    );
    for (const line of out.split("\n").slice(0, -2)) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("writes tidy files: a row for each replication, one for each point, units in the names of columns", async () => {
    const out = newOut();
    await clinicsim(["sweep", tiny, ...vary, "--out", out, "--quiet"]);
    const files = sweepIn(out);
    expect([...files.keys()]).toEqual(["manifest.json", "points.csv", "replications.csv", "summary.json"]);
    const replications = await rowsOf(files.get("replications.csv")!);
    const column = `${VOLUME} [per 100 portal patients per month]`;
    expect(Object.keys(replications[0]!).slice(0, 6)).toEqual([
      "scenario",
      "point",
      "replication",
      "staff.nurse.count",
      column,
      "messages_per_week",
    ]);
    expect(
      replications.map((row) => [row.point, row.replication, row["staff.nurse.count"], row[column]]),
    ).toEqual(
      [1, 2].flatMap((nurses, i) =>
        [80, 100].flatMap((volume, j) =>
          [1, 2, 3].map((r) => [`${2 * i + j + 1}`, `${r}`, `${nurses}`, `${volume}`]),
        ),
      ),
    );
    const points = await rowsOf(files.get("points.csv")!);
    expect(points.map(({ point, scenario, replications: n }) => [point, scenario, n])).toEqual(
      ["1", "2", "3", "4"].map((point) => [point, "A tiny clinic", "3"]),
    );
    const own = replications.filter(({ point }) => point === "2").map((row) => Number(row.messages_per_week));
    expect(Number(points[1]!.messages_per_week)).toBeCloseTo((own[0]! + own[1]! + own[2]!) / 3, 12);
    const manifest = JSON.parse(files.get("manifest.json")!.toString());
    expect(manifest).toMatchObject({
      format: "clinicsim/sweep/1",
      seedPlan: { seed: 7, count: 3 },
      design: { type: "grid", points: 4 },
      files: { "replications.csv": { rows: 12 }, "points.csv": { rows: 4 } },
    });
    expect(manifest.files["replications.csv"].columns[4]).toMatchObject({
      name: column,
      unit: "per 100 portal patients per month",
    });
  });

  test("has rows that `run` gives again, one by one, from the same settings", async () => {
    const [swept, alone] = [newOut(), newOut()];
    await clinicsim(["sweep", tiny, ...vary, "--out", swept, "--quiet"]);
    const settings = [
      "--set",
      "staff.nurse.count=2",
      "--set",
      `${VOLUME}=80 per 100 portal patients per month`,
    ];
    await clinicsim(["run", tiny, ...settings, "--replication", "2", "--out", alone, "--quiet"]);
    const [row] = await rowsOf(Buffer.from(resultIn(alone).get("replications.csv")!));
    const all = await rowsOf(sweepIn(swept).get("replications.csv")!);
    const same = all.find(({ point, replication }) => point === "3" && replication === "2")!;
    expect(Object.keys(row!).length).toBeGreaterThan(40);
    expect(Object.fromEntries(Object.keys(row!).map((name) => [name, same[name]]))).toEqual(row);
  });

  test("run twice says that the result is already there, shows it, and runs nothing", async () => {
    const out = newOut();
    const first = await clinicsim(["sweep", tiny, ...vary, "--out", out]);
    const second = await clinicsim(["sweep", tiny, ...vary, "--out", out], { createExecutor: () => idle });
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/\nalready in .*: nothing was run\n$/);
    expect(second.out.split("\n").slice(0, -2)).toEqual(first.out.split("\n").slice(0, -3));
    const [json, again] = [
      await clinicsim(["sweep", tiny, ...vary, "--out", out, "--json"]),
      await clinicsim(["sweep", tiny, ...vary, "--out", out, "--json"]),
    ];
    expect(json.out).toBe(sweepIn(out).get("summary.json")!.toString());
    expect(again).toEqual(json);
  });

  test("never computes a point again that any sweep has computed, and computes equal points once", async () => {
    const out = newOut();
    await clinicsim(["sweep", tiny, "--vary", "staff.nurse.count=1..3", "--out", out, "--quiet"]);
    const fewer = await clinicsim(["sweep", tiny, "--vary", "staff.nurse.count=3,1", "--out", out], {
      createExecutor: () => idle,
    });
    expect(fewer.out).toContain("2 points, 0 of them computed now");
    const more = await clinicsim(["sweep", tiny, "--vary", "staff.nurse.count=2..4", "--out", out]);
    expect(more.out).toContain("3 points, 1 of them computed now");
    const twice = ["--design", file("twice.csv", "staff.nurse.count\n5\n5\n1\n5\n")];
    const equal = await clinicsim(["sweep", tiny, ...twice, "--out", out]);
    expect(equal.out).toContain("4 points, 1 of them computed now");
    const other = await clinicsim([
      "sweep",
      tiny,
      "--vary",
      "staff.nurse.count=1..3",
      "--seed",
      "8",
      "--out",
      out,
    ]);
    expect(other.out).toContain("3 points, 3 of them computed now");
  });

  test("gives the same numbers in Parquet, with types, and computes nothing for it", async () => {
    const out = newOut();
    const design = ["--vary", "policies.routing.type=own-physician,physician-pool", ...vary];
    await clinicsim(["sweep", tiny, ...design, "--out", out, "--quiet"]);
    const rows = await rowsOf(sweepIn(out).get("replications.csv")!);
    const { code } = await clinicsim(
      ["sweep", tiny, ...design, "--out", out, "--format", "parquet", "--quiet"],
      { createExecutor: () => idle },
    );
    expect(code).toBe(0);
    const name = readdirSync(out).find((each) => each.endsWith("-parquet"))!;
    const bytes = readFileSync(join(out, name, "replications.parquet"));
    const read = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(read[0]).toMatchObject({
      point: 1,
      "policies.routing.type": "own-physician",
      "staff.nurse.count": 1,
    });
    expect(
      read.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, value === null ? "" : String(value)]),
        ),
      ),
    ).toEqual(rows);
  });

  test("interrupted, keeps what is done, says so, and finishes to the bytes of one that was not", async () => {
    const [whole, parts] = [newOut(), newOut()];
    await clinicsim(["sweep", tiny, ...vary, "--out", whole, "--quiet"]);
    for (const [results, kept] of [
      [4, 1],
      [3, 2],
    ] as const) {
      const stop = new AbortController();
      const called = await clinicsim(["sweep", tiny, ...vary, "--out", parts], {
        signal: stop.signal,
        createExecutor: () => stoppingAfter(results, stop),
      });
      expect(called).toMatchObject({ code: 130, out: "" });
      expect(called.err).toMatch(
        new RegExp(
          `^interrupted: ${kept} of 4 points are kept in .*; the same command goes on from there\n$`,
        ),
      );
      rmSync(join(parts, ".points"), { recursive: true });
    }
    const last = await clinicsim(["sweep", tiny, ...vary, "--out", parts, "--resume"]);
    expect(last.out).toContain("4 points, 2 of them computed now");
    expect(sweepIn(parts)).toEqual(sweepIn(whole));
  });

  test("interrupted before anything was run makes no folder", async () => {
    const [out, stop] = [newOut(), new AbortController()];
    stop.abort();
    const called = await clinicsim(["sweep", tiny, ...vary, "--out", out], { signal: stop.signal });
    expect(called).toEqual({ code: 130, out: "", err: "interrupted: nothing was written\n" });
    expect(existsSync(out)).toBe(false);
  });

  test("told to resume what was never begun says so, and what there is beside it", async () => {
    const out = newOut();
    const stop = new AbortController();
    await clinicsim(["sweep", tiny, ...vary, "--out", out], {
      signal: stop.signal,
      createExecutor: () => stoppingAfter(4, stop),
    });
    const { code, err } = await clinicsim(["sweep", tiny, ...vary, "--seed", "9", "--out", out, "--resume"]);
    expect(code).toBe(2);
    expect(err).toContain("--resume: there is no unfinished sweep in ");
    expect(err).toMatch(
      /beside it, .*a-tiny-clinic-sweep-[0-9a-f]{10} is of another scenario, seed or number of replications/,
    );
  });

  test("refuses the journal of another sweep, and an edited result, unless forced", async () => {
    const out = newOut();
    await clinicsim(["sweep", tiny, ...vary, "--out", out, "--quiet"]);
    const before = sweepIn(out);
    const [name] = readdirSync(out).filter((each) => each !== ".points");
    appendFileSync(join(out, name!, "points.csv"), "tampered\n");
    const edited = await clinicsim(["sweep", tiny, ...vary, "--out", out]);
    expect(edited).toMatchObject({ code: 2, out: "" });
    expect(edited.err).toContain("points.csv is not as it was written");

    rmSync(join(out, name!, "manifest.json"));
    const other = newOut();
    await clinicsim(["sweep", tiny, ...vary, "--seed", "1", "--out", other, "--quiet"]);
    const [foreign] = readdirSync(other).filter((each) => each !== ".points");
    writeFileSync(join(out, name!, "journal.jsonl"), readFileSync(join(other, foreign!, "journal.jsonl")));
    const refused = await clinicsim(["sweep", tiny, ...vary, "--out", out]);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain("is of another sweep: another scenario, seed or number of replications");

    const forced = await clinicsim(["sweep", tiny, ...vary, "--out", out, "--force"]);
    expect(forced.out).toContain("4 points, 4 of them computed now");
    expect(sweepIn(out)).toEqual(before);
  });

  test("makes its files again from the journal when they are gone", async () => {
    const out = newOut();
    await clinicsim(["sweep", tiny, ...vary, "--out", out, "--quiet"]);
    const before = sweepIn(out);
    const [name] = readdirSync(out).filter((each) => each !== ".points");
    for (const each of before.keys()) rmSync(join(out, name!, each));
    rmSync(join(out, ".points"), { recursive: true });
    const { out: text } = await clinicsim(["sweep", tiny, ...vary, "--out", out], {
      createExecutor: () => idle,
    });
    expect(text).toContain("4 points, 0 of them computed now");
    expect(sweepIn(out)).toEqual(before);
  });

  test("has columns for the responses of every point where points differ in them, the same whichever was done first", async () => {
    const design = [
      "--vary",
      'promises=[{"one day":{"within":"end of business day 1"}},{"three days":{"within":"end of business day 3"}}]',
    ];
    const [forwards, backwards] = [newOut(), newOut()];
    await clinicsim(["sweep", tiny, ...design, "--out", forwards, "--quiet"]);
    for (const shard of ["2/2", "1/2"])
      await clinicsim(["sweep", tiny, ...design, "--shard", shard, "--out", backwards, "--quiet"]);
    const merged = newOut();
    const shards = readdirSync(backwards)
      .filter((each) => each !== ".points")
      .map((each) => join(backwards, each));
    await clinicsim(["merge", ...shards.reverse(), "--out", merged, "--quiet"]);
    expect(sweepIn(merged)).toEqual(sweepIn(forwards));
    const rows = await rowsOf(sweepIn(forwards).get("replications.csv")!);
    expect(
      rows.map((row) => [row.promise_one_day_share !== "", row.promise_three_days_share !== ""]),
    ).toEqual([
      [true, false],
      [true, false],
      [true, false],
      [false, true],
      [false, true],
      [false, true],
    ]);
  });

  test("samples spans, by Latin hypercube and Sobol' points, and derives what belongs together", async () => {
    const out = newOut();
    const spans = [
      "--vary",
      "specialties.clinic.topics.question.lowestRole.nurse=0.2:0.8",
      "--vary",
      "staff.nurse.count=1..4",
    ];
    const derive = [
      "--derive",
      "specialties.clinic.topics.question.lowestRole.physician=1 - specialties.clinic.topics.question.lowestRole.nurse",
    ];
    for (const [flag, type] of [
      ["--lhs", "latin hypercube"],
      ["--sobol", "sobol"],
    ] as const) {
      const place = join(out, type);
      const { code } = await clinicsim([
        "sweep",
        tiny,
        ...spans,
        ...derive,
        flag,
        "8",
        "--design-seed",
        "3",
        "--replications",
        "1",
        "--out",
        place,
        "--quiet",
      ]);
      expect(code).toBe(0);
      const rows = await rowsOf(sweepIn(place).get("points.csv")!);
      const [nurse, physician] = ["nurse", "physician"].map((role) =>
        rows.map((row) => Number(row[`specialties.clinic.topics.question.lowestRole.${role}`])),
      );
      for (const [i, share] of nurse!.entries()) expect(share + physician![i]!).toBeCloseTo(1, 15);
      expect(new Set(nurse!.map((share) => Math.floor((share - 0.2) / 0.075 + 1e-9))).size).toBe(8);
      expect(rows.map((row) => row["staff.nurse.count"]).sort()).toEqual([
        "1",
        "1",
        "2",
        "2",
        "3",
        "3",
        "4",
        "4",
      ]);
      expect(JSON.parse(sweepIn(place).get("manifest.json")!.toString()).design).toMatchObject({
        type,
        seed: 3,
        points: 8,
      });
    }
  });

  test("takes its points from a file, its own among them", async () => {
    const [first, second] = [newOut(), newOut()];
    const design = file(
      "points.csv",
      `staff.nurse.count,${VOLUME} [per 100 portal patients per month],policies.routing.type\n1,80.5,own-physician\n2,90,physician-pool\n`,
    );
    const { code } = await clinicsim(["sweep", tiny, "--design", design, "--out", first, "--quiet"]);
    expect(code).toBe(0);
    const columns = [
      "staff.nurse.count",
      `${VOLUME} [per 100 portal patients per month]`,
      "policies.routing.type",
    ];
    const points = await rowsOf(sweepIn(first).get("points.csv")!);
    const again = file(
      "again.csv",
      [columns, ...points.map((row) => columns.map((name) => row[name]))]
        .map((row) => `${row.join(",")}\n`)
        .join(""),
    );
    await clinicsim(["sweep", tiny, "--design", again, "--out", second, "--quiet"]);
    expect(sweepIn(second)).toEqual(sweepIn(first));
  });

  test("shows how far it is on a terminal, and how long it will take", async () => {
    const { err } = await clinicsim(["sweep", tiny, ...vary, "--out", newOut()], { tty: true });
    expect(err).toMatch(/4 of 4 .* points checked/);
    expect(err).toMatch(/12 of 12 · .* left · 4 of 4 points/);
    expect(await clinicsim(["sweep", tiny, ...vary, "--out", newOut(), "--quiet"], { tty: true })).toEqual({
      code: 0,
      out: "",
      err: "",
    });
  });
});

describe("clinicsim merge", () => {
  test("joins shards to the bytes of the whole sweep, and is not needed twice", async () => {
    const [whole, parts, merged] = [newOut(), newOut(), newOut()];
    await clinicsim(["sweep", tiny, ...vary, "--out", whole, "--quiet"]);
    for (const k of [1, 2, 3]) {
      const { code, out } = await clinicsim(["sweep", tiny, ...vary, "--shard", `${k}/3`, "--out", parts]);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^shard ${k} of 3: ${k === 1 ? 2 : 1} points?, `));
      expect(out).toMatch(/when all are there: {2}clinicsim merge .*-\*-of-3\n$/);
    }
    const shards = readdirSync(parts)
      .filter((name) => name !== ".points")
      .map((name) => join(parts, name));
    const { code, out } = await clinicsim(["merge", ...shards, "--out", merged]);
    expect([code, out]).toEqual([0, expect.stringMatching(/\n3 folders joined\nwritten to /)]);
    expect(sweepIn(merged)).toEqual(sweepIn(whole));
    expect((await clinicsim(["merge", ...shards, "--out", merged])).out).toMatch(
      /already in .*: nothing was joined\n$/,
    );
    const known = await clinicsim(["sweep", tiny, ...vary, "--out", merged], { createExecutor: () => idle });
    expect(known.out).toContain("nothing was run");
  });

  test("says which shards lack points, and which are of another sweep", async () => {
    const parts = newOut();
    for (const k of ["1/3", "3/3"])
      await clinicsim(["sweep", tiny, ...vary, "--shard", k, "--out", parts, "--quiet"]);
    await clinicsim(["sweep", tiny, ...vary, "--seed", "5", "--shard", "2/3", "--out", parts, "--quiet"]);
    const shards = readdirSync(parts)
      .filter((name) => name !== ".points")
      .map((name) => join(parts, name));
    const other = shards.find((path) => path.endsWith("2-of-3"))!;
    const right = shards.filter((path) => path !== other);
    const lacking = await clinicsim(["merge", ...right, "--out", newOut()]);
    expect(lacking).toMatchObject({ code: 2, out: "" });
    expect(lacking.err).toContain("the only point of shard 2 of 3 is missing");
    const mixed = await clinicsim(["merge", ...right, other, "--out", newOut()]);
    expect(mixed.code).toBe(2);
    expect(mixed.err).toContain(
      `${other} is of another sweep than ${right[0]}: another scenario, seed or number of replications`,
    );
    const none = await clinicsim(["merge", newOut(), "--out", newOut()]);
    expect(none.err).toContain("there is no ");
  });

  test("does not join what another engine computed", async () => {
    const out = newOut();
    await clinicsim(["sweep", tiny, ...vary, "--shard", "1/1", "--out", out, "--quiet"]);
    const [name] = readdirSync(out).filter((each) => each !== ".points");
    const { Journal } = await import("../../src/node/journal.ts");
    const path = join(out, name!, "journal.jsonl");
    const journal = await Journal.read(path);
    await journal.close();
    rmSync(path);
    await (
      await Journal.open(path, { ...journal.header, terms: { ...journal.header.terms, engine: "older" } })
    ).close();
    const { code, err } = await clinicsim(["merge", join(out, name!), "--out", newOut()]);
    expect(code).toBe(2);
    expect(err).toContain("was computed by another engine than this one");
  });
});

describe("a fault of the user's in a sweep", () => {
  const refused = async (...argv: readonly string[]) => {
    const out = newOut();
    const { code, err } = await clinicsim(["sweep", tiny, ...argv, "--out", out]);
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
    expect(err).not.toMatch(/\n\s+at /);
    return err;
  };

  test.each<[string, readonly string[], string]>([
    ["nothing to vary", [], "there is nothing to vary"],
    [
      "a place that the format does not have",
      ["--vary", "staff.nurs.count=1..3"],
      'point 1 of 3 (staff.nurs.count = 1): "staff" has no "nurs"',
    ],
    ["a number without its unit", ["--vary", `${VOLUME}=1,2`], "point 1 of 2"],
    [
      "far too many points",
      ["--vary", "staff.nurse.count=1..1000", "--vary", "specialties.clinic.patients=1..100000"],
      "1000 × 100000 points are more than 1000000",
    ],
    [
      "too many points to sample",
      ["--lhs", "100000000", "--vary", "staff.nurse.count=1..3"],
      "--lhs: must be a whole number from 1 to 1000000",
    ],
    [
      "a time zone that does not exist",
      ["--vary", "calendar.timeZone=America/Toronto,Mars/Olympus"],
      'point 2 of 2 (calendar.timeZone = "Mars/Olympus"): there is no time zone',
    ],
    [
      "an expression that cannot be computed",
      ["--vary", "staff.nurse.count=1,2", "--derive", "staff.physician.count=1 / (2 - staff.nurse.count)"],
      "point 2 of 2: 1 / (2 - staff.nurse.count): it is Infinity",
    ],
    [
      "a design that is not there",
      ["--design", "/nowhere/points.csv"],
      "there is no file /nowhere/points.csv",
    ],
    [
      "a design beside --vary",
      ["--design", "points.csv", "--vary", "staff.nurse.count=1"],
      "--design: cannot be used with --vary",
    ],
    [
      "two ways to sample",
      ["--lhs", "3", "--sobol", "3", "--vary", "staff.nurse.count=1..2"],
      "--sobol: cannot be used with --lhs",
    ],
    [
      "a shard that cannot be",
      ["--shard", "0/3", "--vary", "staff.nurse.count=1"],
      "--shard: must be a part and how many there are",
    ],
  ])("%s, is said in words, and nothing is made", async (_, argv, why) => {
    expect(await refused(...argv)).toContain(why);
  });

  test.each([
    ["a prototype", "__proto__\n1\n", "is not a path"],
    ["a prototype within a value", 'policies.routing\n"{""__proto__"":{""type"":""x""}}"\n', "not allowed"],
    [
      "values nested without end",
      `policies.routing\n${"[".repeat(900)}${"]".repeat(900)}\n`,
      "nested more than",
    ],
    ["a cell of a megabyte", `name\n${"x".repeat(1_000_000)}\n`, "1000000 characters, too many"],
    ["a formula", "staff.nurse.count\n=1+1\n", "expected a number"],
    ["not a number", "staff.nurse.count\nNaN\n", "expected a number"],
    [
      "more columns than a patch may have",
      `${Array.from({ length: 300 }, (_, i) => `a.x${i}`).join(",")}\n${"1,".repeat(299)}1\n`,
      "300 columns are more than 200",
    ],
    ["semicolons", "staff.nurse.count;staff.physician.count\n1;2\n", "parted by semicolons"],
    ["an open quote", '"a\n1\n', "is not CSV"],
    ["nothing", "", "there are no points"],
  ])("a design with %s", async (name, text, why) => {
    expect(await refused("--design", file(`${name}.csv`, text))).toContain(why);
  });

  test("all faults in flags at once", async () => {
    const err = await refused("--vary", "a", "--vary", "b=5..1", "--derive", "c=1 +");
    for (const where of ["--vary: ", "--vary b: ", "--derive c: ", "3 errors"]) expect(err).toContain(where);
    const flags = await refused("--seed", "x", "--jobs", "0", "--format", "xls", "--design-seed", "-1");
    for (const flag of ["--seed", "--jobs", "--format", "--design-seed"])
      expect(flags).toContain(`${flag}: `);
  });
});

describe("a point that cannot be run", () => {
  test("is named by the command that replays it alone, and the others are kept", async () => {
    const out = newOut();
    const inline = createInlineExecutor();
    let seen = 0;
    const failing: Executor = {
      run: (jobs, onResult) =>
        inline.run(jobs, async (job, result) => {
          if (++seen > 4) {
            const cause = new SimulationError("too many messages wait", { time: 500, entity: "nurse" });
            throw new ReplicationError(job.seed, job.replication, cause, job.scenario);
          }
          await onResult(job, result);
        }),
    };
    const argv = ["sweep", tiny, "--set", "specialties.clinic.patients=90", ...vary, "--out", out];
    const { code, err } = await clinicsim(argv, { createExecutor: () => failing });
    expect(code).toBe(2);
    expect(err).toContain("1 of 4 points are kept in ");
    expect(err).toContain("the run cannot go on: too many messages wait (at minute 500, nurse)");
    const sets = `--set specialties.clinic.patients=90 --set staff.nurse.count=1 --set '${VOLUME}=100 per 100 portal patients per month'`;
    expect(err).toContain(`to replay it:  clinicsim run ${tiny} ${sets} --seed 7 --replication 2\n`);
  });
});
