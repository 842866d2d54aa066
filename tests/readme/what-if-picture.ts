import { openBrowser } from "../page/browser.ts";

/** [px] What of the page the picture shows. */
const VIEW = { width: 1280, height: 960 };

/** A picture (PNG) of the what-if page, as Chromium shows it once every world of the scenario that it opens with is simulated. */
export async function whatIfPicture(page: string): Promise<Buffer> {
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage({ viewport: VIEW, deviceScaleFactor: 1.5 });
    await tab.goto(`file://${page}`);
    const done = /^\d+ worlds simulated$/;
    await tab.locator(".progress p", { hasText: done }).waitFor({ timeout: 300_000 });
    return await tab.screenshot();
  } finally {
    await browser.close();
  }
}
