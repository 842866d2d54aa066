#!/usr/bin/env node
/**
 * What threads are worth, and what memory a sweep takes: ratios of whole processes in interleaved rounds.
 *
 *   node tests/bench/scaling.mjs [threads | one | memory] [--rounds 5] [--replications 200]
 *
 * threads  200 replications of a clinic's year on two workers, against two processes at once with a hundred each: rate over rate
 * one      one replication with two workers allowed, against one with none: time over time
 * memory   the most that a sweep ever held at 10,000 points, against at 1,000: of a real clinic's week, and of a tiny one
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "5" }, replications: { type: "string", default: "200" } },
});
const rounds = Number(values.rounds);
const replications = Number(values.replications);
const wanted = (name) => positionals.length === 0 || positionals.includes(name);
const folder = mkdtempSync(join(tmpdir(), "clinicsim-scaling-"));
const cli = join(root, "dist", "cli.js");
/** Tells, when the process ends, the most memory that it ever had [KiB], and the processor time that it took [µs]. */
const TELL = `data:text/javascript,import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => { const { user, system } = process.cpuUsage();
process.stderr.write(JSON.stringify({ memory: process.resourceUsage().maxRSS, cpu: user + system })); });`;

let outs = 0;
/** Runs the command into a folder of its own: [ms] on the wall, [ms] of processors, [MiB]. */
function clinicsim(...args) {
  const argv = ["--import", TELL, cli, ...args, "--out", join(folder, `${outs++}`), "--quiet"];
  const begun = performance.now();
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, argv, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", failed);
    child.on("close", (code) => {
      if (code !== 0) return failed(new Error(`${args.join(" ")} ended with ${code}\n${said}`));
      const { memory, cpu } = JSON.parse(said);
      done({ wall: performance.now() - begun, cpu: cpu / 1000, memory: memory / 1024 });
    });
  });
}

const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

function verdict(what, ratios, goal, isReached) {
  const ratio = median(ratios);
  const each = ratios.map((one) => one.toFixed(2)).join(" ");
  console.log(
    `${what}: ${ratio.toFixed(3)} (${each})   goal ${goal}: ${isReached(ratio) ? "reached" : "missed"}\n`,
  );
}

async function threads() {
  const run = (count, jobs, seed) =>
    clinicsim(
      "run",
      "scenarios/rheum.json",
      "--replications",
      `${count}`,
      "--jobs",
      `${jobs}`,
      "--seed",
      `${seed}`,
    );
  const ratios = [];
  for (let round = 0; round < rounds; round++) {
    const together = await run(replications, 2, 1);
    const apart = await Promise.all([2, 3].map((seed) => run(replications / 2, 1, seed)));
    const slower = Math.max(...apart.map(({ wall }) => wall));
    ratios.push(slower / together.wall);
    const cpu = apart.reduce((sum, each) => sum + each.cpu, 0);
    console.log(
      `  one process, two workers ${seconds(together.wall)} (processors ${seconds(together.cpu)}) · two processes ${seconds(slower)} (${seconds(cpu)})`,
    );
  }
  verdict(
    `rate of ${replications} replications on two workers over that of two processes`,
    ratios,
    "≥ 0.85",
    (r) => r >= 0.85,
  );
}

async function one() {
  const run = (jobs, seed) =>
    clinicsim("run", "scenarios/rheum.json", "--replication", "1", "--jobs", `${jobs}`, "--seed", `${seed}`);
  const ratios = [];
  for (let round = 0; round < 3 * rounds; round++) {
    // In turn first, so that whatever the first one leaves warm helps both alike.
    const times = {};
    for (const jobs of round % 2 === 0 ? [1, 2] : [2, 1]) times[jobs] = (await run(jobs, 1)).wall;
    ratios.push(times[2] / times[1]);
  }
  verdict(
    "time of one replication with two workers allowed over that with none",
    ratios,
    "≤ 1.03",
    (r) => r <= 1.03,
  );
}

const TINY = {
  name: "tiny",
  calendar: { timeZone: "America/Toronto", holidays: "none" },
  run: {
    start: "2026-02-16",
    warmUp: "0 days",
    length: "1 week",
    runOut: "0 days",
    seed: 7,
    replications: 1,
  },
  specialties: {
    clinic: {
      patients: 20,
      portalShare: 1,
      demand: { volume: "100 per 100 portal patients per month", counts: "new threads" },
      topics: {
        question: {
          share: 1,
          lowestRole: { nurse: 1 },
          minutes: {
            triage: { fixed: { value: "2 min" } },
            nurse: { fixed: { value: "5 min" } },
            physician: { fixed: { value: "5 min" } },
          },
        },
      },
    },
  },
  staff: {
    nurse: { role: "nurse", count: 1, serves: ["clinic"], shifts: ["Mon-Fri 09:00-15:00"] },
    physician: { role: "physician", count: 1, serves: ["clinic"], inbox: ["Mon-Fri 15:00-16:00"] },
  },
};

async function memory() {
  const tiny = join(folder, "tiny.json");
  writeFileSync(tiny, JSON.stringify(TINY));
  const week = ["run.length=1 week", "run.warmUp=0 days", "run.runOut=0 days"].flatMap((set) => [
    "--set",
    set,
  ]);
  const clinics = [
    [
      "a real clinic's week",
      ["scenarios/rheum.json", ...week],
      "specialties.rheumatology.patients=4001..4100",
    ],
    ["a tiny clinic's", [tiny], "specialties.clinic.patients=1..100"],
  ];
  for (const [name, scenario, patients] of clinics) {
    const ratios = [];
    for (let round = 0; round < Math.min(rounds, 3); round++) {
      const sweep = (points) =>
        clinicsim(
          ...["sweep", ...scenario, "--vary", patients, "--vary", `run.seed=1..${points / 100}`],
          ...["--replications", "1", "--jobs", "2"],
        );
      const [few, many] = [await sweep(1_000), await sweep(10_000)];
      console.log(
        `  ${name}: ${few.memory.toFixed(0)} MiB at 1,000 points, ${many.memory.toFixed(0)} MiB at 10,000`,
      );
      ratios.push(many.memory / few.memory);
    }
    verdict(`memory at 10,000 points over that at 1,000, ${name}`, ratios, "≤ 1.1", (r) => r <= 1.1);
  }
}

try {
  if (wanted("threads")) await threads();
  if (wanted("one")) await one();
  if (wanted("memory")) await memory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
