import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createInlineExecutor } from "../../src/experiment/index.ts";
import { clinicsim, newOut, resultIn, tiny } from "./clinicsim.ts";

const sweepOut = newOut();
const short = ["--set", "run.length=1 weeks", "--set", "run.warmUp=0 weeks", "--replications", "2"];
const createExecutor = async () => createInlineExecutor();
let sweep = "";

beforeAll(async () => {
  const design = [
    "--lhs",
    "40",
    "--vary",
    "specialties.clinic.patients=40..260",
    "--vary",
    "staff.nurse.count=1..2",
  ];
  await clinicsim(["sweep", tiny, ...design, ...short, "--out", sweepOut, "--quiet"], { createExecutor });
  const [name] = readdirSync(sweepOut).filter((each) => each !== ".points");
  sweep = join(sweepOut, name!);
});

describe("clinicsim discover", () => {
  const fails = ["--fails", "messages_per_week > 35"];

  test("says when it fails as a rule, with what the rule is worth", async () => {
    const { code, out, err } = await clinicsim(["discover", sweep, ...fails, "--out", newOut()]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^A tiny clinic\n40 points of 2 factors · 2 replications each/);
    expect(out.replaceAll(/\s+/g, " ")).toMatch(
      / Fails when clinic\.patients ≥ 1[3-9]\d\. Of worlds there, \d/,
    );
    expect(out).toContain("Wider and narrower rules");
    for (const line of out.split("\n").slice(0, -2)) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("writes its files, and finds them again", async () => {
    const out = newOut();
    const first = await clinicsim(["discover", sweep, ...fails, "--out", out, "--json"]);
    const files = resultIn(out);
    expect([...files.keys()]).toEqual(["discovery.json", "manifest.json", "points.csv", "trade_offs.csv"]);
    expect(files.get("discovery.json")).toBe(first.out);
    expect(JSON.parse(first.out)).toMatchObject({
      format: "clinicsim/discovery-summary/1",
      points: { all: 40, done: 40, told: 40 },
      discovery: { verdict: "rule", rule: { conditions: [{ path: "specialties.clinic.patients" }] } },
    });
    expect(files.get("points.csv")).toMatch(
      /^point,failing,in_rule,specialties\.clinic\.patients,staff\.nurse\.count\n1,/,
    );
    const again = await clinicsim(["discover", sweep, ...fails, "--out", out]);
    expect(again.out).toContain("nothing was searched");
    expect(resultIn(out)).toEqual(files);
    expect(await clinicsim(["discover", sweep, ...fails, "--out", out, "--json"])).toEqual(first);
  });

  test("goes by the promises' targets unless told", async () => {
    const { code, out } = await clinicsim(["discover", sweep, "--out", newOut()]);
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, " ")).toContain("a world fails where promise_two_days_share < 0.9 ");
  });

  test("takes what is there of a sweep that is not finished, and says so", async () => {
    const out = newOut();
    const args = ["--lhs", "60", "--vary", "specialties.clinic.patients=40..260", ...short];
    await clinicsim(["sweep", tiny, ...args, "--shard", "1/2", "--out", out, "--quiet"], { createExecutor });
    const [name] = readdirSync(out).filter((each) => each !== ".points");
    const found = await clinicsim(["discover", join(out, name!), ...fails, "--out", newOut()]);
    expect(found.code).toBe(0);
    expect(found.out).toContain("! 30 of 60 points of the sweep are there");
  });

  test("refuses what it cannot use, and says how to mend it", async () => {
    const out = newOut();
    const bad = await clinicsim(["discover", sweep, "--fails", "mesages_per_week > 3", "--out", out]);
    expect(bad.code).toBe(2);
    expect(bad.err).toContain('did you mean "messages_per_week"?');
    const flags = await clinicsim(["discover", sweep, "--judge", "all", "--peel", "0.7", "--out", out]);
    expect(flags.code).toBe(2);
    expect(flags.err).toContain("--judge: must be worlds or means");
    expect(flags.err).toContain("--peel: must be above 0 and below 0.5");
    expect((await clinicsim(["discover", join(out, "nowhere"), "--out", out])).err).toContain(
      "name the folder of a sweep",
    );
    const few = newOut();
    await clinicsim(
      ["sweep", tiny, "--vary", "specialties.clinic.patients=50..52", ...short, "--out", few, "--quiet"],
      { createExecutor },
    );
    const [name] = readdirSync(few).filter((each) => each !== ".points");
    const found = await clinicsim(["discover", join(few, name!), "--out", out]);
    expect(found.code).toBe(2);
    expect(found.err).toContain("3 points are too few");
  });
});
