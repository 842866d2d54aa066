import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createInlineExecutor, type Executor } from "../../src/experiment/index.ts";
import { clinicsim, file, newOut } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const priced = tinyScenario.replaceAll(
  '"serves": ["clinic"]',
  '"serves": ["clinic"], "costPerHour": "40 CAD"',
);
const scenario = file("staffed.json", priced);
/** Wide tolerances, so that few replications decide. */
const slack = [
  ...["--set", "promises.two days.risk=0.4", "--confidence", "80%"],
  ...["--tolerance", "promise_two_days_share=9pp", "--tolerance", "promise_two_days_month_risk=35pp"],
];
const nurses = ["--vary", "staff.nurse.count=1..3", ...slack, "--worlds", "4", "--jobs", "1"];
const inline = { createExecutor: () => createInlineExecutor() };

/** The one answer in a folder: its files by name, without the provenance. */
function answerIn(out: string): ReadonlyMap<string, string> {
  const [name, ...others] = readdirSync(out).filter((each) => each !== ".points");
  expect(others).toEqual([]);
  const files = readdirSync(join(out, name!)).filter((each) => each !== "provenance.json");
  return new Map(files.sort().map((each) => [each, readFileSync(join(out, name!, each), "utf8")]));
}

describe("clinicsim staff", () => {
  const out = newOut();
  const called = clinicsim(["staff", scenario, ...nurses, "--out", out], inline);

  test("prints the plan, what it keeps, and why not less", async () => {
    const { code, out: text, err } = await called;
    expect([code, err]).toEqual([0, ""]);
    expect(text).toMatch(
      /^A tiny clinic\nthe cheapest of 3 plans that keeps everything, with a confidence of 80 %/,
    );
    expect(text).toMatch(/\nThe plan\n {2}staff\.nurse\.count {2}1\n/);
    expect(text).toMatch(/\n {2}"two days", kept +[\d.]+ % .* at least 90 %\n/);
    expect(text).toMatch(/\n– staff\.nurse\.count: 1 is the least that may be chosen\.\n/);
    expect(text).toMatch(/\nErlang C says 1 post of nurse/);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    for (const line of text.split("\n").slice(0, -2)) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("writes the plan as a scenario that runs, and every plan with what became of it", async () => {
    await called;
    const files = answerIn(out);
    expect([...files.keys()]).toEqual([
      "manifest.json",
      "plan.json",
      "plans.csv",
      "staffing.json",
      "steps.csv",
    ]);
    const plan = file("plan.json", files.get("plan.json")!);
    const run = await clinicsim(["run", plan, "--replications", "1", "--out", newOut()]);
    expect([run.code, run.err]).toEqual([0, ""]);
    // A row for each plan and each of the promise's two bounds, and the header.
    expect(files.get("plans.csv")!.trim().split("\n")).toHaveLength(1 + 3 * 2);
  });

  test("finds an answer again that is there, and runs nothing", async () => {
    await called;
    const idle: Executor = { run: () => Promise.reject(new Error("something was run")) };
    const again = await clinicsim(["staff", scenario, ...nurses, "--out", out], {
      createExecutor: () => idle,
    });
    expect([again.code, again.err]).toEqual([0, ""]);
    expect(again.out).toContain("\nalready in ");
  });

  test("goes on where it was interrupted, to the same bytes", async () => {
    await called;
    const elsewhere = newOut();
    const stop = new AbortController();
    let seen = 0;
    const stopping: Executor = {
      run: (jobs, onResult, signal) =>
        createInlineExecutor().run(
          jobs,
          async (job, result) => {
            await onResult(job, result);
            if (++seen === 15) stop.abort();
          },
          signal,
        ),
    };
    const argv = ["staff", scenario, ...nurses, "--out", elsewhere];
    const stopped = await clinicsim(argv, { createExecutor: () => stopping, signal: stop.signal });
    expect(stopped.code).toBe(130);
    expect(stopped.err).toBe(
      "interrupted: what was simulated is kept; the same command goes on from there\n",
    );
    let more = 0;
    const counting: Executor = {
      run: (jobs, onResult, signal) =>
        createInlineExecutor().run(
          jobs,
          async (job, result) => {
            more += 1;
            await onResult(job, result);
          },
          signal,
        ),
    };
    expect((await clinicsim(argv, { createExecutor: () => counting })).code).toBe(0);
    expect(answerIn(elsewhere)).toEqual(answerIn(out));
    const all = JSON.parse(answerIn(out).get("staffing.json")!).spent;
    expect(more).toBeLessThan(all.search + all.confirmation + all.explanation);
  });

  test("says that nothing will do where nothing will, what binds, and exits 1", async () => {
    const hard = [...nurses, "--keep", "physician_message_min_per_day <= 1 min"];
    const { code, out: text } = await clinicsim(["staff", scenario, ...hard, "--out", newOut()], inline);
    expect(code).toBe(1);
    expect(text).toContain(
      "None of 3 plans keeps everything. What binds is physician's minutes a day on messages:",
    );
    expect(text).not.toContain("clinicsim run");
  });

  test("says that two plans are alike where they are", async () => {
    const alike = ["--vary", "policies.routing.type=own-physician,physician-pool", ...slack, "--worlds", "4"];
    const { code, out: text } = await clinicsim(["staff", scenario, ...alike, "--out", newOut()], inline);
    expect(code).toBe(0);
    expect(text.replaceAll(/\s+/g, " ")).toContain(
      "A tie: “policies.routing.type: physician-pool” keeps everything too, with the same hours and a difference in staff cost a week below",
    );
  });

  test("drops what no budget pays, by arithmetic", async () => {
    const poor = [...nurses, "--keep", "cost_per_week <= 100 CAD"];
    const { code, out: text } = await clinicsim(["staff", scenario, ...poor, "--out", newOut()], inline);
    expect(code).toBe(1);
    expect(text).toContain("None of 3 plans can keep everything: its posts alone cost more than the budget.");
  });

  test.each([
    [[], "there is nothing to decide"],
    [["--vary", "staff.nurse.count"], "has no path before an equals sign"],
    [["--vary", "staff.nurze.count=1..2"], "nurze"],
    [["--vary", "staff.nurse.count=1:2"], "has no step"],
    [
      ["--vary", "staff.nurse.count=1..2", "--keep", "cost_a_week <= 5 CAD"],
      'there is no response "cost_a_week"',
    ],
    [["--vary", "staff.nurse.count=1..2", "--keep", "cost_per_week <= 5 EUR"], "is in another unit"],
    [["--vary", "staff.nurse.count=1..2", "--minimise", "first_reply_p90_business_h"], "is a quantile"],
    [["--vary", "staff.nurse.count=1..2", "--vary", "staff.nurse.count=3..4"], "is decided twice"],
    [
      ["--vary", "staff.nurse.count=1..2", "--minimise", "cost_per_week,cost_per_week"],
      "cost_per_week is there twice",
    ],
    [
      ["--vary", "staff.nurse.count=1..2", "--minimise", "promise_two_days_share"],
      "of promise_two_days_share the higher is the better",
    ],
    [["--vary", "staff.nurse.count=1..2", "--tolerance", "promise_two_days_share=30pp"], "points to go"],
    [["--vary", "staff.nurse.count=1..2", "--confidence", "2"], "must be from 50 % to 99.9 %"],
    [["--vary", "staff.nurse.count=1..2", "--tolerance", "5pp"], "is no tolerance of a response"],
    [
      ["--vary", "staff.nurse.count=1..2", "--keep", "promise_two_days_month_risk <= 0 %"],
      "no number of replications can show",
    ],
  ])("refuses %j", async (argv, message) => {
    const folder = newOut();
    const { code, err } = await clinicsim(["staff", scenario, ...argv, "--out", folder], inline);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(folder)).toBe(false);
  });
});
