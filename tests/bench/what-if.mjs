#!/usr/bin/env node
/**
 * How long after a slider moves the what-if page shows new numbers, in Chromium, for every shipped scenario: medians over rounds, each beside one whole
 * replication of that scenario in the same browser, right after it. `while running` moves the slider while the worlds before are being simulated.
 *
 *   npm run build && node tests/bench/what-if.mjs [--rounds 5] [--only hospital]
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { findChromium, launchChromium } from "../portability/chromium.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, only: { type: "string" } },
});
/** [ms] What the page promises on a machine that does nothing else. */
const GOAL = 1000;
const ORIGIN = "http://clinicsim.invalid";

if (findChromium() === undefined) {
  console.log("skipped: there is no Chromium here (CLINICSIM_CHROMIUM names one)");
  process.exit(0);
}

/** A worker that times replications: the second of a scenario, whose model is made and whose code is warm by then [ms]. */
const TIMER = `
  import { createPerformer, parseScenario } from "${ORIGIN}/dist/index.js";
  const perform = createPerformer();
  const jobs = new Map();
  onmessage = ({ data: { id, text } }) => {
    if (!jobs.has(id)) {
      const { canonicalText: scenario, clinic } = parseScenario(text).scenario;
      const offsets = { atStart: 0, changes: [] };
      jobs.set(id, { engine: "", scenario, offsets, seed: clinic.run.seed, replication: 1, keep: "responses" });
      for (let warm = 0; warm < 2; warm++) perform(jobs.get(id));
    }
    perform(jobs.get(id));
    const begun = performance.now();
    perform({ ...jobs.get(id), replication: 2 });
    postMessage(performance.now() - begun);
  };
  postMessage("ready");
`;

async function timerPage(browser) {
  const page = await browser.newPage();
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    const type = pathname === "/" ? "text/html" : "text/javascript";
    if (pathname === "/")
      return route.fulfill({ contentType: type, body: "<!doctype html><title>timer</title>" });
    const body = pathname === "/timer.js" ? TIMER : await readFile(join(root, pathname));
    return route.fulfill({ contentType: type, body });
  });
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(async () => {
    globalThis.timer = new Worker("/timer.js", { type: "module" });
    await new Promise((ready) => {
      globalThis.timer.onmessage = ready;
    });
  });
  return (id, text) =>
    page.evaluate(
      (job) =>
        new Promise((done) => {
          globalThis.timer.onmessage = ({ data }) => done(data);
          globalThis.timer.postMessage(job);
        }),
      { id, text },
    );
}

/** Moves the slider with the finest steps to where it has not been, and waits until what is shown is new [ms]. */
function move() {
  const fineness = ({ max, min, step }) => (Number(max) - Number(min)) / Number(step);
  const sliders = [...document.querySelectorAll('input[type="range"]')];
  const slider = sliders.sort((a, b) => fineness(b) - fineness(a))[0];
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  const { value, step } = slider;
  globalThis.placesBeen.add(value);
  const isNew = () => !globalThis.placesBeen.has(slider.value);
  for (const way of [1, -1]) {
    for (let steps = 1; steps < 50 && !isNew(); steps++)
      set.call(slider, String(Number(value) + way * steps * Number(step)));
  }
  if (!isNew()) throw new Error("the slider has been everywhere");
  const begun = performance.now();
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  return new Promise((done) => {
    let wasStale = false;
    const look = () => {
      const isStale = document.querySelector(".stale") !== null;
      wasStale ||= isStale;
      if (wasStale && !isStale) done(performance.now() - begun);
      else requestAnimationFrame(look);
    };
    look();
  });
}

const isDone = () =>
  document.querySelector(".numbers:not(.stale)") !== null &&
  /simulated$/.test(document.querySelector(".progress p").textContent);
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

const browser = await launchChromium();
try {
  const replicationTime = await timerPage(browser);
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
  await page.goto(pathToFileURL(join(root, "dist", "web", "index.html")).href);
  await page.locator(".numbers:not(.stale)").waitFor({ timeout: 120_000 });
  const select = page.locator("select").first();
  const shipped = await select
    .locator("option")
    .evaluateAll((options) => options.map(({ value }) => value).filter((value) => value !== ""));
  const subjects = shipped.filter((id) => values.only === undefined || id === values.only);
  console.log(
    `from the slider to new numbers, medians of ${values.rounds} rounds, Chromium ${browser.version()}`,
  );
  console.log(
    `${"".padEnd(18)}${"at rest".padStart(10)}${"running".padStart(10)}${"one world".padStart(11)}`,
  );
  for (const id of subjects) {
    const text = await readFile(join(root, "scenarios", `${id}.json`), "utf8");
    const times = { rest: [], running: [], world: [] };
    await select.selectOption(id);
    await page.evaluate(() => {
      globalThis.placesBeen = new Set();
    });
    for (let round = 0; round < Number(values.rounds); round++) {
      await page.waitForFunction(isDone, undefined, { timeout: 600_000, polling: 100 });
      times.rest.push(await page.evaluate(move));
      await page.waitForTimeout(700);
      times.running.push(await page.evaluate(move));
      await page.waitForFunction(isDone, undefined, { timeout: 600_000, polling: 100 });
      times.world.push(await replicationTime(id, text));
    }
    const [rest, running, world] = Object.values(times).map(median);
    const ms = (time, width) => `${time.toFixed(0)} ms`.padStart(width);
    const worlds = (time) => `${(time / world).toFixed(2)} worlds`;
    const verdict = Math.max(rest, running) <= GOAL ? "reached" : "missed";
    console.log(
      `${id.padEnd(18)}${ms(rest, 10)}${ms(running, 10)}${ms(world, 11)}   ${worlds(rest)}, ${worlds(running)}   goal ≤ ${GOAL} ms: ${verdict}`,
    );
  }
} finally {
  await browser.close();
}
