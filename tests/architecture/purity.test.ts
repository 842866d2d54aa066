import { describe, expect, it } from "vitest";
import { describeOffence, offencesIn, offencesUnder } from "./purity.ts";

const root = new URL("../../", import.meta.url).pathname;
const refused = (code: string, synchronous = true): readonly string[] =>
  offencesIn("planted.ts", code, synchronous).map((offence) => offence.text);

describe("the pure floors", () => {
  it("say nothing that two engines, or two runs, could understand differently", () => {
    expect(offencesUnder(root).map(describeOffence)).toEqual([]);
  });
});

describe("the purity rules", () => {
  it.each([
    ["an inexact function", "const y = Math.log(2);", "Math"],
    ["an inexact function by its quoted name", 'const y = Math["exp"](2);', "Math"],
    ["an inexact function under another name", "const { pow } = Math;", "Math"],
    ["an alias of Math", "const M = Math; M.sin(1);", "Math"],
    ["a power", "const y = 2 ** 0.5;", "2 ** 0.5"],
    ["a power in place", "let y = 2; y **= 3;", "y **= 3"],
    ["ambient randomness", "const u = Math.random();", "Math"],
    ["ambient time", "const t = Date.now();", "Date"],
    ["a date", "const t = new Date();", "Date"],
    ["the global object", "const c = globalThis.console;", "globalThis"],
    ["a shorthand of a global", "const all = { console };", "console"],
    ["printing", 'console.log("x");', "console"],
    ["the process", "process.exit(1);", "process"],
    ["a timer", "setTimeout(f, 1);", "setTimeout"],
    ["locale text", "const s = (1.5).toLocaleString();", "toLocaleString"],
    ["locale sorting", "names.sort((a, b) => a.localeCompare(b));", "localeCompare"],
    [
      "a declared global",
      "declare const document: { title: string };",
      "declare const document: { title: string };",
    ],
    ["the file's own address", "const here = import.meta.url;", "import.meta"],
    ["an async function", "async function f() {}", "async"],
    ["awaiting", "const x = await f();", "await f()"],
  ])("refuse %s", (_what, code, offence) => {
    expect(refused(code)).toContain(offence);
  });

  it("let pass what is exact everywhere", () => {
    expect(refused("const y = Math.sqrt(2) + Math.floor(1.5) * Math.PI - Math.imul(3, 4);")).toEqual([]);
  });

  it("let pass our own functions and parameters that share a name with a global", () => {
    expect(refused('import { log, exp } from "../random/index.ts"; const y = log(exp(1));')).toEqual([]);
    expect(refused("function hold(process: { name: string }) { return process.name; }")).toEqual([]);
    expect(refused("const cost = { performance: 1 }; cost.performance;")).toEqual([]);
  });

  it("allow async code from experiment/ upwards", () => {
    expect(refused("async function f() { await g(); }", false)).toEqual([]);
  });

  it("say where the offence is and what to write instead", () => {
    const [offence] = offencesIn("src/kernel/x.ts", "\nconst y = Math.log(2);", true);
    expect(offence && describeOffence(offence)).toBe(
      "src/kernel/x.ts:2 Math — engines disagree in the last bit: take it from random/index.ts (log, exp, log1p, expm1, pow), or multiply",
    );
  });
});
