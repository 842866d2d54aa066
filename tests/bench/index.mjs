// Builds the benchmarks as they would run in production, one plain bundle each, and starts them.
// Usage: npm run bench [-- W1 W2 W3 memory calendar touches hospital]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const scenarios = join(here, "../../scenarios");
const out = mkdtempSync(join(tmpdir(), "clinicsim-bench-"));
try {
  await build({
    entryPoints: [join(here, "index.ts"), join(here, "engine.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    outdir: out,
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
  });
  const run = spawnSync(
    process.execPath,
    [join(out, "index.mjs"), join(out, "engine.mjs"), scenarios, ...process.argv.slice(2)],
    {
      stdio: "inherit",
    },
  );
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
