import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createInlineExecutor } from "../../src/experiment/index.ts";
import { clinicsim, file, newOut, tiny } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const withAlternative = file(
  "described.json",
  tinyScenario.replace(
    '"promises"',
    '"alternatives": { "two nurses": { "staff.nurse.count": 2 } }, "promises"',
  ),
);

const createExecutor = async () => createInlineExecutor();

/** The folder of what a command makes. */
async function resultOf(...argv: readonly string[]): Promise<string> {
  const out = newOut();
  await clinicsim([...argv, "--out", out, "--quiet"], { createExecutor });
  return join(out, readdirSync(out).filter((name) => !name.startsWith("."))[0]!);
}

const described = async (...argv: readonly string[]) =>
  (await clinicsim(["describe", await resultOf(...argv)])).out;

describe("clinicsim describe", () => {
  test("prints a report of a scenario as Markdown, and says how much is left to say", async () => {
    const { code, out, err } = await clinicsim(["describe", withAlternative]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^# A tiny clinic: STRESS-DES report\n/);
    expect(out).toContain("```mermaid\nflowchart TD\n");
    expect(out).toContain("| two nurses | staff.nurse.count becomes 2 |");
    expect(out).toMatch(/\n\d places above are for you/);
  });

  test("is of the scenario as --set changes it", async () => {
    const { out } = await clinicsim(["describe", tiny, "--set", "specialties.clinic.patients=123"]);
    expect(out).toContain("clinic: 123 patients");
  });

  test("writes a file once, and again only when told to", async () => {
    const path = file("report.md", "mine");
    const refused = await clinicsim(["describe", tiny, "--out", path]);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain("--force");
    expect(readFileSync(path, "utf8")).toBe("mine");
    expect(await clinicsim(["describe", tiny, "--out", path, "--force"])).toMatchObject({ code: 0 });
    expect(readFileSync(path, "utf8")).toBe((await clinicsim(["describe", tiny])).out);
  });

  test("takes from a run's folder what was run, by what, where and how long", async () => {
    const { code, out } = await clinicsim(["describe", await resultOf("run", tiny, "--replications", "2")]);
    expect(code).toBe(0);
    expect(out).toContain("2 independent replications with seed 7, numbered from 1.");
    expect(out).toMatch(/This run is terminating|those of a steady state/);
    expect(out).toContain(`Node.js ${process.version}.`);
    expect(out).not.toContain("a report of a result folder");
  });

  test("takes from a comparison's folder what the alternatives change", async () => {
    const { out } = await clinicsim([
      "describe",
      await resultOf("compare", withAlternative, "--replications", "2"),
    ]);
    expect(out).toContain("2 independent replications of each alternative");
    expect(out).toContain("| two nurses | staff.nurse.count becomes 2 |");
  });

  test("takes from a sweep's folder how its points were chosen", async () => {
    const { out } = await clinicsim([
      "describe",
      await resultOf("sweep", tiny, "--vary", "staff.nurse.count=1..2", "--replications", "2"),
    ]);
    expect(out).toContain("a sweep over 2 design points (grid), which vary staff.nurse.count");
  });

  const unsure = file(
    "unsure.json",
    tinyScenario.replace(
      /\}\s*$/,
      `, "evidence": { "specialties.clinic.patients": { "grade": "assumed", "why": "a guess", "range": [60, 140] } } }`,
    ),
  );
  const brief = ["--set", "run.length=1 weeks"];

  test("takes from a sensitivity analysis that only points of a set share their worlds", async () => {
    const out = await described("sensitivity", unsure, "--method", "morris", "--points", "10", ...brief);
    expect(out).toContain(
      "a sensitivity analysis over 20 design points (morris), which vary specialties.clinic.patients",
    );
    expect(out).toContain("The points come in 10 trajectories, each with replications of its own");
    expect(out).not.toContain("max-t");
  });

  test("takes from uncertain inputs what was drawn, and how often", async () => {
    const out = await described("run", unsure, "--input-uncertainty", "--draws", "40", ...brief);
    expect(out).toContain("draws what is not known for sure from the ranges of the ledger");
    expect(out).toContain("40 independent draws of the inputs, with 2 independent replications for each");
  });

  test("takes from a discovery what failing is, and of which sweep", async () => {
    const design = ["--vary", "specialties.clinic.patients=81..100", "--replications", "2", ...brief];
    const out = await described("discover", await resultOf("sweep", tiny, ...design));
    expect(out).toContain("that is, promise_two_days_share \\< 0.9, by PRIM");
    expect(out).toContain("among 20 of the points of a sweep over 20 design points (grid)");
  });

  test("names references that a file of evidence has, and says what is wrong with one that has none", async () => {
    const cited = file(
      "cited.json",
      tinyScenario.replace(
        '"promises"',
        '"evidence": { "specialties.clinic.patients": { "grade": "cited", "source": "X1" } }, "promises"',
      ),
    );
    const evidence = file("sources.csv", "id,citation,doi_or_url\nX1,Somebody 2020,10.1/x\n");
    const { out } = await clinicsim(["describe", cited, "--evidence", evidence]);
    expect(out).toContain("| X1 | Somebody 2020, 10.1/x |");
    const bad = await clinicsim(["describe", cited, "--evidence", file("bad.csv", "a,b\n1,2\n")]);
    expect(bad).toMatchObject({ code: 2, out: "" });
    const none = await clinicsim(["describe", cited, "--evidence", "nowhere.csv"]);
    expect(none).toMatchObject({ code: 2, out: "" });
  });

  test.each(["seedPlan", "scenario", "design", "until"])(
    "is told in words by a manifest whose %s is none",
    async (key) => {
      const path = await resultOf("run", tiny, "--replications", "2");
      const manifest = JSON.parse(readFileSync(join(path, "manifest.json"), "utf8"));
      writeFileSync(join(path, "manifest.json"), JSON.stringify({ ...manifest, [key]: 7 }));
      expect(await clinicsim(["describe", path])).toMatchObject({ code: 2, out: "" });
    },
  );

  test("says that there is no such file", async () => {
    const { code, err } = await clinicsim(["describe", "nowhere.json"]);
    expect(code).toBe(2);
    expect(err).toContain("there is no file nowhere.json");
  });
});
