import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createInlineExecutor, type Executor } from "../../src/experiment/index.ts";
import { clinicsim, file, folder, newOut, tiny } from "./clinicsim.ts";
import {
  forge,
  HOSTILE,
  type Json,
  manifestOf,
  resultOf,
  shotOf,
  spotsIn,
  withCell,
  writeManifest,
} from "./forged.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const withAlternatives = file(
  "alternatives.json",
  tinyScenario.replace(
    '"promises"',
    '"alternatives": { "two nurses": { "staff.nurse.count": 2 }, "nurse by name": { "staff.nurse.shifts": ["Mon-Fri 10:00-15:00"] } }, "promises"',
  ),
);
const points = file("points.csv", "staff.nurse.count,run.replications\n2,2\n1,3\n3,1\n");
const quick = ["--replications", "2"];
const vary = ["--vary", "staff.nurse.count=1..2", ...quick];

async function mergedSweep(): Promise<string> {
  const out = newOut();
  for (const shard of ["1/2", "2/2"]) {
    await clinicsim(["sweep", tiny, ...vary, "--shard", shard, "--out", out, "--quiet"]);
  }
  const shards = readdirSync(out).filter((name) => name.includes("-of-"));
  const merged = newOut();
  await clinicsim(["merge", ...shards.map((name) => join(out, name)), "--out", merged, "--quiet"]);
  return join(merged, readdirSync(merged)[0]!);
}

const KINDS: Readonly<Record<string, () => Promise<string>>> = {
  "a run": () => resultOf("run", tiny),
  "a run until it is precise": () =>
    resultOf("run", tiny, "--until", "messages_per_week=20%", "--at-least", "4", "--at-most", "20"),
  "one replication": () => resultOf("run", tiny, "--replication", "17"),
  "a run with all that was kept": () => resultOf("run", tiny, "--keep", "full", ...quick),
  "a run without what an alternative needs": () =>
    resultOf(
      "run",
      withAlternatives,
      ...quick,
      "--set",
      "staff.nurse.count=1",
      "--set",
      "alternatives.two nurses={}",
    ),
  "a comparison": () => resultOf("compare", withAlternatives, ...quick),
  "a comparison that selects": () =>
    resultOf(
      "compare",
      withAlternatives,
      ...["--replications", "10", "--select", "cost_per_week", "--indifference", "1", "--at-most", "30"],
    ),
  "a sweep": () => resultOf("sweep", tiny, ...vary, "--derive", "staff.physician.count=staff.nurse.count"),
  "a sweep in Parquet": () => resultOf("sweep", tiny, ...vary, "--format", "parquet"),
  "a sampled sweep": () =>
    resultOf("sweep", tiny, ...quick, "--lhs", "3", "--vary", "specialties.clinic.patients=80..120"),
  "a sweep over a table, with numbers of replications": () => resultOf("sweep", tiny, "--design", points),
  "a sweep over dates": () => resultOf("sweep", tiny, ...quick, "--vary", "run.start=2026-01-05,2026-03-02"),
  "a merged sweep": mergedSweep,
};

const made = new Map<string, string>();
beforeAll(async () => {
  for (const [kind, make] of Object.entries(KINDS)) made.set(kind, await make());
});

/** A copy of a result, to be spoilt. */
let copies = 0;
function copyOf(kind: keyof typeof KINDS): string {
  const copy = join(folder, `copy-${copies++}`);
  cpSync(made.get(kind)!, copy, { recursive: true });
  return copy;
}

describe("clinicsim verify", () => {
  test.each(Object.keys(KINDS))(
    "finds %s as it was made, by a sample and by all, and writes nothing",
    async (kind) => {
      const path = made.get(kind)!;
      const before = shotOf(path);
      const sample = await clinicsim(["verify", path, "--sample", "1"]);
      expect([sample.code, sample.err]).toEqual([0, ""]);
      expect(sample.out).toContain(": as it was made\n");
      const all = await clinicsim(["verify", path, "--all"]);
      expect([all.code, all.err]).toEqual([0, ""]);
      expect(all.out).toContain(": every byte as it was made\n");
      expect(shotOf(path)).toEqual(before);
    },
  );

  test.each(Object.keys(KINDS).filter((kind) => kind.includes("sweep")))(
    "needs no journal: %s",
    async (kind) => {
      const path = copyOf(kind);
      rmSync(join(path, "journal.jsonl"));
      expect((await clinicsim(["verify", path, "--all", "--quiet"])).code).toBe(0);
      expect((await clinicsim(["verify", path, "--quiet"])).code).toBe(0);
    },
  );

  test("draws the same sample again, and another for another seed", async () => {
    const path = await resultOf("run", tiny, "--replications", "40");
    const sampleOf = async (...flags: readonly string[]) =>
      JSON.parse((await clinicsim(["verify", path, "--json", ...flags])).out).redone.sample as number[];
    const first = await sampleOf();
    expect(first).toHaveLength(5);
    expect([...new Set(first)].sort((a, b) => a - b)).toEqual(first);
    expect(await sampleOf()).toEqual(first);
    expect(await sampleOf("--seed", "1")).not.toEqual(first);
  });

  test("says which file is not as it was written", async () => {
    const path = copyOf("a run");
    const text = readFileSync(join(path, "summary.csv"), "utf8");
    writeFileSync(
      join(path, "summary.csv"),
      text.replace(/\d/, (digit) => `${9 - Number(digit)}`),
    );
    rmSync(join(path, "summary.json"));
    const { code, out } = await clinicsim(["verify", path]);
    expect(code).toBe(1);
    expect(out).toContain(": not as it was made\n");
    expect(out).toContain(
      "\n– summary.csv: of other bytes than the manifest lists\n– summary.json: missing\n",
    );
  });

  test("says which number was forged, though the manifest was forged too", async () => {
    const path = copyOf("a run");
    const [header, , , last] = readFileSync(join(path, "replications.csv"), "utf8").split("\n");
    forge(path, "replications.csv", withCell(3, 5, "7.2"));
    const { code, out } = await clinicsim(["verify", path, "--all"]);
    expect(code).toBe(1);
    const [name, was] = [header!.split(",")[5], last!.split(",")[5]];
    expect(out.replace(/\s+/g, " ")).toContain(
      `1 difference ✗ replications.csv, replication 3, ${name}: 7.2 in the folder, ${was} now`,
    );
    expect((await clinicsim(["verify", path, "--sample", "3", "--quiet"])).code).toBe(1);
  });

  test.each([
    [
      "a comparison",
      "replications.csv",
      withCell(4, 2, "1"),
      /replications\.csv, nurse by name, replication 2, /,
    ],
    ["a comparison", "comparison.csv", withCell(1, 7, "1"), /comparison\.csv, nurse by name, \w+, \w+: 1 in/],
    [
      "a run",
      "summary.json",
      (text: string) => text.replace('"seed": 7', '"seed": 8'),
      /summary\.json, seed: 8 in/,
    ],
    ["a run", "patterns.json", (text: string) => text.replace(/(\[|,)(\d)/, "$1 9$2"), /patterns\.json, /],
    ["a comparison", "patterns.json", (text: string) => `${text} `, /patterns\.json, /],
    [
      "a run",
      "summary.csv",
      (text: string) => text.replaceAll("\n", "\r\n"),
      /written otherwise|in the folder/,
    ],
    [
      "a run",
      "replications.csv",
      (text: string) => `${text}9${",1".repeat(9)}\n`,
      /further rows in the folder/,
    ],
    [
      "a run",
      "replications.csv",
      (text: string) => text.slice(0, text.indexOf("\n2,") + 1),
      /replication 2: no row/,
    ],
    ["a run", "replications.csv", (text: string) => text.replace("calls", "phones"), /the header/],
    [
      "a run with all that was kept",
      "messages.csv",
      withCell(5, 1, "x"),
      /messages\.csv, row 5 \(replication 1\), /,
    ],
    [
      "a sweep",
      "points.csv",
      withCell(2, 8, "1"),
      /points\.csv, point 2, [\w.]+: 1 in the folder, [\d.]+ by its journal/,
    ],
    ["a sweep", "replications.csv", withCell(4, 8, "1"), /replications\.csv, point 2, replication 2, /],
  ] as const)("finds what was forged in %s: %s", async (kind, name, change, found) => {
    const path = copyOf(kind);
    forge(path, name, change);
    const { code, out } = await clinicsim(["verify", path, "--all"]);
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, " ")).toMatch(found);
  });

  test("finds a sweep forged in its journal and its files alike, by running it again", async () => {
    const [path, other] = [
      copyOf("a sweep"),
      await resultOf(
        "sweep",
        tiny,
        ...vary,
        "--seed",
        "8",
        "--derive",
        "staff.physician.count=staff.nurse.count",
      ),
    ];
    for (const name of ["points.csv", "replications.csv"]) {
      forge(path, name, () => readFileSync(join(other, name), "utf8"));
    }
    const { code, out } = await clinicsim(["verify", path, "--sample", "1"]);
    expect(code).toBe(1);
    expect(out).toMatch(/replications\.csv, point \d, replication 1,/);
  });

  test("finds a wrong engine out: one number that comes out otherwise is one difference", async () => {
    const inline = createInlineExecutor();
    const wrong: Executor = {
      run: (jobs, onResult, signal) =>
        inline.run(
          jobs,
          (job, result) =>
            onResult(
              job,
              job.replication === 2
                ? { ...result, values: result.values.map((v, i) => (i === 3 ? v + 1 : v)) }
                : result,
            ),
          signal,
        ),
    };
    const { code, out } = await clinicsim(["verify", made.get("a run")!, "--sample", "3", "--json"], {
      createExecutor: () => wrong,
    });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      format: "clinicsim/verification/1",
      verified: false,
      count: 1,
      differences: [{ file: "replications.csv", at: "replication 2" }],
    });
  });

  test("refuses what another engine has made, says which, and looks at it anyway if told to", async () => {
    const path = copyOf("a run");
    writeManifest(path, { ...manifestOf(path), version: "9.9.9", engine: "f".repeat(64) });
    const refused = await clinicsim(["verify", path]);
    expect([refused.code, refused.out]).toEqual([2, ""]);
    expect(refused.err).toContain("was made by clinicsim 9.9.9 with the engine ffffffffffff");
    expect(refused.err).toContain("npm install clinicsim@9.9.9");
    const anyway = await clinicsim(["verify", path, "--anyway", "--all"]);
    expect(anyway.code).toBe(0);
    expect(anyway.out.replace(/\s+/g, " ")).toContain("by this version's engine, which is another one");
    writeFileSync(join(path, "summary.csv"), "");
    const spoilt = await clinicsim(["verify", path]);
    expect(spoilt.code).toBe(1);
    expect(spoilt.out).toContain("nothing was made again");
  });

  test("names what lies in the folder and is no part of the result", async () => {
    const path = copyOf("a run");
    writeFileSync(join(path, "notes.txt"), "mine");
    const { code, out } = await clinicsim(["verify", path]);
    expect(code).toBe(0);
    expect(out).toContain("! notes.txt: not part of the result, and not looked at");
  });

  test.each([
    ["no folder", "nowhere", "there is no folder"],
    ["a folder of results", ".", "name one of"],
  ])("says what %s is", async (_, name, words) => {
    const out = join(made.get("a run")!, "..");
    const { code, err } = await clinicsim(["verify", join(out, name)]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  test("says what a sweep is that is not finished", async () => {
    const path = copyOf("a sweep");
    rmSync(join(path, "manifest.json"));
    const { code, err } = await clinicsim(["verify", path]);
    expect(code).toBe(2);
    expect(err).toContain("not finished, or a shard of one");
  });
});

describe("clinicsim verify of a folder that means harm", () => {
  test.each(["../../secret.txt", "/etc/passwd", "a/b.csv", "..", "C:\\x.csv"])(
    "never leaves the folder: %s",
    async (name) => {
      const path = copyOf("a run");
      const manifest = manifestOf(path) as { files: Json };
      manifest.files[name] = { bytes: 1, sha256: "0".repeat(64) };
      writeManifest(path, manifest);
      const { code, err } = await clinicsim(["verify", path]);
      expect(code).toBe(2);
      expect(err).toContain("no name of a file in a result");
    },
  );

  test("follows no link, and reads no folder for a file", async () => {
    const path = copyOf("a run");
    renameSync(join(path, "summary.csv"), join(folder, "elsewhere.csv"));
    symlinkSync(join(folder, "elsewhere.csv"), join(path, "summary.csv"));
    rmSync(join(path, "summary.json"));
    mkdirSync(join(path, "summary.json"));
    const { code, out } = await clinicsim(["verify", path, "--all"]);
    expect(code).toBe(1);
    expect(out).toContain("summary.csv: no plain file");
    expect(out).toContain("summary.json: no plain file");
  });

  test("prints no control characters out of a manifest or a table", async () => {
    const path = copyOf("a run");
    forge(path, "replications.csv", withCell(2, 4, "\u001b[2J\u202e"));
    const { code, out } = await clinicsim(["verify", path, "--all"]);
    expect(code).toBe(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not be there.
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test("is told in words, whatever stands anywhere in the manifest of any kind", async () => {
    const kinds = [
      "a run until it is precise",
      "a comparison that selects",
      "a sampled sweep",
      "a sweep over a table, with numbers of replications",
    ];
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
          const { code, err } = await clinicsim(["verify", path, "--sample", "1", ...flags]);
          if (![0, 1, 2].includes(code)) throw new Error(`${String(key)}: ${err}`);
          writeManifest(path, { ...manifest, engine: "other" });
        }
        rmSync(path, { recursive: true });
      }),
      { numRuns: 15 },
    );
  });
});
