import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parseScenario } from "../../src/scenario/index.ts";
import { clinicsim, file, folder } from "./clinicsim.ts";

const scenario = join(import.meta.dirname, "../../scenarios/rheum.json");
const log = join(folder, "log.csv");
const fitted = join(folder, "fitted.json");
/** Things that a real export holds and that nobody may find again. */
const PLANTED = [
  "MARGUERITE OKONKWO",
  "MRN-7731904",
  "416-555-0187",
  "my knee is swollen again",
  "dr.planted@example.org",
  "Okonkwo asks again",
];

/** A log of 16 weeks in which a patient, a nurse and free text have names and numbers of their own. */
beforeAll(async () => {
  const flags = [
    "--set",
    "run.length=16 weeks",
    "--set",
    "run.warmUp=1 week",
    "--set",
    "run.runOut=0 weeks",
    "--set",
    "run.start=2025-03-03",
  ];
  expect((await clinicsim(["synth", scenario, "--out", log, ...flags])).code).toBe(0);
  const [header, ...rows] = readFileSync(log, "utf8").trimEnd().split("\n");
  const columns = header!.split(",");
  const patient = columns.indexOf("patient_id");
  const staff = columns.indexOf("staff_id");
  const topic = columns.indexOf("topic");
  // Four patients, however many messages they send, are no topic.
  const few = [...new Set(rows.map((row) => row.split(",")[patient]))].slice(0, 4);
  const written = rows.map((row, i) => {
    const cells = row.split(",");
    if (few.includes(cells[patient]) && i % 50 !== 0) cells[topic] = PLANTED[5]!;
    if (i % 50 === 0) cells[patient] = i % 100 === 0 ? PLANTED[0]! : PLANTED[1]!;
    if (cells[staff]?.includes("nurse")) cells[staff] = PLANTED[4]!;
    return [...cells, i % 7 === 0 ? `"${PLANTED[3]}, call ${PLANTED[2]}"` : ""].join(",");
  });
  writeFileSync(log, `${header},body\n${written.join("\n")}\n`);
}, 120_000);

describe("clinicsim fit", () => {
  test("writes a commented scenario that is valid, with an interval for what the log told, and holds nobody's name", async () => {
    const { code, out, err } = await clinicsim([
      "fit",
      log,
      "--time-zone",
      "America/Toronto",
      "--patients",
      "2256",
      "--out",
      fitted,
    ]);
    expect([code, err]).toEqual([0, ""]);
    const text = readFileSync(fitted, "utf8");
    expect(text).toMatch(/^\/\/ Fitted to a message log/);
    const { scenario: read, issues } = parseScenario(text);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const local = read!.ledger.filter(({ grade }) => grade === "local");
    expect(local.length).toBeGreaterThan(20);
    expect(local.find(({ path }) => path === "specialties.rheumatology.demand.volume")!.range).toHaveLength(
      2,
    );
    // What is put because nothing tells it is in the ledger as such, and what was learned has a range or says why not.
    const gradeOf = (path: string) => read!.ledger.find((each) => each.path === path)?.grade;
    for (const path of [
      "staff.nurses.absence.cover",
      "staff.nurses.costBasis",
      "staff.physicians.costBasis",
      "specialties.rheumatology.demand.patientHeterogeneity.panel",
    ])
      expect([path, gradeOf(path)]).toEqual([path, "assumed"]);
    expect(gradeOf("specialties.rheumatology.demand.growth.rate")).toBe("local");
    expect(gradeOf("policies.triage.type")).toBe("local");
    expect(out).toContain("nurses: who does the work of somebody who is away does not show in the log");
    expect(read!.clinic.teams.map(({ role, count }) => [role, count])).toEqual([
      ["nurse", 1],
      ["physician", 4],
    ]);
    const json = await clinicsim([
      "fit",
      log,
      "--time-zone",
      "America/Toronto",
      "--patients",
      "2256",
      "--out",
      fitted,
      "--force",
      "--json",
    ]);
    expect(JSON.parse(json.out)).toMatchObject({ format: "clinicsim/fit/1" });
    for (const planted of PLANTED) {
      for (const told of [text, out, json.out]) expect(told).not.toContain(planted);
    }
    for (const said of [
      "95 % interval",
      "off by",
      "What is weak",
      "What the log cannot tell",
      "Quality of the data",
      "What to do next",
    ]) {
      expect(out).toContain(said);
    }
  }, 120_000);

  test("says all at once what is wrong with its flags, and replaces nothing", async () => {
    const { code, err } = await clinicsim(["fit", log, "--patients", "many", "--name", ""]);
    expect(code).toBe(2);
    for (const flag of ["--out", "--patients", "--name"]) expect(err).toContain(flag);
    const there = file("there.json", "mine");
    const again = await clinicsim(["fit", log, "--time-zone", "America/Toronto", "--out", there]);
    expect([again.code, readFileSync(there, "utf8")]).toEqual([2, "mine"]);
  }, 60_000);

  test("refuses fewer patients than wrote, and a log that is too short to learn from", async () => {
    const out = join(folder, "never.json");
    const few = await clinicsim([
      "fit",
      log,
      "--time-zone",
      "America/Toronto",
      "--patients",
      "3",
      "--out",
      out,
    ]);
    expect(few.code).toBe(2);
    expect(few.err).toContain("fewer than");
    const short = await clinicsim([
      "fit",
      log,
      "--time-zone",
      "America/Toronto",
      "--to",
      "2025-03-24",
      "--out",
      out,
    ]);
    expect(short.code).toBe(2);
    expect(short.err).toContain("whole days");
  }, 60_000);
});
