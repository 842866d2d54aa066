import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { builtDist } from "../config/built.ts";
import { clinicsim, newOut, tiny } from "./clinicsim.ts";

const resultOf = async (...argv: readonly string[]) => {
  const out = newOut();
  const { code, err } = await clinicsim([...argv, "--quiet", "--jobs", "1", "--out", out]);
  if (code !== 0) throw new Error(err);
  return join(out, readdirSync(out).find((name) => !name.startsWith("."))!);
};

let result: string;
beforeAll(async () => {
  builtDist();
  result = await resultOf("run", tiny);
});

describe("clinicsim report", () => {
  test("writes a page into the result's folder, from what is there, and the same one again", async () => {
    const { code, out, err } = await clinicsim(["report", result]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(`written to ${join(result, "report.html")}\n`);
    const page = readFileSync(join(result, "report.html"), "utf8");
    expect(page).toContain("<h1>A tiny clinic</h1>");
    await clinicsim(["report", result]);
    expect(readFileSync(join(result, "report.html"), "utf8") === page).toBe(true);
    expect(await clinicsim(["run", tiny, "--jobs", "1", "--out", join(result, "..")])).toMatchObject({
      code: 0,
      out: expect.stringContaining("already in"),
    });
  });

  test("writes the same document as Markdown and CSV, and prints it", async () => {
    await clinicsim(["report", result, "--format", "markdown"]);
    await clinicsim(["report", result, "--format", "csv"]);
    const { out } = await clinicsim(["report", result, "--format", "text"]);
    const markdown = readFileSync(join(result, "report.md"), "utf8");
    expect(markdown).toMatch(/^# A tiny clinic\n/);
    for (const text of [out, markdown]) expect(text).toContain("How long patients wait for a first reply");
    expect(readFileSync(join(result, "report.csv"), "utf8")).toMatch(/^part,row,column,value\n/);
  });

  test("writes every picture as an SVG file of its own, colours written out", async () => {
    const { out } = await clinicsim(["report", result, "--figures"]);
    const names = readdirSync(join(result, "figures"));
    expect(names.length).toBeGreaterThan(6);
    for (const name of names) {
      expect(out).toContain(join(result, "figures", name));
      const svg = readFileSync(join(result, "figures", name), "utf8");
      expect(svg).toMatch(/^<svg[\s\S]*<\/svg>$/);
      expect(svg).not.toContain("var(");
    }
  });

  test("says of a result without data for pictures how to have them, and tells the rest", async () => {
    const old = await resultOf("run", tiny, "--seed", "8");
    rmSync(join(old, "patterns.json"));
    expect((await clinicsim(["report", old])).code).toBe(0);
    const page = readFileSync(join(old, "report.html"), "utf8");
    expect(page).toContain("To have them: clinicsim run");
    expect(page).toContain("--seed 8 --quiet");
    expect(page).toContain("Where the time goes");
    expect(page).not.toContain("How long patients wait");
  });

  test("says at which volume the promise breaks, when asked to look for it", async () => {
    const { code, err } = await clinicsim(["report", result, "--headroom", "--jobs", "1"]);
    expect([code, err]).toEqual([0, ""]);
    const { steps } = JSON.parse(readFileSync(join(result, "headroom.json"), "utf8")) as {
      steps: { factor: number; holds: boolean }[];
    };
    expect(steps[0]!.holds).toBe(true);
    const holding = steps.filter(({ holds }) => holds).at(-1)!;
    expect(readFileSync(join(result, "report.html"), "utf8").replaceAll("\u00a0", " ")).toContain(
      `volume is ${Math.round(100 * (holding.factor - 1))} % higher`,
    );
  });

  test.each([
    ["a folder that is not there", (): string => join(result, "nowhere"), "it has no manifest.json"],
    [
      "a folder of something else",
      (): string => {
        const other = newOut();
        mkdirSync(other);
        writeFileSync(join(other, "manifest.json"), '{"format": "other"}');
        return other;
      },
      "its manifest.json is not one of clinicsim's",
    ],
  ])("refuses %s in words", async (_, folder, why) => {
    const path = folder();
    const { code, out, err } = await clinicsim(["report", path]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`holds no result that could be reported: ${why}`);
    expect(err).toContain(
      "name the folder that run, compare, sweep, sensitivity, stress, replay or staff says it has written to",
    );
    expect(existsSync(join(path, "report.html"))).toBe(false);
  });

  describe("of a damaged folder", () => {
    let sweep: string;
    beforeAll(async () => {
      sweep = await resultOf("sweep", tiny, "--vary", "staff.nurse.count=1..3", "--replications", "1");
    });
    const json = (change: (value: Record<string, unknown>) => void) => (text: string) => {
      const value = JSON.parse(text) as Record<string, unknown>;
      change(value);
      return JSON.stringify(value);
    };

    test.each<[string, () => string, string, (text: string) => string, string]>([
      [
        "a summary without responses",
        () => result,
        "summary.json",
        json((all) => delete all.responses),
        "summary.json cannot be read",
      ],
      [
        "a response without its ends",
        () => result,
        "summary.json",
        json(({ responses }) => delete (responses as { low?: number }[])[3]!.low),
        "summary.json cannot be read",
      ],
      [
        "a manifest without a clock",
        () => result,
        "manifest.json",
        json((all) => delete all.offsets),
        "is not one of clinicsim's",
      ],
      [
        "patterns of another shape",
        () => result,
        "patterns.json",
        json((all) => Object.assign(all, { scenarios: [{ name: "x" }] })),
        "patterns.json cannot be read",
      ],
      ["points with other columns", () => sweep, "points.csv", () => "a,b\n1,2\n", "has not the columns"],
      [
        "a third of the points",
        () => sweep,
        "points.csv",
        (text) => text.split("\n").slice(0, 2).join("\n"),
        "1 of the 3 points",
      ],
      [
        "a number that is none",
        () => sweep,
        "points.csv",
        (text) => text.replace(/,[0-9.]+\n/, ",x\n"),
        "row 2 of its points.csv",
      ],
    ])("refuses %s in words", async (_, folder, name, damage, why) => {
      const file = join(folder(), name);
      const whole = readFileSync(file, "utf8");
      writeFileSync(file, damage(whole));
      const { code, err } = await clinicsim(["report", folder(), "--format", "text"]);
      writeFileSync(file, whole);
      expect([code, err]).toEqual([2, expect.stringContaining(why)]);
    });

    test("and takes it again once it is mended", async () => {
      for (const folder of [result, sweep])
        expect((await clinicsim(["report", folder, "--format", "text"])).code).toBe(0);
    });
  });

  test("is refused by run where there would be no page, or nothing for it to tell", async () => {
    const { code, err } = await clinicsim(["run", tiny, "--headroom"]);
    expect(code).toBe(2);
    expect(err).toContain("--headroom: needs --report");
    const other = await clinicsim(["run", tiny, "--report", "--input-uncertainty"]);
    expect(other.code).toBe(2);
    expect(other.err).toContain("--report: cannot be used with --input-uncertainty");
  });

  test("looks for the volume at which the promise breaks by itself, from a folder as from the run, unless told not to", async () => {
    const within = (folder: string) =>
      readFileSync(join(folder, "report.html"), "utf8").replaceAll("\u00a0", " ");
    const found = (folder: string) => readFileSync(join(folder, "headroom.json"), "utf8");
    const asIs = await resultOf("run", tiny, "--report", "--no-headroom");
    expect(within(asIs)).toContain("How much more volume it bears was not looked for");
    expect(existsSync(join(asIs, "headroom.json"))).toBe(false);
    const looked = await resultOf("run", tiny, "--report");
    expect(found(looked)).toContain('"quick"');
    expect(within(looked)).toMatch(
      /with all the volume that was tried, up to \d+ % more|until volume is about \d+ % higher/,
    );
    await clinicsim(["report", asIs, "--quiet", "--jobs", "1"]);
    expect(found(asIs)).toBe(found(looked));
    expect(within(asIs)).not.toContain("was not looked for");
    const thorough = await resultOf("run", tiny, "--report", "--headroom");
    await clinicsim(["report", thorough, "--quiet"]);
    expect(found(thorough)).toContain('"thorough"');
  });

  test("knows its formats", async () => {
    const { code, err } = await clinicsim(["report", result, "--format", "hmtl"]);
    expect(code).toBe(2);
    expect(err).toContain('must be html, markdown, csv, text, not "hmtl"');
  });
});
