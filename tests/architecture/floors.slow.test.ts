import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command } from "./command.ts";
import { root, withPlanted } from "./planted.ts";

const RULES = join(root, "tests/config/dependency-cruiser.mjs");

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** Each broken rule with the import that breaks it. */
function violationsIn(folder: string): readonly string[] {
  const { output } = command(
    "dependency-cruiser",
    "bin/dependency-cruise.mjs",
    ["--config", RULES, "--output-type", "json", "src"],
    folder,
  );
  const { summary } = JSON.parse(output) as { summary: { violations: readonly Violation[] } };
  return summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`).sort();
}

describe("the floors", () => {
  it("import only downwards, only through an index, and only their own packages", () => {
    expect(violationsIn(root)).toEqual([]);
  });

  it("are kept by rules that notice an import in a wrong direction, around an index, or of another floor's package", async () => {
    const planted = {
      "tsconfig.json": readFileSync(join(root, "tsconfig.json"), "utf8"),
      "package.json": readFileSync(join(root, "package.json"), "utf8"),
      "src/errors.ts": 'import "./kernel/index.ts";',
      "src/version.ts": "export const version = 1;",
      "src/index.ts": 'import "./kernel/clock.ts";',
      "src/kernel/index.ts":
        'import "../model/index.ts"; import "../random/stream.ts"; import "mathjs"; import "typescript";',
      "src/kernel/clock.ts": 'import "node:fs"; import "../version.ts"; import "./nowhere.ts";',
      "src/model/index.ts":
        'import type { x } from "../kernel/index.ts"; import "../index.ts"; import "./one.ts";',
      "src/model/one.ts": 'import "./other.ts";',
      "src/model/other.ts": 'import "./one.ts";',
      "src/random/index.ts": 'import "./stream.ts"; import "../stats/index.ts";',
      "src/random/stream.ts": "export const y = 1;",
      "src/stats/index.ts": 'import "../random/index.ts"; import "../../tests/a.test.ts";',
      "src/node/index.ts": 'import "../web/index.ts"; import "commander";',
      "src/web/index.ts": "export const z = 1;",
      "tests/a.test.ts": "export const t = 1;",
    };
    const found = await withPlanted(planted, violationsIn);
    const real = found.map((line) => line.replace(/→ .*node_modules\/([^/]+)\/.*/, "→ $1"));
    expect(real).toEqual(
      [
        "common-ground-knows-no-floor: src/errors.ts → src/kernel/index.ts",
        "commander-has-its-floor: src/node/index.ts → commander",
        "every-package-is-listed: src/kernel/index.ts → typescript",
        "kernel-looks-down-only: src/kernel/index.ts → src/model/index.ts",
        "mathjs-has-its-floor: src/kernel/index.ts → mathjs",
        "no-cycles: src/model/one.ts → src/model/other.ts",
        "no-cycles: src/random/index.ts → src/stats/index.ts",
        "no-missing-files: src/kernel/clock.ts → ./nowhere.ts",
        "node-and-web-keep-apart: src/node/index.ts → src/web/index.ts",
        "node-only-at-the-edge: src/kernel/clock.ts → fs",
        "only-through-the-index: src/kernel/index.ts → src/random/stream.ts",
        "random-stands-alone: src/random/index.ts → src/stats/index.ts",
        "src-stands-without-tests: src/stats/index.ts → tests/a.test.ts",
        "the-package-entry-goes-through-the-index-too: src/index.ts → src/kernel/clock.ts",
        "the-package-entry-is-for-users: src/model/index.ts → src/index.ts",
        "version-is-for-the-edge: src/kernel/clock.ts → src/version.ts",
      ].sort(),
    );
  });
});

describe("the pure floors' compiler project", () => {
  it("has no word for Node or the page", async () => {
    const names = [
      "process",
      "document",
      "window",
      "console",
      "setTimeout",
      "Buffer",
      "performance",
      "fetch",
      "require",
    ];
    const planted = {
      "package.json": '{ "type": "module" }',
      "src/kernel/offence.ts": [
        ...names.map((name) => `void ${name};`),
        'import "node:fs";',
        "export {};",
      ].join("\n"),
      "src/model/fine.ts": "export const roots: readonly number[] = [1, 2].map((x) => Math.sqrt(x));",
    };
    const { code, output } = await withPlanted(planted, (folder) => {
      mkdirSync(join(folder, "tests/config"), { recursive: true });
      for (const file of ["tsconfig.json", "tests/config/tsconfig.pure.json"])
        copyFileSync(join(root, file), join(folder, file));
      return command(
        "typescript",
        "bin/tsc",
        ["-p", "tests/config/tsconfig.pure.json", "--pretty", "false"],
        folder,
      );
    });
    const faults = output.split("\n").filter((line) => line.includes("error TS") && line.includes("src/"));
    expect(code).not.toBe(0);
    for (const name of [...names, "node:fs"])
      expect(faults.some((line) => line.includes(`'${name}'`))).toBe(true);
    expect(faults.filter((line) => line.startsWith("src/model/"))).toEqual([]);
  });
});
