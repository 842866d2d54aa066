import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Patch } from "../../src/scenario/index.ts";
import { linkOf, type Shared } from "../../src/web/link/link.ts";
import { tinyScenario } from "../cli/tiny-scenario.ts";
import { builtDist } from "../config/built.ts";
import { findChromium } from "../portability/chromium.mjs";
import { downloaded, simulated, violations, WhatIf } from "../web/what-if.ts";

const scenarios = new URL("../../scenarios/", import.meta.url).pathname;
const shipped = readdirSync(scenarios).filter(
  (file) => file.endsWith(".json") && file !== "scenario.schema.json",
);
const browserIsThere = findChromium() !== undefined;
const WORLDS = 3;

const folder = mkdtempSync(join(tmpdir(), "clinicsim-what-if-"));
let dist = "";
let whatIf: WhatIf;

const file = (text: string): Shared["origin"] => ({ kind: "file", name: "tiny.json", text });

async function openAt(
  origin: Shared["origin"],
  changes: Patch = {},
  options: BrowserContextOptions = {},
): Promise<Page> {
  const fragment = await linkOf({ origin, changes });
  return whatIf.open(`${pathToFileURL(join(dist, "web", "index.html"))}#${fragment}`, options);
}

const isAsWideAs = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe.runIf(browserIsThere || process.env.CLINICSIM_REQUIRE_BROWSER === "1")("the what-if page", () => {
  beforeAll(async () => {
    dist = builtDist();
    whatIf = await WhatIf.launch();
  });
  afterAll(async () => {
    await whatIf?.browser.close();
    rmSync(folder, { recursive: true });
    expect(whatIf.faults).toEqual([]);
  });

  it.each(shipped)("gives the terminal's bytes for %s", async (name) => {
    const out = mkdtempSync(join(folder, "out-"));
    const run = ["run", join(scenarios, name), "--replications", "2", "--out", out, "--quiet"];
    execFileSync(process.execPath, [join(dist, "cli.js"), ...run]);
    const [result = ""] = readdirSync(out);
    const page = await openAt(
      { kind: "shipped", id: name.replace(/\.json$/, "") },
      { "run.replications": 2 },
    );
    await simulated(page, 2);
    for (const sheet of ["replications.csv", "summary.csv"]) {
      expect(await downloaded(page, new RegExp(sheet))).toBe(readFileSync(join(out, result, sheet), "utf8"));
    }
    await page.context().close();
  });

  it.each([
    ["on a telephone, 360 px wide", { viewport: { width: 360, height: 740 } }],
    ["at a zoom of 200 % on a laptop", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
    ["in the dark", { colorScheme: "dark" as const, viewport: { width: 1280, height: 900 } }],
  ])("fits, and breaks no rule of WCAG 2.2 AA: %s", async (_, options) => {
    const page = await openAt(file(tinyScenario), {}, options);
    await simulated(page, WORLDS);
    await page.getByRole("button", { name: "Pin this result" }).click();
    for (const summary of await page.locator(".controls summary").all())
      if ((await summary.locator("..").getAttribute("open")) === null) await summary.click();
    await page.getByLabel("Cover for the absent").first().selectOption("float");
    await page.waitForSelector(".figures .change");
    await simulated(page, WORLDS);
    await page.getByRole("button", { name: "Show a day" }).click();
    await page.waitForSelector(".replay");
    for (const summary of ["This day in words", "The same as a table", "The whole report"])
      await page.locator("summary", { hasText: summary }).click();
    expect(await isAsWideAs(page)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.locator("label", { hasText: /^Text$/ }).click();
    expect(await isAsWideAs(page)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it("can be used with the keyboard alone", async () => {
    const page = await openAt(file(tinyScenario));
    await simulated(page, WORLDS);
    const reach = async (name: string) => {
      for (let presses = 0; presses < 120; presses++) {
        await page.keyboard.press("Tab");
        const reached = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const label = element.id === "" ? null : document.querySelector(`label[for="${element.id}"]`);
          return `${label?.textContent ?? ""} ${element.getAttribute("aria-label") ?? ""} ${element.textContent}`;
        });
        if (reached.includes(name)) return;
      }
      throw new Error(`${name} cannot be reached`);
    };
    await reach("Skip to the results");
    await page.keyboard.press("Enter");
    await reach("Pin this result");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".pinned");
    await page.keyboard.press("Escape");
    await page.locator("h1").click();
    await reach("Posts");
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector(".figures .change");
    await simulated(page, WORLDS);
    await reach("Undo the change of");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".figures .change") === null);
    await simulated(page, WORLDS);
    await reach("Show a day");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".replay");
    await reach("Play");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.context().close();
  });

  it.each(["reduce", "no-preference"] as const)(
    "replays a day by a clock that stands still until it is started: motion %s",
    async (reducedMotion) => {
      const page = await openAt(file(tinyScenario), {}, { reducedMotion });
      await simulated(page, WORLDS);
      await page.getByRole("button", { name: "Show a day" }).click();
      const clock = page.locator(".clock strong");
      await clock.waitFor();
      expect(await clock.innerText()).toBe("07:00");
      await page.waitForTimeout(400);
      expect(await clock.innerText()).toBe("07:00");
      await page.getByRole("button", { name: "Play" }).click();
      await page.waitForFunction(() => document.querySelector(".clock strong")?.textContent !== "07:00");
      await page.getByRole("button", { name: "Pause" }).click();
      const paused = await clock.innerText();
      await page.waitForTimeout(300);
      expect(await clock.innerText()).toBe(paused);
      await page.getByRole("button", { name: "Next event" }).click();
      expect((await clock.innerText()) >= paused).toBe(true);
      await page.locator("summary", { hasText: "This day in words" }).click();
      const words = await page.locator(".log p").innerText();
      const [, begins, ends] = /begins with (\d+) open messages and ends with (\d+)/.exec(words)!;
      await page.getByLabel("Time of day").evaluate((element: HTMLInputElement) => {
        element.value = element.max;
        element.dispatchEvent(new Event("input", { bubbles: true }));
      });
      expect(await page.locator(".backlog figcaption").innerText()).toContain(`Open messages: ${ends} now`);
      expect(begins).toMatch(/^\d+$/);
      await page.context().close();
    },
  );

  it("shows the last of many changes, whatever became of those before", async () => {
    const page = await openAt(file(tinyScenario), { "run.replications": 60 });
    await page.waitForSelector(".figures li");
    const slider = page.getByLabel("Messages", { exact: true });
    await slider.focus();
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("ArrowUp");
      await page.waitForTimeout(40);
    }
    await simulated(page, 60);
    const scenario = await downloaded(page, /Scenario/);
    expect(scenario).toContain('"112 per 100 portal patients per month"');
    const other = await openAt(file(scenario));
    await simulated(other, 60);
    expect(await downloaded(page, /replications\.csv/)).toBe(await downloaded(other, /replications\.csv/));
    await page.context().close();
    await other.context().close();
  });

  it("shows names that look like markup as they are", async () => {
    const nasty = `<img src=x onerror=alert(1)>`;
    const text = tinyScenario
      .replace('"A tiny clinic"', JSON.stringify(nasty))
      .replaceAll('"clinic": {', `${JSON.stringify(nasty)}: {`)
      .replaceAll('"serves": ["clinic"]', `"serves": [${JSON.stringify(nasty)}]`)
      .replaceAll('"two days"', JSON.stringify(`</script>${nasty}`));
    const page = await openAt(file(text));
    page.on("dialog", (dialog) => whatIf.faults.push(dialog.message()));
    await simulated(page, WORLDS);
    expect(await page.locator("#outcome-title").innerText()).toBe(nasty);
    expect(await page.locator("img").count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ["one world", { "run.replications": 1 }],
    ["no messages at all", { "specialties.clinic.portalShare": 0 }],
    [
      "a clinic that drowns",
      { "specialties.clinic.demand.volume": "3000 per 100 portal patients per month" },
    ],
  ] as const)("holds with %s", async (_, changes) => {
    const page = await openAt(file(tinyScenario), changes);
    await page.waitForFunction(
      () => /^\d+ worlds? simulated$/.test(document.querySelector(".progress p")?.textContent ?? ""),
      undefined,
      { timeout: 120_000 },
    );
    const said = await page.locator("body").innerText();
    expect(said).not.toMatch(/\bNaN\b|\bundefined\b|\[object/);
    await page.context().close();
  });

  it("prints without what is only for the screen", async () => {
    const page = await openAt(file(tinyScenario));
    await simulated(page, WORLDS);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".scenario").isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Pin this result" }).isVisible()).toBe(false);
    expect(await page.locator(".figures").isVisible()).toBe(true);
    for (const format of ["A4", "Letter"])
      expect((await page.pdf({ format })).length).toBeGreaterThan(10_000);
    await page.context().close();
  });
});
