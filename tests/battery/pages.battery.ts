import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tinyScenario } from "../cli/tiny-scenario.ts";
import { builtDist } from "../config/built.ts";
import { canBrowse, openBrowser } from "../page/browser.ts";
import { openPage, violations } from "../page/open-page.ts";

type Document = Record<string, unknown>;
const rheum = new URL("../../scenarios/rheum.json", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "clinicsim-pages-"));

/** The tiny clinic, changed by the command's own `--set`. */
const changes: Readonly<Record<string, readonly string[]>> = {
  "of one replication": ["run", "tiny.json", "--replications", "1"],
  "without a message": [
    "run",
    "tiny.json",
    "--set",
    "specialties.clinic.demand.volume=0 per 100 portal patients per month",
  ],
  "of an overloaded clinic": [
    "run",
    "tiny.json",
    "--set",
    "specialties.clinic.patients=4000",
    "--set",
    "specialties.clinic.visits.perPatientPerYear=0.1",
  ],
  "of forty alternatives": ["compare", "forty.json"],
  "of a comparison in one world": ["compare", "forty.json", "--replication", "1"],
  "of a sweep": [
    "sweep",
    "tiny.json",
    "--vary",
    "staff.nurse.count=1..3",
    "--vary",
    "staff.physician.count=1..2",
    "--replications",
    "2",
  ],
  "of a sampled sweep": [
    "sweep",
    "tiny.json",
    "--lhs",
    "12",
    "--vary",
    "specialties.clinic.patients=50..200",
    "--replications",
    "2",
  ],
  ...Object.fromEntries(
    ["tornado", "morris", "sobol"].map((method) => [
      `of what is not known, by ${method}`,
      [
        "sensitivity",
        "tiny.json",
        "--method",
        method,
        ...(method === "tornado" ? [] : ["--points", "8"]),
        "--factor",
        "specialties.clinic.demand.volume=50:400",
        "--factor",
        "staff.nurse.speed=0.5:2",
        "--factor",
        "policies.queue.type=first-come,urgent-first",
      ],
    ]),
  ),
  "of a staffing question as its scenario asks it": ["staff", "asked.json"],
  "of a battery of stresses": ["stress", "tiny.json", "--replications", "2"],
  "of a real clinic": ["run", rheum, "--replications", "3"],
  "of a real comparison": ["compare", rheum, "--replications", "3"],
};

let browser: Browser;
beforeAll(async () => {
  builtDist();
  const forty = JSON.parse(tinyScenario) as Document;
  forty.alternatives = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `alternative ${i + 1} with a name that is rather long, as planners write them`,
      { "staff.nurse.shifts": [`Mon-Fri 09:00-${10 + Math.floor(i / 6)}:${(i % 6) * 10 || "00"}`] },
    ]),
  );
  writeFileSync(join(folder, "tiny.json"), tinyScenario);
  writeFileSync(join(folder, "forty.json"), JSON.stringify(forty));
  const asked = JSON.parse(tinyScenario) as Document;
  asked.staffing = { vary: { "staff.nurse.count": "1..2", "staff.physician.count": "1..2" } };
  writeFileSync(join(folder, "asked.json"), JSON.stringify(asked));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.runIf(canBrowse)("a page", () => {
  it.each(Object.entries(changes))("%s reads well and stays safe", async (name, argv) => {
    const out = join(folder, name.replaceAll(" ", "-"));
    const cli = join(builtDist(), "cli.js");
    const clinicsim = (...all: readonly string[]) =>
      spawnSync(process.execPath, [cli, ...all, "--quiet"], { cwd: folder, encoding: "utf8" });
    const isReported = !["staff", "stress"].includes(argv[0]!);
    const made = clinicsim(...argv, ...(isReported ? ["--report"] : []), "--out", out);
    // 1: a check that is not passed, as by a plan that does not stand every stress.
    expect([0, 1], made.stderr).toContain(made.status);
    const result = join(out, readdirSync(out).find((each) => !each.startsWith("."))!);
    if (!isReported) expect(clinicsim("report", result).stderr).toBe("");
    const path = join(result, "report.html");
    expect(statSync(path).size).toBeLessThan(1.5e6);
    const { page, said, asked } = await openPage(browser, path);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await page.locator("body").innerText()).not.toMatch(/NaN|undefined|Infinity|null/);
    expect([said, asked]).toEqual([[], [`file://${path}`]]);
    if (argv[0] === "staff") {
      const { chosen } = JSON.parse(readFileSync(join(result, "staffing.json"), "utf8"));
      const [nurses, physicians] = chosen.levels as readonly string[];
      const posts = (count: string | undefined) => `${count} post${count === "1" ? "" : "s"}`;
      expect(await page.locator("main").innerText()).toContain(
        `nurse: ${posts(nurses)} · physician: ${posts(physicians)}.`,
      );
    }
    await page.context().close();

    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(`file://${path}`);
    expect(await still.locator(".chart").count()).toBe(await still.locator(".chart svg").count());
    await context.close();
  });
});
