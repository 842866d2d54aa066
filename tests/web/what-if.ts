import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "../portability/chromium.mjs";

/** `clinicsim serve` in a process of its own. */
export interface Served {
  readonly address: string;
  readonly printed: () => string;
  /** Ends it as Ctrl-C does; its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Resolves when the address is printed. */
export async function serve(dist: string, ...argv: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [join(dist, "cli.js"), "serve", "--no-open", ...argv], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  let text = "";
  const address = await new Promise<string>((done, failed) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /^http:\S+/m.exec(text);
      if (found !== null) done(found[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then((code) => failed(new Error(`ended with ${code}: ${text}`)));
  });
  return {
    address,
    printed: () => text,
    stop: (signal = "SIGINT") => {
      child.kill(signal);
      return ended;
    },
  };
}

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
      if (url.replace(/#.*/s, "") !== address.replace(/#.*/s, "") && !/^(blob|data):/.test(url)) this.faults.push(`request: ${url}`);
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
      document.querySelector(".progress p")?.textContent === text && document.querySelector(".stale") === null,
    said,
    { timeout: 120_000 },
  );
}

/** A file of the Download menu, by the words of its entry. */
export async function downloaded(page: Page, entry: RegExp): Promise<string> {
  const menu = page.locator(".menu");
  if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), menu.locator("button", { hasText: entry }).click()]);
  return readFileSync(await download.path(), "utf8");
}

/** Rules of WCAG 2.2 AA that the page breaks, with the first place of each. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations: found } = await axe.run({ runOnly: tags });
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`);
  });
}
