import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clinicsim, file, newOut, tiny } from "../cli/clinicsim.ts";
import { tinyScenario } from "../cli/tiny-scenario.ts";
import { builtDist } from "../config/built.ts";
import { canBrowse, openBrowser } from "./browser.ts";
import { type OpenedPage, openPage, violations } from "./open-page.ts";
import { roundedLike, rowsAfter, rowsByHeading } from "./page-tables.ts";

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
const folders = { run: "", compare: "", sweep: "", sensitivity: "" };
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
  const unknown = ["specialties.clinic.demand.volume=50:400", "staff.nurse.speed=0.5:2"];
  await made("sensitivity", tiny, ...unknown.flatMap((each) => ["--factor", each]), "--replications", "2");
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

  it("tells of every picture's marks in words, dates as dates", async () => {
    const { page } = opened;
    const tips: string[] = [];
    for (const chart of await page.locator(".chart:visible").all()) {
      await chart.scrollIntoViewIfNeeded();
      // It comes to life when it is in sight.
      await expect
        .poll(() => chart.getAttribute("aria-label"), { timeout: 10_000 })
        .toMatch(/Arrow keys read/);
      await chart.focus();
      for (let i = 0; i < 3; i += 1) {
        await page.keyboard.press("ArrowRight");
        const told = await page.locator(".tip:visible").allInnerTexts();
        tips.push(...told);
      }
      await page.keyboard.press("Escape");
    }
    expect(
      tips.filter((tip) => /(week of|month from):? \d{4}-\d\d-\d\d(\D|$)/.test(tip)).length,
    ).toBeGreaterThan(2);
    // No moment in milliseconds, and nothing that is none.
    expect(tips.filter((tip) => /\d{9}|NaN|undefined|null/.test(tip))).toEqual([]);
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
  it.each(["run", "compare", "sweep", "sensitivity"] as const)(
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

  it("of a comparison tells the very numbers of comparison.csv, wherever it tells them", () => {
    const text = readFileSync(pageOf("compare"), "utf8");
    const { rows: known } = jsonOf("compare", "comparison.json").alternatives[0] as {
      rows: readonly { response: string; label: string; unit: string }[];
    };
    const shown = new Map(
      ["Every response that decides", "Other responses, each interval"].flatMap((section) => [
        ...rowsByHeading(rowsAfter(text, section)),
      ]),
    );
    let compared = 0;
    for (const row of csvOf("compare", "comparison.csv")) {
      const { alternative, response, unit, primary } = row;
      const number = (column: string) => Number(row[column]);
      const { label } = known.find((each) => each.response === response)!;
      const found = [...shown].find(([heading]) => heading.startsWith(`${label} (base: `));
      if (found === undefined) continue;
      const [heading, rows] = found;
      const base = heading.slice(`${label} (base: `.length).split(/[ )]/)[0]!;
      expect(base, heading).toBe(roundedLike(base, number("base_estimate"), unit));
      const [, value = "", change = "", interval = "", wins] = rows.find(([name]) => name === alternative)!;
      expect(value, `${alternative}, ${response}`).toBe(roundedLike(value, number("estimate"), unit));
      if (row.difference !== "") {
        expect(change, `${alternative}, ${response}`).toBe(roundedLike(change, number("difference"), unit));
        const together = primary === "yes" && row.joint_low !== "";
        const ends = together ? ["joint_low", "joint_high"] : ["low", "high"];
        const told = interval.split(" to ");
        if (told.length === 2) {
          expect(told, `${alternative}, ${response}`).toEqual(
            ends.map((end, i) => roundedLike(told[i]!, number(end), unit)),
          );
        }
        const worlds = number("wins") + number("ties") + number("losses");
        if (/^\d+ of/.test(wins!)) expect(wins).toMatch(new RegExp(`^${row.wins} of ${worlds}`));
      }
      compared += 1;
    }
    expect(compared).toBeGreaterThan(10);
    for (const { response, unit } of known.filter(({ response: each }) =>
      text.includes(`figure-change-${each.replaceAll("_", "-")}"`),
    )) {
      for (const [alternative, change = "", low = "", high = ""] of rowsAfter(
        text,
        `figure-change-${response.replaceAll("_", "-")}"`,
      )) {
        const row = csvOf("compare", "comparison.csv").find(
          (each) => each.alternative === alternative && each.response === response,
        )!;
        const [from, to] = row.joint_low === "" ? [row.low, row.high] : [row.joint_low, row.joint_high];
        expect([change, low, high], `${alternative}, ${response}`).toEqual([
          roundedLike(change, Number(row.difference), unit),
          roundedLike(low, Number(from), unit),
          roundedLike(high, Number(to), unit),
        ]);
      }
    }
  });

  it("of a sweep tells the very numbers of points.csv", () => {
    const text = readFileSync(pageOf("sweep"), "utf8");
    const { responses } = jsonOf("sweep", "summary.json") as {
      responses: readonly { response: string; label: string; unit: string }[];
    };
    const points = csvOf("sweep", "points.csv");
    const shown = rowsByHeading(rowsAfter(text, "Every setting"));
    expect(shown.size).toBeGreaterThan(2);
    for (const [heading, rows] of shown) {
      const { response, unit } = responses.find(({ label }) => label === heading)!;
      expect(rows).toHaveLength(points.length);
      for (const [i, [, value = ""]] of rows.entries())
        expect(value, `${heading}, ${i}`).toBe(roundedLike(value, Number(points[i]![response]), unit));
    }
    for (const [nurses, physicians, value = ""] of rowsAfter(text, 'id="figure-effect-1"')) {
      const point = points.find(
        (each) =>
          Number(each["staff.nurse.count"]) === Number(nurses) &&
          Number(each["staff.physician.count"]) === Number(physicians),
      )!;
      expect(value).toBe(roundedLike(value, Number(point.promise_two_days_share), "share"));
    }
  });

  it("of a sensitivity analysis tells the very numbers of indices.csv", () => {
    const text = readFileSync(pageOf("sensitivity"), "utf8");
    const indices = csvOf("sensitivity", "indices.csv");
    const responses = [...new Set(indices.map(({ response }) => response!))];
    let compared = 0;
    for (const response of responses) {
      const mark = `id="figure-tornado-${response.replaceAll("_", "-")}"`;
      if (!text.includes(mark)) continue;
      for (const [input, at = "", mean = "", change = "", low = "", high = ""] of rowsAfter(text, mark)) {
        const own = indices.filter(
          (each) =>
            each.response === response &&
            each.input ===
              (input === "demand · volume" ? "specialties.clinic.demand.volume" : "staff.nurse.speed") &&
            each.setting === String(Number.parseFloat(at)),
        );
        const unit = own[0]!.unit;
        const of = (measure: string) => own.find((each) => each.measure === measure)!;
        expect([mean, change, low, high], `${response}, ${input} at ${at}`).toEqual([
          roundedLike(mean, Number(of("mean").estimate), unit),
          roundedLike(change, Number(of("difference").estimate), unit),
          ...["low", "high"].map((end) => {
            const shown = end === "low" ? low : high;
            return roundedLike(shown, Number(of("difference")[end]), unit);
          }),
        ]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(5);
  });

  it("of a run would show a wrong number", () => {
    const text = readFileSync(pageOf("run"), "utf8");
    const [response, value] = [...numbersOn(text)].find(([name]) => name === "messages_per_week")!;
    expect(response).toBe("messages_per_week");
    expect(roundedLike(value, Number(value.replaceAll(",", "")) * 1.05, "per week")).not.toBe(value);
  });
});

/** Rows of a CSV file of a result, by column; cells with commas in them do not occur here. */
function csvOf(kind: keyof typeof folders, name: string): readonly Readonly<Record<string, string>>[] {
  const [header = "", ...lines] = readFileSync(join(folders[kind], name), "utf8").trim().split("\n");
  const columns = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [columns[i]!, cell])));
}

const jsonOf = (kind: keyof typeof folders, name: string) =>
  JSON.parse(readFileSync(join(folders[kind], name), "utf8"));

/** By response: the value in the table of all numbers. */
function numbersOn(page: string): ReadonlyMap<string, string> {
  const rows = page.matchAll(
    /<tr><th scope="row">[^<]*<\/th><td class="r">([^<]*)<\/td><td>[^<]*<\/td><td>[^<]*<\/td><td>([a-z0-9_]+)<\/td><\/tr>/g,
  );
  return new Map([...rows].map(([, value, response]) => [response!, value!.replace("\u00a0", " ")]));
}
