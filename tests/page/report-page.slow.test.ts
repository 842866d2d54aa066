import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clinicsim, file, newOut, tiny } from "../cli/clinicsim.ts";
import { tinyScenario } from "../cli/tiny-scenario.ts";
import { builtDist } from "../config/built.ts";
import { canBrowse, openBrowser } from "./browser.ts";
import { type OpenedPage, openPage, violations } from "./open-page.ts";

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

let browser: Browser | undefined;
/** The page of the comparison, opened once: tests look at it one after the other. */
let opened: OpenedPage;
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
  const varied = ["staff.nurse.count=1..2", "staff.physician.count=1..2"].flatMap((each) => ["--vary", each]);
  await made("sweep", tiny, ...varied, "--replications", "2");
  if (!canBrowse) return;
  browser = await openBrowser();
  opened = await openPage(browser, pageOf("compare"), { acceptDownloads: true });
});
afterAll(async () => browser?.close());

// In full, of other results too, it is a battery: tests/battery/pages.battery.ts.
describe.runIf(canBrowse)("the page of a comparison with hostile names", () => {
  it("opens from the disk without a word in the console, asks nothing of a network, and takes names for names", async () => {
    const { page, said, asked } = opened;
    expect(said).toEqual([]);
    expect(asked).toEqual([`file://${pageOf("compare")}`]);
    expect(await page.title()).toBe(HOSTILE);
    expect(await page.locator("h1").innerText()).toBe(HOSTILE);
  });

  it("can be read with the keyboard alone: to the answer, through a picture's values, into what is folded", async () => {
    const { page } = opened;
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
  });

  it("saves a picture as SVG and as PNG", async () => {
    const { page, said } = opened;
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
  });

  it.each(["light", "dark"] as const)("has nothing that axe finds fault with, %s", async (colorScheme) => {
    await opened.page.emulateMedia({ colorScheme });
    expect(await violations(opened.page)).toEqual([]);
  });

  it.each([
    [360, "a telephone"],
    [640, "a screen at 200 %"],
  ])("fits %i px, %s, with everything unfolded", async (width) => {
    const { page } = opened;
    await page.setViewportSize({ width, height: 780 });
    expect(await page.locator("details:not([open])").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });

  it("prints on A4 and on Letter with every picture whole, and what is folded unfolded", async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 688, height: 900 });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const figures = await page.evaluate(() =>
      [...document.querySelectorAll("figure")].map((figure) => ({
        breaks: getComputedStyle(figure).breakInside,
        height: figure.getBoundingClientRect().height,
      })),
    );
    // [px] Letter, the lower of the two, less the margins.
    const paper = ((279.4 - 32) / 25.4) * 96;
    expect(figures.filter(({ breaks, height }) => breaks !== "avoid" || height > paper)).toEqual([]);
    const paperColour = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(paperColour).toBe("rgb(255, 255, 255)");
    const unfolded = await page.evaluate(() => {
      const sections = [...document.querySelectorAll<HTMLDetailsElement>("details.section")];
      for (const section of sections) section.open = false;
      dispatchEvent(new Event("beforeprint"));
      return sections.every(({ open }) => open);
    });
    expect(unfolded).toBe(true);
    for (const format of ["A4", "Letter"]) {
      const pdf = (await page.pdf({ format })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(2);
    }
  });

  it("has a policy that stops any other program that got in all the same", async () => {
    const { page, said } = opened;
    const title = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken'";
      document.body.append(script);
      return document.title;
    });
    expect(title).toBe(HOSTILE);
    expect(said.join()).toContain("Content Security Policy");
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
