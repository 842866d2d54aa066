import { readFileSync } from "node:fs";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "../portability/chromium.mjs";

/** A browser with the what-if page in it, and everything that went wrong there. */
export class WhatIf {
  readonly browser: Browser;
  /** Console errors, uncaught errors, breaches of the content-security policy, and requests for anything but the page. */
  readonly faults: string[] = [];

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async launch(): Promise<WhatIf> {
    return new WhatIf(await launchChromium());
  }

  async open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext(options);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.faults.push(message.text());
    });
    page.on("pageerror", (error) => this.faults.push(error.message));
    page.on("request", (request) => {
      const url = request.url();
      if (url.replace(/#.*/s, "") !== address.replace(/#.*/s, "") && !/^(blob|data):/.test(url))
        this.faults.push(`request: ${url}`);
    });
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await page.goto(address);
    return page;
  }
}

/** Waits until all worlds of the latest change are there. */
export async function simulated(page: Page, worlds: number): Promise<void> {
  const said = `${worlds} worlds simulated`;
  await page.waitForFunction(
    (text) =>
      document.querySelector(".progress p")?.textContent === text &&
      document.querySelector(".stale") === null,
    said,
    { timeout: 120_000 },
  );
}

/** A file of the Download menu, by the words of its entry. */
export async function downloaded(page: Page, entry: RegExp): Promise<string> {
  const menu = page.locator(".menu");
  if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.locator("button", { hasText: entry }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

/** Rules of WCAG 2.2 AA that the page breaks, with the first place of each. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: unknown): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
      };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations: found } = await axe.run({ runOnly: tags });
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`);
  });
}
