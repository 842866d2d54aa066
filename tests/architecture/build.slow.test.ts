import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { builtDist } from "../config/built.ts";

let dist: string;
beforeAll(() => {
  dist = builtDist();
});

const text = (file: string): string => readFileSync(join(dist, file), "utf8");

/** What a built file imports before it runs; `import()` waits and does not count. */
function importsOf(file: string): readonly string[] {
  const { statements } = ts.createSourceFile(
    file,
    text(file),
    ts.ScriptTarget.ES2023,
    false,
    ts.ScriptKind.JS,
  );
  return statements
    .filter((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
    .map(({ moduleSpecifier }) => moduleSpecifier)
    .filter((specifier) => specifier !== undefined && ts.isStringLiteral(specifier))
    .map(({ text: path }) => path);
}

/** The files that load with this one. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const specifier of importsOf(file))
    if (specifier.startsWith("./")) loadedWith(specifier.slice(2), seen);
  return seen;
}

describe("the build", () => {
  it("makes a command that can be executed", () => {
    expect(text("cli.js").startsWith("#!/usr/bin/env node\n")).toBe(true);
    expect(statSync(join(dist, "cli.js")).mode & 0o777).toBe(0o755);
  });

  it("makes pure files that import nothing but each other, so that they run in a browser", () => {
    const entries = ["index.js", "kernel.js", "random.js", "stats.js", "clinic.js", "common.js"];
    const pure = [...new Set(entries.flatMap((file) => [...loadedWith(file)]))];
    expect(pure.length).toBeGreaterThan(entries.length);
    expect(pure.flatMap(importsOf).filter((specifier) => !specifier.startsWith("./"))).toEqual([]);
    expect(importsOf("engine.js")).toEqual([]);
  });

  it("holds each pure floor once, so that an error is an instance of the same class for everybody", () => {
    const files = readdirSync(dist).filter((file) => file.endsWith(".js") && file !== "engine.js");
    expect(files.filter((file) => /\bInputError=class\b|\bclass InputError\b/.test(text(file))).length).toBe(
      1,
    );
  });

  it("loads the heavy packages only when a verb needs them", () => {
    const atStart = [...loadedWith("cli.js")];
    expect(atStart.filter((file) => ["clinic.js", "node.js", "worker.js"].includes(file))).toEqual([]);
    expect(atStart.flatMap(importsOf).filter((specifier) => !/^(\.\/|node:)/.test(specifier))).toEqual([]);
    const size = atStart.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
    expect(size).toBeLessThan(200_000);
  });

  it("names the engine by the hash of the pure bundle", () => {
    const { engine } = JSON.parse(text("build.json")) as { engine: string };
    expect(engine).toBe(
      createHash("sha256")
        .update(readFileSync(join(dist, "engine.js")))
        .digest("hex"),
    );
    expect(readdirSync(dist).some((file) => file.endsWith(".js") && text(file).includes(engine))).toBe(true);
  });
});
