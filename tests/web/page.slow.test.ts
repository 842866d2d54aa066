import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "../cli/serving.ts";
import { tinyScenario } from "../cli/tiny-scenario.ts";
import { builtDist } from "../config/built.ts";
import { findChromium } from "../portability/chromium.mjs";
import { downloaded, simulated, violations, WhatIf } from "./what-if.ts";

const browserIsThere = findChromium() !== undefined;
const WORLDS = 3;

const folder = mkdtempSync(join(tmpdir(), "clinicsim-page-"));
const tiny = join(folder, "tiny.json");
writeFileSync(tiny, tinyScenario);

let dist = "";
let server: Served;
let whatIf: WhatIf;
let page: Page;
const saved = new Map<string, string>();

/** Files of the only result that a command leaves. */
function byTerminal(...argv: readonly string[]): (file: string) => string {
  const out = mkdtempSync(join(folder, "out-"));
  execFileSync(process.execPath, [join(dist, "cli.js"), ...argv, "--out", out, "--quiet"]);
  const [name = ""] = readdirSync(out);
  return (file) => readFileSync(join(out, name, file), "utf8");
}

/** A comparison without the names of what is compared. */
const withoutNames = (csv: string) => csv.replaceAll(/^[^,]*,/gm, "");

const figures = () => page.locator(".figures").innerText();

describe.runIf(browserIsThere || process.env.CLINICSIM_REQUIRE_BROWSER === "1")(
  "the what-if page, in Chromium",
  () => {
    beforeAll(async () => {
      dist = builtDist();
      server = await serve(dist, tiny, "--port", "0");
      whatIf = await WhatIf.launch();
      page = await whatIf.open(server.address);
      await simulated(page, WORLDS);
    });
    afterAll(async () => {
      await whatIf?.browser.close();
      await server?.stop();
      rmSync(folder, { recursive: true });
    });

    it("gives the bytes that the terminal gives for the same scenario and seed", async () => {
      const file = byTerminal("run", tiny);
      for (const [entry, name] of [
        [/replications\.csv/, "replications.csv"],
        [/summary\.csv/, "summary.csv"],
      ] as const) {
        saved.set(name, await downloaded(page, entry));
        expect(saved.get(name)).toBe(file(name));
      }
      expect(saved.get("replications.csv")!.split("\n")).toHaveLength(WORLDS + 2);
    });

    it("saves the page that clinicsim report makes: the same to the byte, but for how to make it again and for fractions of a pixel", async () => {
      // A picture's every datum is in its specification, which is compared.
      const withoutRecipe = (html: string) =>
        html
          .replace(/How to make these numbers again[\s\S]*?<\/details>/, "")
          .replace(/<svg[\s\S]*?<\/svg>/g, "<svg>");
      const saved = await downloaded(page, /Report, one page/);
      const made = byTerminal("run", tiny, "--report")("report.html");
      expect(withoutRecipe(saved) === withoutRecipe(made)).toBe(true);
      expect(saved.length).toBeLessThan(1.5e6);
      expect(saved).toContain("<code>clinicsim run scenario.json</code>");
      const [, result] = /<th scope="row">result<\/th><td>([0-9a-f]{64})/.exec(made)!;
      expect(saved).toContain(result);
    });

    it("shows the numbers of summary.csv, rounded", async () => {
      const rows = await page
        .locator("table.all tr")
        .evaluateAll((all) =>
          all.map((row) => [
            row.querySelector("th")?.textContent ?? "",
            row.querySelector("td")?.textContent ?? "",
          ]),
        );
      const definitions = new Map(
        JSON.parse(
          execFileSync(process.execPath, [join(dist, "cli.js"), "responses", tiny, "--json"], {
            encoding: "utf8",
          }),
        ).responses.map((each: { response: string; label: string; unit: string }) => [each.response, each]),
      ) as Map<string, { label: string; unit: string }>;
      let compared = 0;
      for (const line of saved.get("summary.csv")!.trim().split("\n").slice(1)) {
        const [response = "", , , mean] = line.split(",");
        const { label, unit } = definitions.get(response)!;
        const shown = rows.find(
          ([text]) => text === label || text === `${label}, ${unit === "d" ? "days" : unit}`,
        )?.[1];
        if (shown === undefined || !/^[−\d]/.test(shown)) continue;
        const number = shown.replaceAll(",", "").replace("−", "-").replace(" %", "");
        const decimals = number.split(".")[1]?.length ?? 0;
        expect(Number(mean) * (unit === "share" ? 100 : 1)).toBeCloseTo(Number(number), decimals - 1e-9);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(10);
    });

    it("compares a change with what was pinned, as the terminal does", async () => {
      const before = await figures();
      await page.getByRole("button", { name: "Pin this result" }).click();
      await page.getByLabel("Messages", { exact: true }).focus();
      for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowUp");
      await page.waitForSelector(".change");
      await simulated(page, WORLDS);
      expect(await figures()).not.toBe(before);
      const scenario = await downloaded(page, /Scenario/);
      expect(scenario).toBe(
        tinyScenario.replace("100 per 100 portal patients", "105 per 100 portal patients"),
      );
      const other = join(folder, "other.json");
      writeFileSync(other, scenario);
      const file = byTerminal("compare", tiny, other);
      expect(withoutNames(await downloaded(page, /comparison\.csv/))).toBe(
        withoutNames(file("comparison.csv")),
      );
      const report = await downloaded(page, /Report of the comparison/);
      expect(report).toContain("1 alternative against “pinned” in the same 3 simulated worlds");
      expect(report).toContain("<code>clinicsim compare pinned.json now.json</code>");
    });

    it("comes back from its own address, also in the file opened from the disk, with the comparison", async () => {
      const shown = await figures();
      await page.reload();
      await page.waitForSelector(".change");
      await simulated(page, WORLDS);
      expect(await figures()).toBe(shown);
      const address = `${pathToFileURL(join(dist, "web", "index.html"))}#${new URL(page.url()).hash.slice(1)}`;
      const fromDisk = await whatIf.open(address);
      await fromDisk.waitForSelector(".change");
      await simulated(fromDisk, WORLDS);
      expect(await fromDisk.locator(".figures").innerText()).toBe(shown);
      await fromDisk.close();
    });

    it("says for as long as it is open that a link was cut, and shows what it opened instead", async () => {
      const address = page.url();
      const cut = await whatIf.open(address.slice(0, -20));
      await cut.waitForSelector(".numbers:not(.stale)");
      await cut.getByText("This link cannot be read").waitFor();
      await cut.waitForTimeout(1000);
      expect(await cut.getByText("This link cannot be read").count()).toBe(1);
      await cut.close();
    });

    it("keeps controls and text in step", async () => {
      await page.locator("label", { hasText: /^Text$/ }).click();
      const text = page.getByLabel("Text of the scenario");
      expect(await text.inputValue()).toContain("105 per 100 portal patients per month");
      // Not `fill`, which takes seconds over hundreds of lines.
      await text.evaluate((field: HTMLTextAreaElement) => {
        field.value = field.value.replace("105 per", "120 per");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await simulated(page, WORLDS);
      await page.locator("label", { hasText: /^Controls$/ }).click();
      expect(await page.getByLabel("Messages, as a number").inputValue()).toBe("120");
    });

    it("breaks no rule of WCAG 2.2 AA", async () => {
      expect(await violations(page)).toEqual([]);
    });

    it("reads nothing of a file that is larger than the terminal reads, and says so in its words", async () => {
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(4 * 1024 * 1024 + 1)], "film.json"));
        document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      });
      const said = "film.json is larger than 4194304 bytes: is it a scenario file?";
      await page.getByText(said).waitFor();
      expect(await page.locator(".issues").count()).toBe(0);
    });

    it("shows what is wrong with a dropped file where it is, shows no number of another scenario, and marks what is out of date", async () => {
      const broken = tinyScenario.replace('"count": 1', '"count": "one"').replace('"seed": 7', '"sede": 7');
      await page.evaluate((content) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], "broken.json"));
        document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }, broken);
      await page.waitForSelector(".issues");
      const said = (await page.locator(".issues").innerText()).replaceAll(/\s+/g, " ");
      writeFileSync(join(folder, "broken.json"), broken);
      const terminal = () =>
        execFileSync(process.execPath, [join(dist, "cli.js"), "validate", "broken.json"], {
          cwd: folder,
          stdio: "pipe",
        });
      let lines = "";
      try {
        terminal();
      } catch (error) {
        lines = String((error as { stderr: Buffer }).stderr);
      }
      const faults = [...lines.matchAll(/^(broken\.json:\d+:\d+) {2}error {2}(.*)$/gm)];
      expect(faults.length).toBeGreaterThan(1);
      for (const [, place, words] of faults) expect(said).toContain(`${place} ${words}`);
      expect(said).toContain('did you mean "seed"?');
      expect(await page.locator(".progress").innerText()).toContain("the scenario has errors");
      expect(await page.locator(".numbers").count()).toBe(0);
      await page.locator("label", { hasText: /^Text$/ }).click();
      const rewrite = (text: string) =>
        page.getByLabel("Text of the scenario").evaluate((field: HTMLTextAreaElement, content) => {
          field.value = content;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }, text);
      await rewrite(tinyScenario);
      await simulated(page, WORLDS);
      await rewrite(broken);
      await page.waitForSelector(".numbers.stale");
      expect(await page.locator(".progress").innerText()).toContain("Out of date");
      expect(await violations(page)).toEqual([]);
    });

    it("does so without an error, a breach of its policy, or a request to anywhere", () => {
      expect(whatIf.faults).toEqual([]);
    });
  },
);
