import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { createInlineExecutor } from "../../src/experiment/index.ts";
import { clinicsim, newOut } from "./clinicsim.ts";

/** The one folder of a result that a command has written. */
export async function resultOf(...argv: readonly string[]): Promise<string> {
  const out = newOut();
  const { code, err } = await clinicsim([...argv, "--out", out, "--quiet"], {
    createExecutor: () => createInlineExecutor(),
  });
  if (code !== 0) throw new Error(err);
  const [name] = readdirSync(out).filter((each) => !each.startsWith("."));
  return join(out, name!);
}

export type Json = Record<string, unknown>;
export const manifestOf = (path: string) =>
  JSON.parse(readFileSync(join(path, "manifest.json"), "utf8")) as Json;
export const writeManifest = (path: string, manifest: unknown) =>
  writeFileSync(join(path, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);

/** Changes a file, and what the manifest says of it, as somebody would who wants not to be found out. */
export function forge(path: string, name: string, change: (text: string) => string): void {
  const text = change(readFileSync(join(path, name), "utf8"));
  writeFileSync(join(path, name), text);
  const manifest = manifestOf(path) as { files: Record<string, Json> };
  Object.assign(manifest.files[name]!, {
    bytes: Buffer.byteLength(text),
    sha256: createHash("sha256").update(text).digest("hex"),
  });
  writeManifest(path, manifest);
}

/** Another number in a cell of a CSV file; both counted from 0, the header being row 0. */
export const withCell = (row: number, column: number, to: string) => (text: string) => {
  const lines = text.split("\n");
  lines[row] = lines[row]!.split(",").with(column, to).join(",");
  return lines.join("\n");
};

export function shotOf(path: string): readonly unknown[] {
  return readdirSync(path).map((name) => {
    const { size, mtimeMs } = statSync(join(path, name));
    return [name, size, mtimeMs];
  });
}

/** Every place in a JSON value: what holds it, and its key there. The scenario's own are those of other tests. */
export function spotsIn(value: object): readonly (readonly [Json, string])[] {
  return Object.entries(value).flatMap(([key, inner]) => [
    [value as Json, key] as const,
    ...(typeof inner === "object" && inner !== null && key !== "scenario" && key !== "columns"
      ? spotsIn(inner)
      : []),
  ]);
}

/** What no manifest holds at most places. */
export const HOSTILE = fc.constantFrom<unknown>(
  ...[null, -1, 0.5, 1e308, 9e15, "", "\u0000", "x".repeat(3000), [], {}, [[]], { a: [] }, true, "__proto__"],
);
