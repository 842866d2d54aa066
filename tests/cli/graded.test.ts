import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createInlineExecutor } from "../../src/experiment/index.ts";
import { editText, gradedHash, parseScenario } from "../../src/scenario/index.ts";
import { clinicsim, file, newOut } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const clinic = JSON.stringify({
  ...JSON.parse(
    tinyScenario.replaceAll('"serves": ["clinic"]', '"serves": ["clinic"], "costPerHour": "40 CAD"'),
  ),
  promises: { "two days": { within: "end of business day 2", target: 0.9, risk: 0.4 } },
  alternatives: { more: { "staff.nurse.count": 2 } },
  evidence: {
    "staff.nurse.costPerHour": { grade: "local", source: "the payroll", range: ["30 CAD", "60 CAD"] },
  },
});
const VALIDATION = {
  grade: "C",
  from: "2026-07-01",
  to: "2026-12-31",
  messages: 1148,
  mend: [],
  of: gradedHash(parseScenario(clinic).scenario!.document),
};
const scenario = file("graded.json", editText(clinic, { validation: VALIDATION }).text);
const said = "graded C by a replay of 1148 first messages from 2026-07-01 to 2026-12-31";

const inline = { createExecutor: async () => createInlineExecutor() };
const few = ["--replications", "2"];

describe("what a replay said of a scenario is in every later report of it", () => {
  test.each([
    ["validate", []],
    ["run", few],
    ["check", few],
    ["stress", [...few, "--only", "portal outage of a day"]],
    ["compare", few],
    ["sweep", [...few, "--vary", "staff.nurse.count=1,2"]],
    ["sensitivity", few],
    ["describe", ["--text"]],
  ])("%s", async (verb, flags) => {
    const out = ["validate", "describe"].includes(verb) ? [] : ["--out", newOut()];
    const { out: text, err } = await clinicsim([verb, scenario, ...flags, ...out], inline);
    expect(err).not.toMatch(/error/);
    expect(text.replaceAll(/\s+/g, " ")).toContain(said);
  });

  test("discover", async () => {
    const out = newOut();
    const points = [
      "--lhs",
      "24",
      "--vary",
      "specialties.clinic.patients=50..150",
      "--replications",
      "1",
      "--set",
      "run.length=1 weeks",
    ];
    await clinicsim(["sweep", scenario, ...points, "--out", out, "--quiet"], inline);
    const sweep = readdirSync(out).find((name) => !name.startsWith("."));
    const { out: text, err } = await clinicsim([
      "discover",
      join(out, sweep!),
      ...["--fails", "first_reply_median_business_h > 1", "--least", "0.2", "--out", newOut()],
    ]);
    expect(err).toBe("");
    expect(text.replaceAll(/\s+/g, " ")).toContain(said);
  });
});
