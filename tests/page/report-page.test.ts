import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clinicsim, file, newOut, tiny } from "../cli/clinicsim.ts";
import { tinyScenario } from "../cli/tiny-scenario.ts";
import { builtDist } from "../config/built.ts";
import { canBrowse, openBrowser, openPage, violations } from "./open-page.ts";

/** A name that would be a program, were it taken for anything but a name. */
const HOSTILE = "</title><script>document.title='taken'</script><img src=x onerror=alert(1)>";

const hostile = file(
  "hostile.json",
  tinyScenario
    .replace('"A tiny clinic"', JSON.stringify(HOSTILE))
    .replace(
      '"promises"',
      '"alternatives": { "<script>alert(2)</script>": { "staff.nurse.count": 2 }, "another physician": { "staff.physician.count": 2 } },\n  "promises"',
    ),
);

let browser: Browser;
const folders: Record<"run" | "compare" | "sweep", string> = { run: "", compare: "", sweep: "" };
const pageOf = (kind: keyof typeof folders) => join(folders[kind], "report.html");

beforeAll(async () => {
  builtDist();
  const made = async (kind: keyof typeof folders, ...argv: readonly string[]) => {
    const out = newOut();
    const { code, err } = await clinicsim([
      kind,
      ...argv,
      "--report",
      "--jobs",
      "1",
      "--quiet",
      "--out",
      out,
    ]);
    if (code !== 0) throw new Error(err);
    folders[kind] = join(out, readdirSync(out).find((name) => !name.startsWith("."))!);
  };
  await made("run", tiny);
  await made("compare", hostile);
  await made(
    "sweep",
    tiny,
    "--vary",
    "staff.nurse.count=1..2",
    "--vary",
    "staff.physician.count=1..2",
    "--replications",
    "2",
  );
  if (canBrowse) browser = await openBrowser();
});
afterAll(async () => browser?.close());

const browsing = describe.runIf(canBrowse);

browsing("the page of a comparison with hostile names", () => {
  it("opens from the disk without a word in the console, asks nothing of a network, and runs nothing but its own program", async () => {
    const { page, said, asked } = await openPage(browser, pageOf("compare"));
    expect(said).toEqual([]);
    expect(asked).toEqual([`file://${pageOf("compare")}`]);
    expect(await page.title()).toBe(HOSTILE);
    expect(await page.locator("h1").innerText()).toBe(HOSTILE);
    // The policy is what stops a program that got in all the same.
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken'";
      document.body.append(script);
      return document.title;
    });
    expect(ran).toBe(HOSTILE);
    expect(said.join()).toContain("Content Security Policy");
    await page.context().close();
  });

  it.each(["light", "dark"] as const)("has nothing that axe finds fault with, %s", async (colorScheme) => {
    const { page } = await openPage(browser, pageOf("compare"), { colorScheme });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it("can be read with the keyboard alone: to the answer, through a picture's values, into what is folded", async () => {
    const { page } = await openPage(browser, pageOf("compare"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the answer");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    const reached = async (selector: string) => {
      for (let i = 0; i < 60; i += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
          return;
      }
      throw new Error(`no way to ${selector}`);
    };
    await reached(".chart");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(".tip").innerText()).toMatch(/kept: \d/);
    await page.keyboard.press("Escape");
    expect(await page.locator(".tip").isHidden()).toBe(true);
    await reached("figure summary");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.closest("details")?.open)).toBe(true);
    await page.context().close();
  });

  it("fits a telephone of 360 px and a screen at 200 %", async () => {
    for (const viewport of [
      { width: 360, height: 780 },
      { width: 640, height: 400 },
    ]) {
      const { page } = await openPage(browser, pageOf("compare"), { viewport });
      await violations(page); // everything unfolded
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  it("prints on A4 and on Letter with every picture whole, and what is folded unfolded", async () => {
    const { page } = await openPage(browser, pageOf("compare"), { viewport: { width: 688, height: 900 } });
    await page.emulateMedia({ media: "print" });
    const figures = await page.evaluate(() =>
      [...document.querySelectorAll("figure")].map((figure) => [
        getComputedStyle(figure).breakInside,
        figure.getBoundingClientRect().height,
      ]),
    );
    // [px] Letter, the lower of the two, less the margins.
    const paper = ((279.4 - 32) / 25.4) * 96;
    for (const [breaks, height] of figures) {
      expect(breaks).toBe("avoid");
      expect(height).toBeLessThan(paper);
    }
    const opened: boolean = await page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      return [...document.querySelectorAll<HTMLDetailsElement>("details.section")].every(({ open }) => open);
    });
    expect(opened).toBe(true);
    for (const format of ["A4", "Letter"]) {
      const pdf = (await page.pdf({ format })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(2);
    }
    await page.context().close();
  });

  it("saves a picture as SVG and as PNG", async () => {
    const { page, said } = await openPage(browser, pageOf("compare"));
    const saved = async (words: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page
          .getByRole("button", { name: new RegExp(`^Save as ${words}`) })
          .first()
          .click(),
      ]);
      return readFileSync(await download.path());
    };
    const svg = (await saved("SVG")).toString("utf8");
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(svg).not.toContain("var(");
    expect((await saved("PNG")).subarray(1, 4).toString()).toBe("PNG");
    expect(said).toEqual([]);
    await page.context().close();
  });
});

browsing("the pages of a run and of a sweep", () => {
  it.each(["run", "sweep"] as const)("of a %s: quiet, alone, accessible", async (kind) => {
    const { page, said, asked } = await openPage(browser, pageOf(kind));
    expect(said).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it("are complete without scripts", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`file://${pageOf("run")}`);
    const charts = await page.locator(".chart").count();
    expect(charts).toBeGreaterThan(5);
    expect(await page.locator(".chart svg").count()).toBe(charts);
    await context.close();
  });
});

describe("every page", () => {
  it.each(["run", "compare", "sweep"] as const)(
    "of a %s is one file of at most 1.5 MB that names no other",
    (kind) => {
      const text = readFileSync(pageOf(kind), "utf8");
      expect(statSync(pageOf(kind)).size).toBeLessThan(1.5e6);
      expect(text).not.toMatch(/<(?:link|iframe|object|embed|base)\b/i);
      expect(text.replace(/<script>[\s\S]*?<\/script>/g, "")).not.toMatch(/\s(?:src|href)="(?!#)/);
      expect(text).toContain("default-src &#39;none&#39;");
    },
  );

  it("of a run tells the very numbers of summary.csv", () => {
    const text = readFileSync(pageOf("run"), "utf8");
    const [header, ...lines] = readFileSync(join(folders.run, "summary.csv"), "utf8").trim().split("\n");
    expect(header).toMatch(/^response,unit,estimand,mean,/);
    const told = numbersOn(text);
    expect([...told.keys()].sort()).toEqual(lines.map((line) => line.split(",")[0]!).sort());
    for (const line of lines) {
      const [response = "", unit, , mean = ""] = line.split(",");
      expect(told.get(response), response).toBe(
        mean === "" ? "none" : roundedLike(told.get(response)!, Number(mean), unit),
      );
    }
  });

  it("of a run would show a wrong number", () => {
    const text = readFileSync(pageOf("run"), "utf8");
    const [response, value] = [...numbersOn(text)].find(([name]) => name === "messages_per_week")!;
    expect(response).toBe("messages_per_week");
    expect(roundedLike(value, Number(value.replaceAll(",", "")) * 1.05, "per week")).not.toBe(value);
  });
});

/** By response: the value in the table of all numbers. */
function numbersOn(page: string): ReadonlyMap<string, string> {
  const rows = page.matchAll(
    /<tr><th scope="row">[^<]*<\/th><td class="r">([^<]*)<\/td><td>[^<]*<\/td><td>[^<]*<\/td><td>([a-z0-9_]+)<\/td><\/tr>/g,
  );
  return new Map([...rows].map(([, value, response]) => [response!, value!.replace("\u00a0", " ")]));
}

/** `value` with as many decimals as `shown` has; shares as per cent. */
function roundedLike(shown: string, value: number, unit: string | undefined): string {
  if (!Number.isFinite(value)) return shown.startsWith(">") ? shown : "∞";
  const decimals = /\.(\d+)$/.exec(shown)?.[1]?.length ?? 0;
  const text = Math.abs(unit === "share" ? 100 * value : value).toFixed(decimals);
  const grouped = text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ",");
  return value < 0 ? `−${grouped}` : grouped;
}
