import { describe, expect, test } from "vitest";
import { createInlineExecutor } from "../../src/experiment/index.ts";
import { clinicsim, file, newOut, resultIn, tiny } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const why = `"grade": "assumed", "why": "a guess"`;
const unsure = file(
  "unsure.json",
  tinyScenario.replace(
    /\}\s*$/,
    `, "alternatives": { "two nurses": { "staff.nurse.count": 2 }, "half of them": { "specialties.clinic.patients": 50 } },
  "evidence": { "specialties.clinic.patients": { ${why}, "range": [60, 140] }, "staff.nurse.speed": { ${why}, "range": [0.8, 1.2] } } }`,
  ),
);
const createExecutor = async () => createInlineExecutor();
const short = ["--set", "run.length=1 weeks", "--set", "run.warmUp=0 weeks"];
const asked = ["--input-uncertainty", "--draws", "40", ...short];

describe("clinicsim run --input-uncertainty", () => {
  test("says how far the inputs, and how far chance, leave each number open", async () => {
    const out = newOut();
    const first = await clinicsim(["run", unsure, ...asked, "--out", out], { createExecutor });
    expect([first.code, first.err]).toEqual([0, ""]);
    const text = first.out.replaceAll(/\s+/g, " ");
    expect(text).toContain("40 draws of 2 uncertain inputs, 2 replications each");
    expect(text).toMatch(/messages a week \[per week\] \d+ \d+ – \d+ [\d.]+ – [\d.]+ 9\d %/);
    expect(text).toContain("specialties.clinic.patients and staff.nurse.speed.");
    for (const line of first.out.split("\n").slice(0, -2)) expect(line.length).toBeLessThanOrEqual(100);
    const files = resultIn(out);
    expect([...files.keys()]).toEqual([
      "draws.csv",
      "manifest.json",
      "replications.csv",
      "uncertainty.csv",
      "uncertainty.json",
    ]);
    expect(files.get("draws.csv")!.split("\n")).toHaveLength(42);
    expect(files.get("replications.csv")!.split("\n")).toHaveLength(82);
    expect(JSON.parse(files.get("manifest.json")!)).toMatchObject({
      format: "clinicsim/uncertainty/1",
      seedPlan: { seed: 7, first: 1, last: 80, count: 80 },
      design: { type: "independent draws", draws: 40, inner: 2 },
      inputs: [{ path: "specialties.clinic.patients" }, { path: "staff.nurse.speed" }],
    });
    const again = await clinicsim(["run", unsure, ...asked, "--out", out, "--json"], { createExecutor });
    expect(again.out).toBe(files.get("uncertainty.json"));
  });

  test("has replications that `run` gives again from what the draw has", async () => {
    const out = newOut();
    await clinicsim(["run", unsure, ...asked, "--out", out, "--quiet"], { createExecutor });
    const files = resultIn(out);
    const [head, , , draw] = files.get("draws.csv")!.split("\n");
    expect(head).toBe("draw,overload,specialties.clinic.patients,staff.nurse.speed");
    const [number, , patients, speed] = draw!.split(",");
    expect(number).toBe("3");
    const alone = newOut();
    const set = ["--set", `specialties.clinic.patients=${patients}`, "--set", `staff.nurse.speed=${speed}`];
    await clinicsim(["run", unsure, ...short, ...set, "--replication", "6", "--out", alone, "--quiet"], {
      createExecutor,
    });
    const row = files
      .get("replications.csv")!
      .split("\n")
      .find((line) => line.startsWith("A tiny clinic,3,6,"));
    expect(resultIn(alone).get("replications.csv")!.split("\n")[1]).toBe(
      row!.replace("A tiny clinic,3,", ""),
    );
  });

  test("refuses what does not go with it, and where nothing is uncertain", async () => {
    const clash = await clinicsim([
      "run",
      unsure,
      ...asked,
      "--until",
      "messages_per_week=5%",
      "--inner",
      "1",
    ]);
    expect(clash.code).toBe(2);
    expect(clash.err).toContain("--until: cannot be used with --input-uncertainty");
    expect(clash.err).toContain("--inner: must be a whole number from 2");
    const alone = await clinicsim(["run", unsure, "--draws", "50"]);
    expect(alone.err).toContain("--draws: needs --input-uncertainty");
    const sure = await clinicsim(["run", tiny, "--input-uncertainty"]);
    expect(sure.code).toBe(2);
    expect(sure.err).toContain("the scenario's ledger has no ranges");
    const lost = await clinicsim(["run", unsure, "--input-uncertainty", "--inputs", "staff.nurse.sped"]);
    expect(lost.err).toContain("--inputs: no range in the ledger is under");
    expect(lost.err).toContain('did you mean "staff.nurse.speed"?');
  });
});

describe("clinicsim compare --input-uncertainty", () => {
  test("says in how many draws an alternative is better, and what an alternative sets itself", async () => {
    const out = newOut();
    const { code, out: shown } = await clinicsim(
      ["compare", unsure, ...asked, "--primary", "messages_per_week", "--out", out],
      {
        createExecutor,
      },
    );
    expect(code).toBe(0);
    const text = shown.replaceAll(/\s+/g, " ");
    expect(text).toContain("2 alternatives against “as it is” · 40 draws of 2 uncertain inputs");
    expect(text).toMatch(/half of them [\d.]+ −\d+ −\d+ to −\d+ up in 0 of 40/);
    expect(text).toContain(
      "“half of them” sets specialties.clinic.patients itself, which is not drawn there.",
    );
    const files = resultIn(out);
    expect([...files.keys()]).toContain("differences.csv");
    expect(JSON.parse(files.get("uncertainty.json")!).uncertainty.alternatives).toMatchObject([
      { name: "as it is", differences: [] },
      { name: "half of them", fixed: ["specialties.clinic.patients"] },
      { name: "two nurses", fixed: [] },
    ]);
    expect(files.get("replications.csv")!.split("\n")).toHaveLength(2 + 3 * 80);
  });
});
