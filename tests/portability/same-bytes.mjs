#!/usr/bin/env node
/**
 * Same seed, same bytes: runs the built pure code on this Node, on others from the npm registry, and in headless Chromium, and compares.
 *
 *   node tests/portability/same-bytes.mjs [--node 20,22,24,26] [--no-browser] [--replications 2] [--inputs 1000000] [--scenarios rheum.json,surgery.json]
 *
 * Every shipped scenario runs in full detail. Exits 1 when one fingerprint differs, or when a runtime that was asked for is missing.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findChromium, fingerprintsInChromium } from "./chromium.mjs";
import { FOREIGN } from "./fingerprints.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values } = parseArgs({
  options: {
    node: { type: "string", default: "" },
    "no-browser": { type: "boolean", default: false },
    replications: { type: "string", default: "2" },
    inputs: { type: "string", default: "1000000" },
    scenarios: { type: "string", default: "" },
  },
});

async function subjectOf() {
  const { model, scenario: floor } = await import("../../dist/engine.js");
  const { resolveOffsets } = await import("../../dist/node.js");
  const chosen = values.scenarios.split(",").filter(Boolean);
  const names = readdirSync(join(root, "scenarios")).filter(
    (name) =>
      name.endsWith(".json") &&
      !name.endsWith(".schema.json") &&
      (chosen.length === 0 || chosen.includes(name)),
  );
  const scenarios = [];
  for (const name of names.sort()) {
    const text = readFileSync(join(root, "scenarios", name), "utf8");
    const { scenario } = floor.parseScenario(text);
    if (scenario === undefined)
      throw new Error(`scenarios/${name} has faults: clinicsim validate names them`);
    const { calendar, run } = scenario.clinic;
    const offsets = await resolveOffsets(calendar.timeZone, run.start, model.calendarDays(run));
    scenarios.push({ name, text, offsets });
  }
  if (scenarios.length === 0) throw new Error("no scenario is shipped");
  return { scenarios, replications: Number(values.replications), inputs: Number(values.inputs) };
}

function fingerprintsOnNode(version, file) {
  const script = [join(root, "tests/portability/print.mjs"), file];
  const [command, args] =
    version === "" ? [process.execPath, script] : ["npx", ["--yes", `node@${version}`, ...script]];
  const options = { cwd: tmpdir(), encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "pipe"] };
  const { status, stdout, stderr } = spawnSync(command, args, options);
  if (status !== 0) throw new Error(`Node ${version} failed\n${stderr}`);
  const name =
    version === ""
      ? process.version
      : spawnSync(command, [...args.slice(0, 2), "--version"], options).stdout.trim();
  return {
    name: `Node ${name}`,
    lines: new Map(
      stdout
        .trim()
        .split("\n")
        .map((line) => line.split("\t")),
    ),
  };
}

const folder = mkdtempSync(join(tmpdir(), "clinicsim-same-bytes-"));
try {
  const subject = await subjectOf();
  const file = join(folder, "subject.json");
  writeFileSync(file, JSON.stringify(subject));

  const runs = ["", ...values.node.split(",").filter((version) => version !== "")].map((version) =>
    fingerprintsOnNode(version, file),
  );
  if (!values["no-browser"]) {
    if (findChromium() === undefined)
      throw new Error("no Chromium here: install it, set CLINICSIM_CHROMIUM, or pass --no-browser");
    runs.push(await fingerprintsInChromium(subject));
  }

  const [first, ...others] = runs;
  let different = 0;
  for (const [name, hash] of first.lines) {
    const odd = others.filter(({ lines }) => lines.get(name) !== hash);
    if (name !== FOREIGN) different += odd.length;
    console.log(
      `${hash.slice(0, 16)}  ${name}${odd.map((run) => `\n  differs on ${run.name}: ${run.lines.get(name)}`).join("")}`,
    );
  }
  console.log(
    `${first.lines.size - 1} fingerprints of ours on ${runs.map((run) => run.name).join(", ")}: ${different} different`,
  );
  process.exitCode = different === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
