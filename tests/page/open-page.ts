import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface OpenedPage {
  readonly page: Page;
  /** What the page's console said, and what it asked of any network. */
  readonly said: string[];
  readonly asked: string[];
}

/** Opens a report as a director would: from the disk, with every picture alive. */
export async function openPage(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const said: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("dialog", (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`file://${path}`);
  await seeAll(page);
  return { page, said, asked };
}

/** Scrolls through the page, so that every picture comes to life. */
async function seeAll(page: Page): Promise<void> {
  for (const chart of await page.locator(".chart").all()) await chart.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelectorAll(".chart:not([tabindex])").length === 0);
  await page.evaluate(() => scrollTo(0, 0));
}

/** What axe finds against WCAG 2.2 AA and good practice, everything unfolded: rule, and where. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });
  // By the debugger's own way in: the page's policy lets no other program run.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
        }>;
      };
    };
    const { violations: found } = await checker.run();
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
    );
  });
}
