import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createInlineExecutor } from "../../src/experiment/index.ts";
import { clinicsim, folder, newOut, tiny } from "./clinicsim.ts";

const log = join(folder, "replay-log.csv");
const scenario = join(folder, "replayed.json");
const out = join(folder, "replays");
const inline = { createExecutor: async () => createInlineExecutor() };
const LONG = ["--set", "run.length=12 weeks"];
const replay = (...argv: readonly string[]) =>
  clinicsim(["replay", scenario, log, "--replications", "20", "--out", out, ...argv], inline);

beforeAll(async () => {
  copyFileSync(tiny, scenario);
  const { code, err } = await clinicsim(["synth", tiny, ...LONG, "--seed", "99", "--out", log, "--quiet"]);
  expect([code, err]).toEqual([0, ""]);
});

describe("clinicsim replay", () => {
  test("grades a scenario by a log, writes the grade into it, and every later report says it", async () => {
    const first = await replay();
    expect([0, 1]).toContain(first.code);
    expect(first.out).toMatch(/graded [A-D]/);
    expect(first.out).toContain("What patients send, as the scenario draws it");
    const again = await replay("--write", "--report");
    expect(again.out).toContain("nothing was run");
    const [name] = readdirSync(out);
    const files = readdirSync(join(out, name!)).sort();
    const sheets = ["checks.csv", "groups.csv", "quantiles.csv", "weeks.csv"];
    expect(files).toEqual(
      [...sheets, "manifest.json", "provenance.json", "replay.json", "report.html"].sort(),
    );
    expect(readFileSync(join(out, name!, "report.html"), "utf8")).toContain("Answered in time, week by week");
    const grade = /graded ([A-D])/.exec(first.out)![1];
    const run = await clinicsim([
      "run",
      scenario,
      "--replications",
      "2",
      "--out",
      join(folder, "graded-runs"),
    ]);
    expect(run.out.replaceAll(/\s+/g, " ")).toContain(`graded ${grade} by a replay of`);
    expect(run.out.replaceAll(/\s+/g, " ")).toMatch(
      /graded [A-D] by a replay of [^!]*not judged: minutes of work, calls, visits and cost/,
    );
    const other = await clinicsim(["validate", scenario, "--set", "policies.triage.type=none"]);
    expect(other.out.replaceAll(/\s+/g, " ")).toContain(
      `before it was changed, this clinic was graded ${grade}`,
    );
  });

  test("keeps nothing of single messages", async () => {
    await replay("--quiet");
    const names = readdirSync(out);
    const files = names.flatMap((name) => readdirSync(join(out, name)).map((file) => join(out, name, file)));
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) expect(readFileSync(file, "utf8")).not.toMatch(/SYN-[MPTS]-/);
  });

  test("knows the log that a scenario was fitted to, and says which specialty it took for which", async () => {
    const fitted = join(folder, "fitted-here.json");
    const reading = ["--time-zone", "America/Toronto"];
    const fit = await clinicsim(["fit", log, ...reading, "--out", fitted, "--quiet"]);
    expect([fit.code, fit.err]).toEqual([0, ""]);
    const few = ["--replications", "20", "--out", newOut()];
    const own = await clinicsim(["replay", fitted, log, ...few], inline);
    expect(own.out.replaceAll(/\s+/g, " ")).toContain("was fitted to this very log, from 2026-");
    expect(own.out).not.toMatch(/graded A/);
    const other = join(folder, "another-clinic.csv");
    writeFileSync(other, readFileSync(log, "utf8").replaceAll(",clinic,", ",cardiology,"));
    const taken = await clinicsim(["replay", scenario, other, ...few], inline);
    expect(taken.out.replaceAll(/\s+/g, " ")).toContain(
      "“cardiology”, was taken for the scenario's only one, “clinic”",
    );
    expect(taken.out).toContain("Not judged");
    expect(taken.out).not.toContain("was fitted to");
  });

  test("leaves out specialties that the scenario does not have, says so, and refuses a log that is mostly of them", async () => {
    const lines = readFileSync(log, "utf8").trimEnd().split("\n");
    const some = (every: number) =>
      lines.map((line, i) => (i % every === 1 ? line.replace(",clinic,", ",cardiology,") : line)).join("\n");
    const mixed = join(folder, "two-specialties.csv");
    writeFileSync(mixed, some(20));
    const few = ["--replications", "20", "--out", newOut()];
    const part = await clinicsim(["replay", scenario, mixed, ...few], inline);
    const text = part.out.replaceAll(/\s+/g, " ");
    expect(text).toMatch(
      /Left out were messages of specialties that the scenario does not have: “cardiology” \(\d+ messages\)/,
    );
    expect(text).toContain("what the clinic does for “cardiology”: the scenario does not have it");
    writeFileSync(mixed, some(20).replaceAll(",clinic,", ",surgery,"));
    const most = await clinicsim(["replay", scenario, mixed, ...few], inline);
    expect([most.code, most.err]).toEqual([
      2,
      expect.stringContaining("most messages of the extract are of"),
    ]);
  });

  test("says what is wrong with what it is given", async () => {
    const early = await replay("--split", "2026-01-01");
    expect([early.code, early.err]).toEqual([2, expect.stringContaining("too few days before or after")]);
    const both = await replay("--write", "--set", "run.seed=5");
    expect([both.code, both.err]).toEqual([
      2,
      expect.stringContaining("a grade is of the scenario as its file has it"),
    ]);
    const short = join(folder, "short.csv");
    await clinicsim(["synth", tiny, "--out", short, "--quiet"]);
    const little = await clinicsim(["replay", scenario, short, "--out", out]);
    expect([little.code, little.err]).toEqual([2, expect.stringContaining("a replay needs 42 days")]);
  });
});
