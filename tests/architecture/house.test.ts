import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./planted.ts";

const LINES_WORTH_A_LOOK = 250;
const LINES_AT_MOST = 400;
const TOP_LEVEL =
  /^(\..+|src|scenarios|output|tests|package\.json|package-lock\.json|tsconfig\.json|README\.md|LICENSE|CHANGELOG\.md|CITATION\.cff)$/;
/** Made here and ignored by git. */
const MADE_HERE = new Set(["node_modules", "dist", "coverage"]);

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

const text = (file: string): string => readFileSync(join(root, file), "utf8");
const lines = (file: string): number => text(file).trimEnd().split("\n").length;

describe("the house", () => {
  it("keeps its top level to what everybody expects there", () => {
    const strangers = readdirSync(root).filter(
      (name) => !TOP_LEVEL.test(name) && !MADE_HERE.has(name) && !name.endsWith(".tgz"),
    );
    expect(strangers).toEqual([]);
  });

  it(`has no source file above ${LINES_AT_MOST} lines`, () => {
    const sizes = filesUnder("src").map((file) => ({ file, lines: lines(file) }));
    const long = sizes
      .filter((size) => size.lines > LINES_WORTH_A_LOOK)
      .map((size) => `${size.lines} ${size.file}`);
    if (long.length > 0)
      console.warn(
        `above ${LINES_WORTH_A_LOOK} lines; would each read better as two?\n  ${long.join("\n  ")}`,
      );
    expect(sizes.filter((size) => size.lines > LINES_AT_MOST)).toEqual([]);
  });

  it("names its files in kebab-case", () => {
    const odd = [...filesUnder("src"), ...filesUnder("tests")].filter(
      (file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(file),
    );
    expect(odd).toEqual([]);
  });

  it("opens each floor with its charter", () => {
    const floors = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const silent = floors
      .map(({ name }) => `src/${name}/index.ts`)
      .filter((file) => filesUnder("src").includes(file) && !text(file).startsWith("/**"));
    expect(silent).toEqual([]);
  });

  it("has one version", () => {
    const { version } = JSON.parse(text("package.json")) as { version: string };
    expect(/^version: (.*)$/m.exec(text("CITATION.cff"))?.[1]).toBe(version);
    expect((JSON.parse(text("package-lock.json")) as { version: string }).version).toBe(version);
  });

  it("leaves nothing for later and silences no check", () => {
    const marks = new RegExp(["TO" + "DO", "FIX" + "ME", "@ts-" + "ignore", "@ts-" + "nocheck"].join("|"));
    const left = [...filesUnder("src"), ...filesUnder("tests")].filter((file) => marks.test(text(file)));
    expect(left).toEqual([]);
  });
});
