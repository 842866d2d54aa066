import { openBrowser } from "../page/browser.ts";

/** [px] What of the page the picture shows. */
const VIEW = { width: 1120, height: 900 };

/** A picture (PNG) of the top of a report, as Chromium shows it. */
export async function pagePicture(report: string): Promise<Buffer> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: VIEW, deviceScaleFactor: 1.5 });
    await page.goto(`file://${report}`);
    return await page.screenshot();
  } finally {
    await browser.close();
  }
}
