#!/usr/bin/env node
// Builds the benchmark of the queue as it would run in production and starts it. It needs redis-server.
// Usage: npm run bench:queue
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const cache = join(here, "../../node_modules/.cache");
mkdirSync(cache, { recursive: true });
const out = mkdtempSync(join(cache, "clinicsim-bench-"));
try {
  writeFileSync(join(out, "package.json"), '{ "type": "module" }');
  await build({
    entryPoints: [join(here, "queue.ts"), join(here, "../../src/node/worker.ts")],
    entryNames: "[name]",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    external: ["piscina", "bullmq", "ioredis"],
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module";\nconst require = __createRequire(import.meta.url);',
    },
    outdir: out,
    logLevel: "warning",
  });
  const run = spawnSync(process.execPath, [join(out, "queue.js"), join(here, "../../scenarios")], {
    stdio: "inherit",
  });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
