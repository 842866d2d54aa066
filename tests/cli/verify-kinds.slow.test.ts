import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createInlineExecutor } from "../../src/experiment/index.ts";
import { clinicsim, file, folder, newOut, tiny } from "./clinicsim.ts";
import { forge, HOSTILE, manifestOf, resultOf, shotOf, spotsIn, withCell, writeManifest } from "./forged.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const evidence = {
  "specialties.clinic.demand.volume": { grade: "assumed", why: "as seen", range: ["50", "300"] },
  "specialties.*.topics.*.minutes.physician": {
    grade: "assumed",
    why: "as seen",
    range: ["2 min", "10 min"],
  },
};
const unsure = file(
  "unsure.json",
  JSON.stringify({
    ...JSON.parse(tinyScenario),
    alternatives: { "two nurses": { "staff.nurse.count": 2 } },
    evidence,
  }),
);
const quick = ["--replications", "2"];
const short = ["--set", "run.length=1 weeks", "--set", "run.warmUp=0 weeks"];
const draws = ["--input-uncertainty", "--draws", "40", ...short];
const priced = file(
  "staffed.json",
  tinyScenario.replaceAll('"serves": ["clinic"]', '"serves": ["clinic"], "costPerHour": "40 CAD"'),
);
/** Wide tolerances, so that few replications decide. */
const staffing = [
  ...["--vary", "staff.nurse.count=1..2", "--worlds", "4", "--confidence", "80%"],
  ...["--set", "promises.two days.risk=0.4"],
  ...["--tolerance", "promise_two_days_share=9pp", "--tolerance", "promise_two_days_month_risk=35pp"],
];
const inline = { createExecutor: () => createInlineExecutor() };
const choice = ["--factor", "staff.nurse.count=1,2", "--only", "specialties", "--design-seed", "3"];

const KINDS = {
  "a tornado": () => resultOf("sensitivity", unsure, ...quick, "--except", "specialties.clinic.demand"),
  "a Morris screening": () =>
    resultOf("sensitivity", unsure, ...quick, "--method", "morris", "--points", "2", ...choice),
  "a Sobol' analysis in Parquet": () =>
    resultOf(
      "sensitivity",
      unsure,
      ...quick,
      ...choice,
      ...["--method", "sobol", "--points", "2"],
      "--format",
      "parquet",
    ),
  "a run over uncertain inputs": () => resultOf("run", unsure, ...draws),
  "a comparison over uncertain inputs": () =>
    resultOf("compare", unsure, ...draws, "--inputs", "specialties.clinic.demand"),
  "a battery of stresses": () =>
    resultOf("stress", tiny, ...quick, "--only", "sick call: nurse", "--only", "portal outage of a day"),
  "a discovery": async () => {
    const out = newOut();
    const result = ["--out", out, "--quiet"];
    const sweep = ["--lhs", "24", "--vary", "specialties.clinic.patients=50..400", ...short, ...quick];
    expect((await clinicsim(["sweep", tiny, ...sweep, ...result], inline)).code).toBe(0);
    const [name] = readdirSync(out).filter((each) => !each.startsWith("."));
    const fails = ["--fails", "messages_per_week > 40"];
    expect((await clinicsim(["discover", join(out, name!), ...fails, ...result])).code).toBe(0);
    return join(out, readdirSync(out).find((each) => each.includes("-discovery-"))!);
  },
  "an answer of staffing": () => resultOf("staff", priced, ...staffing),
} as const;
type Kind = keyof typeof KINDS;
const kinds = Object.keys(KINDS) as Kind[];

const made = new Map<string, string>();
beforeAll(async () => {
  for (const kind of kinds) made.set(kind, await KINDS[kind]());
});

let copies = 0;
function copyOf(kind: Kind, copy = join(folder, `kind-${copies}`)): string {
  copies += 1;
  cpSync(made.get(kind)!, copy, { recursive: true });
  return copy;
}

/** Without the line ends of a narrow terminal. */
const plain = (text: string) => text.replace(/\s+/g, " ");

describe("clinicsim verify", () => {
  test.each(kinds)("finds %s as it was made, by a sample and by all, and writes nothing", async (kind) => {
    const path = made.get(kind)!;
    const before = shotOf(path);
    const sample = await clinicsim(["verify", path, "--sample", "1"], inline);
    expect([sample.code, sample.err]).toEqual([0, ""]);
    expect(plain(sample.out)).toMatch(/: (every byte )?as it was made /);
    const all = await clinicsim(["verify", path, "--all"], inline);
    expect([all.code, all.err]).toEqual([0, ""]);
    expect(plain(all.out)).toContain(": every byte as it was made ");
    expect(shotOf(path)).toEqual(before);
  });

  test.each(["a tornado", "a Morris screening"] as const)("needs no journal: %s", async (kind) => {
    const path = copyOf(kind);
    rmSync(join(path, "journal.jsonl"));
    expect((await clinicsim(["verify", path, "--all", "--quiet"], inline)).code).toBe(0);
    expect((await clinicsim(["verify", path, "--quiet"], inline)).code).toBe(0);
  });

  test.each([
    ["a tornado", "indices.csv", (text: string) => text.replace(/\.\d/, ".0000001"), /indices\.csv, /],
    ["a Morris screening", "replications.csv", withCell(4, 8, "1"), /replications\.csv, point 2, /],
    [
      "a comparison over uncertain inputs",
      "replications.csv",
      withCell(3, 6, "1"),
      /replications\.csv, two nurses, draw 1, replication 1, \w+: 1 in/,
    ],
    [
      "a comparison over uncertain inputs",
      "differences.csv",
      withCell(1, 5, "1"),
      /differences\.csv, two nurses, \w+, difference: 1 in/,
    ],
    ["a battery of stresses", "paths.csv", withCell(5, 3, "1"), /paths\.csv, row 5 \(\w/],
    [
      "a battery of stresses",
      "stress.json",
      (text: string) => text.replace('"seed": 7', '"seed": 8'),
      /seed/,
    ],
    ["a discovery", "points.csv", withCell(2, 1, "7"), /points\.csv, point 2, /],
    [
      "an answer of staffing",
      "steps.csv",
      (text: string) => `${text}9\n`,
      /steps\.csv, its end: further rows/,
    ],
  ] as const)("finds what was forged in %s: %s", async (kind, name, change, found) => {
    // A discovery is searched again in the sweep beside it.
    const path = copyOf(kind, `${made.get(kind)!}-${copies}`);
    forge(path, name, change);
    const { code, out } = await clinicsim(["verify", path, "--all"], inline);
    expect(code).toBe(1);
    expect(plain(out)).toMatch(found);
  });

  test("says of a discovery away from its sweep that only its files were looked at", async () => {
    const path = copyOf("a discovery");
    const { code, out, err } = await clinicsim(["verify", path]);
    expect([code, err]).toEqual([0, ""]);
    expect(plain(out)).toContain("the files are as they were written; nothing was made again");
    expect(plain(out)).toContain("its sweep is not beside it: nothing was searched again");
    expect(JSON.parse((await clinicsim(["verify", path, "--json"])).out)).toMatchObject({ verified: false });
    writeFileSync(join(path, "points.csv"), "");
    expect((await clinicsim(["verify", path, "--quiet"])).code).toBe(1);
  });

  test("is told in words, whatever stands anywhere in the manifest of any kind", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), fc.nat(), HOSTILE, async (kind, place, value) => {
        const path = copyOf(kind);
        const manifest = manifestOf(path);
        const spots = spotsIn(manifest).filter(([, key]) => key !== "format");
        const [parent, key] = spots[place % spots.length]!;
        parent[key] = value;
        writeManifest(path, manifest);
        // With another engine nothing is compared with how this version would have written it.
        for (const flags of [[], ["--anyway"]]) {
          const { code, err } = await clinicsim(["verify", path, "--sample", "1", ...flags], inline);
          if (![0, 1, 2].includes(code)) throw new Error(`${String(key)}: ${err}`);
          writeManifest(path, { ...manifest, engine: "other" });
        }
        rmSync(path, { recursive: true });
      }),
      { numRuns: 15 },
    );
  });
});
