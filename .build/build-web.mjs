#!/usr/bin/env node
/**
 * Builds the package if its sources have changed, and says where the what-if page is: one file for any static host, which also opens from
 * the disk.
 */
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const build = fileURLToPath(new URL("build.mjs", import.meta.url));
const { status } = spawnSync(process.execPath, [build, "--if-stale"], { stdio: "inherit" });
if (status === 0) {
  const { size } = statSync(new URL("../dist/web/index.html", import.meta.url));
  process.stdout.write(
    `dist/web/index.html · ${(size / 1e6).toFixed(2)} MB · put it on any static host, or open it as it is\n`,
  );
}
process.exitCode = status ?? 1;
