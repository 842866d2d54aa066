import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtDist } from "../config/built.ts";
import { blocksOf, withOutputs } from "./blocks.ts";
import { type Desk, openDesk, root } from "./commands.ts";
import { terminalPicture } from "./terminal-picture.ts";

const page = readFileSync(join(root, "README.md"), "utf8");
const blocks = blocksOf(page);
const FIRST = "npm ci && npx clinicsim run scenarios/rheum.json";
const SECOND = "npm ci && npm test";

let desk: Desk;
const outputs = new Map<string, string>();
beforeAll(() => {
  desk = openDesk();
  for (const { outputOf } of blocks) if (outputOf !== undefined) outputs.set(outputOf, desk.run(outputOf));
});
afterAll(() => desk.close());

describe("the README", () => {
  it("opens with the two commands", () => {
    const [first, second] = blocks.filter(({ language }) => language === "sh");
    expect(first?.text).toBe(`${FIRST}\n`);
    expect(second?.text).toBe(`${SECOND}\n`);
  });

  it("shows what its commands really print", () => {
    const now = withOutputs(page, (command) => outputs.get(command)!);
    expect(now === page, "run `npm run readme:update`").toBe(true);
  });

  it("shows a picture of the first", () => {
    const [, title, path] = /!\[([^\]]*)\]\(([^)]*\.svg)\)/.exec(page)!;
    expect(
      readFileSync(join(root, path!), "utf8") ===
        terminalPicture(title!, outputs.get("clinicsim run scenarios/rheum.json")!),
      "run `npm run readme:update`",
    ).toBe(true);
  });

  it.each(
    blocks
      .filter(({ language }) => language === "sh")
      .flatMap(({ text }) => text.trim().split("\n"))
      .filter((line) => line !== FIRST && line !== SECOND),
  )("has a command that works: %s", (line) => {
    expect(desk.run(line)).not.toBe("");
  });

  it("has JavaScript that works", () => {
    const dist = builtDist();
    const scripts = blocks.filter(({ language }) => language === "js");
    expect(scripts.length).toBeGreaterThan(0);
    scripts.forEach(({ text }, i) => {
      const path = join(dist, `readme-${process.pid}-${i}.mjs`);
      writeFileSync(path, text);
      try {
        expect(execFileSync(process.execPath, [path], { cwd: root, encoding: "utf8" })).toMatch(
          /first_reply_p90_business_h \d/,
        );
      } finally {
        rmSync(path);
      }
    });
  });

  it("names files that are there", () => {
    for (const [, path] of page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect(() => execFileSync("test", ["-e", join(root, path!)]), path).not.toThrow();
    }
  });

  it("has no block that nothing checks", () => {
    const checked = new Set(["sh", "js"]);
    const isLong = new Set(
      [...page.matchAll(/<!-- long output: [^\n]*? -->\n```text\n([\s\S]*?)^```$/gm)].map(([, text]) => text),
    );
    const others = blocks.filter(
      ({ language, outputOf, text }) => !checked.has(language) && outputOf === undefined && !isLong.has(text),
    );
    expect(others.map(({ text }) => text.slice(0, 20))).toEqual(["scenarios/x.json ─▶ "]);
  });
});
