import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { engine } from "../version.ts";

/** A process runs the sources that it has loaded, whatever becomes of the files. */
let known: string | undefined;

const IMPURE = new Set(["node", "cli", "web"]);

/**
 * Names the engine in jobs and manifests: the hash of the built pure bundle, or `source-<hash>` of the pure floors' sources where
 * they run without a build, so that no result outlives the code that made it.
 */
export function engineId(): string {
  known ??= engine === "unbuilt" ? hashOfSources() : engine;
  return known;
}

function hashOfSources(): string {
  const root = fileURLToPath(new URL("../", import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter(
      (path) => path.endsWith(".ts") && !IMPURE.has(path.split("/")[0]!) && existsSync(join(root, path)),
    )
    .sort();
  const hash = createHash("sha256");
  for (const path of files)
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  return `source-${hash.digest("hex")}`;
}
