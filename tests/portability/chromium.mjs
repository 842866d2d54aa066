import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const ORIGIN = "http://clinicsim.invalid";
const TYPES = { ".mjs": "text/javascript", ".js": "text/javascript", ".json": "application/json" };

/** Where Chromium is on this machine; undefined where there is none. */
export function findChromium() {
  const places = [
    process.env.CLINICSIM_CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  return places.find((place) => place !== undefined && existsSync(place));
}

/** Starts it, silent towards the network. */
export function launchChromium() {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** Runs the fingerprints in a page, with this repository's files served to it from memory and no network at all. */
export async function fingerprintsInChromium(subject) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.route("**/*", async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === "/")
        return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>same bytes</title>" });
      const body = await readFile(join(root, pathname)).catch(() => undefined);
      if (body === undefined) return route.fulfill({ status: 404 });
      return route.fulfill({ contentType: TYPES[extname(pathname)] ?? "text/plain", body });
    });
    await page.goto(`${ORIGIN}/`);
    const lines = await page.evaluate(
      async (given) => {
        const { fingerprints } = await import(given.harness);
        return [...fingerprints(given)];
      },
      { ...subject, harness: "/tests/portability/fingerprints.mjs" },
    );
    return { name: `Chromium ${browser.version()}`, lines: new Map(lines) };
  } finally {
    await browser.close();
  }
}
