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
      "name the folder that run, compare, sweep, sensitivity or stress says it has written to",
    );
    expect(existsSync(join(path, "report.html"))).toBe(false);
  });

  test("is refused by run where there would be no page, or nothing for it to tell", async () => {
    const { code, err } = await clinicsim(["run", tiny, "--headroom"]);
    expect(code).toBe(2);
    expect(err).toContain("--headroom: needs --report");
    const other = await clinicsim(["run", tiny, "--report", "--input-uncertainty"]);
    expect(other.code).toBe(2);
    expect(other.err).toContain("--report: cannot be used with --input-uncertainty");
  });

  test("looks for the volume at which the promise breaks at once, with --report --headroom, and says so without", async () => {
    const within = (folder: string) => readFileSync(join(folder, "report.html"), "utf8");
    const asIs = await resultOf("run", tiny, "--report");
    expect(within(asIs)).toContain("How much more volume it bears was not looked for");
    const looked = await resultOf("run", tiny, "--report", "--headroom");
    expect(existsSync(join(looked, "headroom.json"))).toBe(true);
    expect(within(looked)).not.toContain("was not looked for");
  });

  test("knows its formats", async () => {
    const { code, err } = await clinicsim(["report", result, "--format", "hmtl"]);
    expect(code).toBe(2);
    expect(err).toContain('must be html, markdown, csv, text, not "hmtl"');
  });
});
