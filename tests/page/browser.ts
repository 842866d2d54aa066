import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../portability/chromium.mjs";

/** Whether pages can be looked at here; CI must be able to. */
export const canBrowse = findChromium() !== undefined || process.env.CLINICSIM_REQUIRE_BROWSER === "1";

export async function openBrowser(): Promise<Browser> {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ];
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ["--no-sandbox", ...quiet],
  });
}
