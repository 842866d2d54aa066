import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = new URL("../../", import.meta.url).pathname;

/**
 * Path of dist/, built from the sources as they are now. Call it in `beforeAll` of a test that runs what ships; it costs a few
 * milliseconds when nothing has changed since the last build. Throws what the build printed when it fails.
 */
export function builtDist(): string {
  const build = [join(root, ".build/build.mjs"), "--if-stale", "--js-only"];
  const { status, stdout, stderr } = spawnSync(process.execPath, build, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`the build failed\n${stdout}${stderr}`);
  return join(root, "dist");
}
