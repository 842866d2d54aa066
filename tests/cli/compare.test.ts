import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  createInlineExecutor,
  createPerformer,
  type Executor,
  ReplicationError,
} from "../../src/experiment/index.ts";
import { allJobs } from "../experiment/all-jobs.ts";
import { clinicsim, file, newOut, resultIn, tiny } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const priced = tinyScenario.replaceAll(
  '"serves": ["clinic"]',
  '"serves": ["clinic"], "costPerHour": "40 CAD"',
);
const withAlternatives = (alternatives: object, text = priced) =>
  text.replace(/\}\s*$/, `, "alternatives": ${JSON.stringify(alternatives)} }`);
const own = file(
  "own.json",
  withAlternatives({
    "second nurse": { "staff.nurse.count": 2 },
    "long days": { "staff.nurse.shifts": ["Mon-Fri 09:00-16:00"] },
  }),
);
const other = file(
  "other.json",
  priced.replace("A tiny clinic", "Another clinic").replace('"count": 1', '"count": 2'),
);

const idle: Executor = { run: () => Promise.reject(new Error("something was run")) };
const worlds = ["--replications", "10"];

describe("clinicsim compare", () => {
  test("compares a file's alternatives with it as it is", async () => {
    const { code, out, err } = await clinicsim(["compare", own, "--out", newOut(), ...worlds]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^A tiny clinic\n2 alternatives against “as it is” in the same 10 worlds · 4 weeks after/,
    );
    expect(out).toMatch(/\n"two days", kept \(base: [\d.]+ %\)\n {2}long days /);
    expect(out).toMatch(/ second nurse +2,720 +\+1,200 +always +0 of 10\n/);
    expect(out).toContain("\n– second nurse: ");
    expect(out).toMatch(/\nBoth alternatives are worse on something and better on nothing\.\n/);
    expect(out).toMatch(/\nwritten to .*compare-a-tiny-clinic-[0-9a-f]{10}\n$/);
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
    for (const line of out.split("\n").slice(0, -2)) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("compares several files with the first, in its worlds", async () => {
    const out = newOut();
    const argv = [
      "compare",
      other,
      file("seeded.json", priced.replace('"seed": 7', '"seed": 8')),
      "--out",
      out,
    ];
    const called = await clinicsim([...argv, "--json", ...worlds]);
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(called.out)).toMatchObject({
      scenario: "Another clinic",
      seed: 7,
      base: "Another clinic",
      alternatives: [{ name: "A tiny clinic" }],
    });
    const { seedPlan, alternatives } = JSON.parse(resultIn(out).get("manifest.json")!);
    expect(seedPlan).toEqual({ seed: 7, first: 1, last: 10, count: 10 });
    expect(
      alternatives.map(({ name, scenario }: never) => [
        name,
        (scenario as { run: { seed: number } }).run.seed,
      ]),
    ).toEqual([
      ["Another clinic", 7],
      ["A tiny clinic", 7],
    ]);
  });

  test("names files that are called the same by where they are", async () => {
    const twin = file("twin.json", priced.replace('"count": 1', '"count": 2'));
    const { out } = await clinicsim([
      "compare",
      file("priced.json", priced),
      twin,
      "--json",
      "--out",
      newOut(),
      ...worlds,
    ]);
    expect(JSON.parse(out).alternatives[0].name).toBe(twin);
  });

  test("writes tidy files: a row per alternative and world, a row per alternative and response", async () => {
    const out = newOut();
    await clinicsim(["compare", own, "--out", out, "--quiet", ...worlds]);
    const files = resultIn(out);
    expect([...files.keys()]).toEqual([
      "comparison.csv",
      "comparison.json",
      "manifest.json",
      "patterns.json",
      "replications.csv",
    ]);
    const replications = files.get("replications.csv")!.trimEnd().split("\n");
    expect(replications[0]).toMatch(/^alternative,replication,messages_per_week,/);
    expect(replications.slice(1).map((line) => line.split(",").slice(0, 2).join(" "))).toEqual(
      ["as it is", "long days", "second nurse"].flatMap((name) =>
        Array.from({ length: 10 }, (_, i) => `${name} ${i + 1}`),
      ),
    );
    const rows = files.get("comparison.csv")!.trimEnd().split("\n");
    expect(rows[0]).toMatch(
      /^alternative,response,unit,estimand,better,primary,base_estimate,estimate,difference,low,high,/,
    );
    expect(new Set(rows.slice(1).map((row) => row.split(",")[0]))).toEqual(
      new Set(["long days", "second nurse"]),
    );
  });

  test("a world of a comparison is that world of a run", async () => {
    const [compared, run] = [newOut(), newOut()];
    await clinicsim(["compare", own, "--out", compared, "--quiet", ...worlds]);
    await clinicsim(["run", own, "--set", "staff.nurse.count=2", "--out", run, "--quiet", ...worlds]);
    const columns = (text: string) => text.trimEnd().split("\n");
    const ofNurse = columns(resultIn(compared).get("replications.csv")!)
      .filter((line) => line.startsWith("second nurse,"))
      .map((line) => line.slice("second nurse,".length));
    expect(ofNurse).toEqual(columns(resultIn(run).get("replications.csv")!).slice(1));
  });

  test("is the same bytes whoever runs it, in whatever order", async () => {
    const perform = createPerformer();
    const backwards: Executor = {
      async run(jobs, onResult) {
        for (const job of (await allJobs(jobs)).toReversed())
          await onResult({ ...job }, structuredClone(perform(job)));
      },
    };
    const write = async (executor: Executor) => {
      const out = newOut();
      const argv = [
        "compare",
        own,
        "--out",
        out,
        "--quiet",
        "--select",
        "backlog_monday_open",
        "--indifference",
        "0.2",
        ...worlds,
      ];
      expect(await clinicsim(argv, { createExecutor: () => executor })).toMatchObject({ code: 0, err: "" });
      return resultIn(out);
    };
    expect(await write(backwards)).toEqual(await write(createInlineExecutor()));
  });

  test("run twice says that the result is already there, shows it, and runs nothing", async () => {
    const out = newOut();
    const first = await clinicsim(["compare", own, "--out", out, ...worlds]);
    const second = await clinicsim(["compare", own, "--out", out, ...worlds], { createExecutor: () => idle });
    expect(second.out).toMatch(/\nalready in .*: nothing was run\n$/);
    const withoutLast = (text: string) => text.trimEnd().split("\n").slice(0, -1).join("\n");
    expect(withoutLast(second.out)).toBe(withoutLast(first.out));
    // What is only shown is no other result; what decides is.
    const all = await clinicsim(["compare", own, "--out", out, "--all", ...worlds], {
      createExecutor: () => idle,
    });
    expect(all.out).toContain("What does not decide");
    const primary = ["--primary", "backlog_monday_open", "--quiet"];
    expect(await clinicsim(["compare", own, "--out", out, ...primary, ...worlds])).toMatchObject({ code: 0 });
    expect(readdirSync(out)).toHaveLength(2);
  });

  test("takes only the alternatives that are named, and another base", async () => {
    const argv = [
      "compare",
      own,
      "--only",
      "as it is",
      "--base",
      "second nurse",
      "--json",
      "--out",
      newOut(),
      ...worlds,
    ];
    const { out } = await clinicsim(argv);
    expect(JSON.parse(out)).toMatchObject({ base: "second nurse", alternatives: [{ name: "as it is" }] });
  });

  test("changes all alternatives with --set, which an alternative may change again", async () => {
    const out = newOut();
    await clinicsim(["compare", own, "--set", "staff.nurse.count=3", "--out", out, "--quiet", ...worlds]);
    const { alternatives } = JSON.parse(resultIn(out).get("manifest.json")!);
    expect(
      alternatives.map(
        ({ scenario }: { scenario: { staff: { nurse: { count: number } } } }) => scenario.staff.nurse.count,
      ),
    ).toEqual([3, 3, 2]);
  });

  test("decides by what it is told to, from when on it matters", async () => {
    const argv = [
      "--primary",
      "backlog_monday_open,cost_per_week",
      "--smallest-difference",
      "cost_per_week=5000",
      "--smallest-difference",
      "backlog_monday_open=10%",
    ];
    const { out } = await clinicsim(["compare", own, ...argv, "--json", "--out", newOut(), ...worlds]);
    const { primary, alternatives } = JSON.parse(out);
    expect(primary).toEqual(["backlog_monday_open", "cost_per_week"]);
    const rowOf = (name: string) =>
      alternatives[1].rows.find(({ response }: { response: string }) => response === name);
    expect(rowOf("cost_per_week")).toMatchObject({
      smallestDifference: 5000,
      conclusion: "alike",
      primary: true,
    });
    expect(rowOf("backlog_monday_open").smallestDifference).toBeCloseTo(
      rowOf("backlog_monday_open").base.estimate / 10,
      9,
    );
  });

  test("selects the best, and keeps what it ran for that", async () => {
    const out = newOut();
    const select = ["--select", "cost_per_week", "--indifference", "1 CAD", "--probability", "90%"];
    const { out: shown } = await clinicsim(["compare", own, ...select, "--out", out, ...worlds]);
    expect(shown.replace(/\s+/g, " ")).toContain(
      "Best by the mean over worlds of staff cost a week: “as it is”, found by a procedure that finds the best with a probability of at least 90 % where it leads by 1 CAD per week or more.",
    );
    expect(JSON.parse(resultIn(out).get("manifest.json")!).selection).toEqual({
      response: "cost_per_week",
      indifference: 1,
      probability: 0.9,
      atMost: 2000,
    });
  });

  test("shows a world alone", async () => {
    const { out } = await clinicsim(["compare", own, "--replication", "3", "--out", newOut()]);
    expect(out).toContain("in world 3 ·");
    expect(out).toContain("one world cannot tell a difference from chance");
  });
});

describe("clinicsim compare is told", () => {
  const refused = async (...argv: readonly string[]) => {
    const { code, out, err } = await clinicsim(["compare", ...argv, "--out", newOut()]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toMatch(/\n\s+at /);
    return err;
  };

  test.each([
    [["--only", "second nurze"], /there is no alternative "second nurze"\n {4}did you mean "second nurse"\?/],
    [["--base", "x"], /--base: there is no alternative "x"/],
    [["--only", "as it is"], /leaves nothing to compare/],
    [["--primary", "cost_per_weak"], /comparison\.primary\.0: .*\n {4}did you mean "cost_per_week"\?/],
    [["--smallest-difference", "cost_per_week"], /write response=difference/],
    [["--smallest-difference", "cost_per_week=3 EUR"], /"3 EUR" is in another unit/],
    [["--select", "cost_per_weak"], /--select: .*\n {4}did you mean "cost_per_week"\?/],
    [["--select", "utilisation_nurse"], /neither better high nor low/],
    [["--select", "cost_per_week", ...worlds], /--indifference: needs the difference/],
    [
      ["--select", "cost_per_week", "--indifference", "5%", ...worlds],
      /--indifference: needs the difference/,
    ],
    [
      ["--select", "cost_per_week", "--indifference", "5 EUR", ...worlds],
      /--indifference: "5 EUR" is in another unit/,
    ],
    [["--select", "cost_per_week", "--indifference", "5"], /needs at least 10 replications/],
    [["--select", "cost_per_week", "--replications", "5"], /needs at least 10 replications/],
    [["--select", "cost_per_week", "--probability", "95"], /--probability: must be above 0\.5/],
    [["--indifference", "5"], /--indifference: needs --select/],
    [["--replication", "3", "--replications", "4"], /cannot be used with --replications/],
  ] as const)("what is wrong with %j", async (flags, message) => {
    expect(await refused(own, ...flags)).toMatch(message);
  });

  test("that a file without alternatives has nothing to compare", async () => {
    expect(await refused(tiny)).toMatch(/tiny\.json has no alternatives to compare\n {4}write some/);
  });

  test("which of several files is at fault, and of all of them", async () => {
    const broken = file("broken.json", priced.replace('"portalShare": 1', '"portalShar": 1'));
    const err = await refused(own, broken, "absent.json");
    expect(err).toMatch(/broken\.json:8:\d+ {2}error .*portalShar/);
    expect(err).toMatch(/absent\.json {2}error .*there is no file/);
    expect(await refused(own, own)).toContain("is given twice");
  });

  test("which alternative cannot be run, before anything is", async () => {
    const path = file(
      "unfit.json",
      withAlternatives({ fine: { "staff.nurse.count": 2 }, "no such team": { "staff.nurze.count": 2 } }),
    );
    for (const seed of [[], ["--seed", "9"]]) {
      const err = await refused(path, ...seed);
      expect(err).toMatch(/alternatives\."no such team".*nurze/);
      expect(err).toContain('did you mean "nurse"?');
    }
  });

  test("that a response cannot decide which an alternative does not have", async () => {
    const path = file("unequal.json", withAlternatives({ "no promise": { "promises.two days": null } }));
    expect(await refused(path, "--primary", "promise_two_days_share")).toContain(
      "promise_two_days_share cannot decide: “no promise” does not have it",
    );
    const { code, out } = await clinicsim(["compare", path, "--out", newOut(), ...worlds]);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain(
      "Not compared, because not all alternatives have it alike: promise_two_days_share",
    );
  });

  test("how to run again the one world that failed", async () => {
    const failing: Executor = { run: () => Promise.reject(new ReplicationError(7, 2, new Error("broken"))) };
    const argv = [
      "compare",
      own,
      "--select",
      "cost_per_week",
      "--indifference",
      "1",
      ...worlds,
      "--out",
      newOut(),
    ];
    const { code, err } = await clinicsim(argv, { createExecutor: () => failing });
    expect(code).toBe(3);
    const replay = /to replay it: {2}clinicsim (.*)\n/.exec(err)![1]!;
    expect(replay).toMatch(/^compare .*own\.json --out \S+ --seed 7 --replication 2$/);
    expect(await clinicsim(replay.split(" "))).toMatchObject({ code: 0 });
  });
});

describe("clinicsim compare, meanwhile,", () => {
  test("shows on a terminal how far it is, further worlds of a selection included", async () => {
    const select = ["--select", "backlog_monday_open", "--indifference", "0.05", "--at-most", "30"];
    const argv = ["compare", own, ...select, "--out", newOut(), ...worlds];
    const { code, err } = await clinicsim(argv, { tty: true });
    expect(code).toBe(0);
    expect(err).toMatch(/░ 0 of 30 · … left/);
    expect(err).toMatch(/ of (?:[4-9]\d) · \d+ s left/);
    expect(err).not.toMatch(/NaN|undefined/);
  });

  test("counts what is the same as the base once, as it is run", async () => {
    const same = file("same.json", withAlternatives({ "one nurse": { "staff.nurse.count": 1 } }));
    const { err } = await clinicsim(["compare", same, "--out", newOut(), ...worlds], { tty: true });
    expect(err).toMatch(/░ 0 of 10 · … left/);
    expect(err).not.toMatch(/ of 20 /);
  });

  test("refuses a search that may not even begin", async () => {
    const select = ["--select", "cost_per_week", "--indifference", "1", "--at-most", "9"];
    const { code, err } = await clinicsim(["compare", own, "--out", newOut(), ...worlds, ...select]);
    expect(code).toBe(2);
    expect(err).toContain("--at-most: 9 is less than the 10 replications that a search begins with");
  });

  test("says that no alternative has what is to decide", async () => {
    const [none, nor] = [
      { "promises.two days": null },
      { "promises.two days": null, "staff.nurse.count": 2 },
    ];
    const declared = withAlternatives({ none, nor }).replace(
      '"alternatives"',
      '"comparison": { "primary": ["promise_two_days_share"] }, "alternatives"',
    );
    const argv = ["compare", file("declared.json", declared), "--base", "none", "--only", "nor"];
    const { code, err } = await clinicsim([...argv, "--out", newOut(), ...worlds]);
    expect(code).toBe(2);
    expect(err).toContain(
      "promise_two_days_share cannot decide: none of the alternatives that are compared has it",
    );
  });

  test("stops when it is interrupted, and leaves nothing", async () => {
    const out = newOut();
    const called = await clinicsim(["compare", own, "--out", out, ...worlds], {
      signal: AbortSignal.abort(),
    });
    expect(called).toEqual({ code: 130, out: "", err: "interrupted: nothing was written\n" });
    expect(readdirSync(out)).toEqual([]);
  });
});
