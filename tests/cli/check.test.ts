import { describe, expect, test } from "vitest";
import { checkPromises, createInlineExecutor, type Executor } from "../../src/experiment/index.ts";
import { clinicsim, file, newOut, resultIn, tiny } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const inline = { createExecutor: async () => createInlineExecutor() };
const idle: Executor = { run: () => Promise.reject(new Error("something was run")) };
const called = (argv: readonly string[], outfit = inline) => clinicsim(argv, outfit);
const RISK = "promise_two_days_month_risk";
const bySet = (text: string) => ["--set", `promises.two days.target=${text}`];
const worlds = ["--replications", "60"];

describe("clinicsim check", () => {
  test("passes a promise that is kept, with one line for it and one for all", async () => {
    const { code, out, err } = await called([
      "check",
      tiny,
      "--out",
      newOut(),
      ...worlds,
      ...bySet("0.1"),
      "--max-breach",
      "10%",
    ]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^passes {7}“two days”: a month falls below 10 % with a risk of 0(\.\d+)? % \(.*\); 10 % is allowed\npasses: A tiny clinic, 60 replications, seed 7\n$/,
    );
  });

  test("ends with 1 where the risk exceeds the limit", async () => {
    const { code, out } = await called([
      "check",
      tiny,
      "--out",
      newOut(),
      "--set",
      "promises.two days.within=1 open hours",
      "--max-breach",
      "0.05",
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^fails {8}“two days”: a month falls below 90 % with a risk of .* %.*; 5 % is allowed\nfails: /,
    );
  });

  test("goes by the estimate, and says where it is not sure", async () => {
    const within = ["check", tiny, "--out", newOut(), ...bySet("0.1"), "--replications", "2"];
    const { code, out } = await called(within);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^passes {7}“two days”: .*; too few replications to be sure.*--until promise_two_days_month_risk=1pp\npasses: .*; not surely\n$/,
    );
    const found = { createExecutor: async () => idle };
    const strict = await called([...within, "--strict"], found);
    expect(strict.code).toBe(1);
    expect(strict.out).toMatch(/\nfails: .*; not surely passed, which --strict counts as failed\n$/);
    expect((await called([...within, "--lenient"], found)).code).toBe(0);
  });

  test("ends with 1 though the interval holds the limit, and only --lenient lets that pass", async () => {
    // A promise of which some worlds' month falls short, and not all.
    const within = ["--set", "promises.two days.within=6 open hours", "--replications", "6"];
    const over = ["check", tiny, "--out", newOut(), ...bySet("0.6"), ...within, "--json"];
    const { promises } = JSON.parse((await called([...over, "--max-breach", "0"])).out);
    const [{ estimate, low, high }] = promises;
    const limit = (low + estimate) / 2;
    expect([low < limit, limit < estimate, estimate < high]).toEqual([true, true, true]);
    const found = { createExecutor: async () => idle };
    const asked = [...over, "--max-breach", `${limit.toFixed(4)}`];
    const plain = await called(asked, found);
    expect(plain.code).toBe(1);
    expect(JSON.parse(plain.out)).toMatchObject({ verdict: "fails", isSure: false, burden: "estimate" });
    const lenient = await called([...asked, "--lenient"], found);
    expect([lenient.code, JSON.parse(lenient.out).verdict]).toEqual([0, "passes"]);
    expect((await called([...asked, "--strict"], found)).code).toBe(1);
  });

  test("has the very numbers of run, from the very result", async () => {
    const out = newOut();
    const shared = [tiny, "--out", out, "--replications", "4"];
    const run = JSON.parse((await called(["run", ...shared, "--json"])).out);
    const files = resultIn(out);
    const checked = await called(["check", ...shared, "--json"], { createExecutor: async () => idle });
    const { promises, ...rest } = JSON.parse(checked.out);
    const row = run.responses.find(({ response }: { response: string }) => response === RISK);
    expect(promises).toHaveLength(1);
    const { mean: estimate, low, high } = row;
    expect(promises[0]).toMatchObject({
      promise: "two days",
      response: RISK,
      estimate,
      low,
      high,
      limit: 0.05,
    });
    expect(rest).toMatchObject({
      format: "clinicsim/check/2",
      scenarioHash: run.scenarioHash,
      replications: 4,
    });
    expect(resultIn(out)).toEqual(files);
    // And the other way round: what check has run, run finds.
    const other = newOut();
    await called(["check", tiny, "--out", other, "--quiet"]);
    const found = await called(["run", tiny, "--out", other], { createExecutor: async () => idle });
    expect(found.out).toContain(": nothing was run\n");
  });

  test("holds the plan against the battery too, if asked", async () => {
    const argv = ["check", tiny, "--replications", "3", "--out", newOut(), "--stress", ...bySet("0")];
    const { code, out } = await called(argv);
    const lines = out.trim().split("\n");
    expect(lines.filter((line) => line.includes("  stress “"))).toHaveLength(10);
    expect(code).toBe(lines.some((line) => line.startsWith("fails")) ? 1 : 0);
    const json = JSON.parse((await called([...argv, "--json"])).out);
    expect(json.stresses).toHaveLength(9);
    expect(json.leftOut).toHaveLength(1);
  });

  test("needs a promise to check, and limits that are shares", async () => {
    const text = tinyScenario.replace(/"promises": \{.*\}\n\}/, '"promises": {}\n}');
    const none = await called(["check", file("silent.json", text), "--out", newOut()]);
    expect([none.code, none.out]).toEqual([2, ""]);
    expect(none.err).toContain("promises nothing");
    const { code, err } = await called(["check", tiny, "--max-breach", "5", "--recover-within", "2 weeks"]);
    expect(code).toBe(2);
    expect(err).toContain('--max-breach: must be a share from 0 % to 100 %, not "5"');
    expect(err).toContain("--recover-within: needs --stress");
    const both = await called(["check", tiny, "--strict", "--lenient"]);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining("--lenient: cannot go with --strict")]);
  });
});

describe("a limit and an interval", () => {
  const checked = (low: number, high: number, sd = 0.1) => {
    const row = { response: RISK, estimate: (low + high) / 2, low, high, sd };
    const analysis = { confidence: 0.95, replications: [1, 2, 3], rows: [row as never] };
    return checkPromises(analysis, [{ promise: "p", response: RISK, target: 0.9, limit: 0.05 }])[0]!;
  };

  test("the estimate gives the verdict, and it is sure if the whole interval lies on its side", () => {
    const of = (low: number, high: number) => {
      const { verdict, isSure } = checked(low, high);
      return [verdict, isSure];
    };
    expect(of(0.01, 0.05)).toEqual(["passes", true]);
    expect(of(0.01, 0.08)).toEqual(["passes", false]);
    expect(of(0.02, 0.1)).toEqual(["fails", false]);
    expect(of(0.051, 0.2)).toEqual(["fails", true]);
    expect(of(0.05, 0.2)).toEqual(["fails", false]);
    expect(of(Number.NaN, Number.NaN)).toEqual(["cannot tell", false]);
  });

  test("the nearer the risk is to its limit, the more replications it takes", () => {
    const [near, far] = [checked(0.04, 0.08).needs!, checked(0.01, 0.2).needs!];
    expect(near).toBeGreaterThan(far);
    expect(far).toBeGreaterThan(3);
    expect(checked(0, 0.06, 0).needs).toBeUndefined();
  });
});
