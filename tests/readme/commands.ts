import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtDist } from "../config/built.ts";

export const root = new URL("../../", import.meta.url).pathname;

/** A folder with the shipped scenarios, in which `npx clinicsim` is the command as built. */
export interface Desk {
  readonly folder: string;
  run(command: string): string;
  close(): void;
}

export function openDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "clinicsim-readme-"));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  cpSync(join(root, "scenarios"), join(folder, "scenarios"), { recursive: true });
  const scripts = { clinicsim: `exec node "${join(builtDist(), "cli.js")}" "$@"`, npx: 'exec "$@"' };
  for (const [name, line] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ""}`, NO_COLOR: "1" };
  return {
    folder,
    run: (command) => {
      const output = execFileSync("bash", ["-euo", "pipefail", "-c", command], {
        cwd: folder,
        env,
        encoding: "utf8",
      });
      // The hash names the engine too, so it changes with every line of code.
      return output.replace(/(?<=^(?:written to|to run the plan:) .*-)[0-9a-f]{10}(?=$|\/)/gm, "…");
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
