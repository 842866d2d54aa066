import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./planted.ts";

/** Runs a development package's command, e.g. `command("typescript", "bin/tsc", ["-p", "."], folder)`. */
export function command(
  name: string,
  script: string,
  args: readonly string[],
  folder: string,
): { readonly code: number; readonly output: string } {
  const path = join(root, "node_modules", name, script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { code: status ?? -1, output: stdout + stderr };
}
