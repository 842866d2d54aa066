import { describe, expect, it } from "vitest";
import { exp, expm1, log, log1p, pow } from "../../src/random/index.ts";
import { bitsOf, type ElementaryName, exactly, ulpsFrom } from "./reference/exact.ts";
import { inputsFor } from "./reference/inputs.ts";

const ours: Record<ElementaryName, (x: number, y: number) => number> = { log, exp, log1p, expm1, pow };
const names = Object.keys(ours) as ElementaryName[];

function worstError(name: ElementaryName, count: number, f = ours[name]): number {
  const errors = inputsFor(name, count).map(([x, y]) => ulpsFrom(f(x, y), exactly(name, x, y)));
  return Math.max(...errors);
}

describe("elementary functions", () => {
  it.each(names)("%s is within 0.9 units of the last place of the true value", (name) => {
    expect(worstError(name, 60)).toBeLessThan(0.9);
  });

  it("are held to a reference that sees one wrong bit and a wrong coefficient", () => {
    const nextUp = (x: number) => x * (1 + 2 ** -52);
    expect(worstError("log", 5, (x) => nextUp(nextUp(log(x))))).toBeGreaterThan(0.9);
    expect(worstError("exp", 5, (x) => exp(x * (1 + 2 ** -50)))).toBeGreaterThan(0.9);
    expect(ulpsFrom(Math.LN2, exactly("log", 2))).toBeLessThan(0.5);
    expect(ulpsFrom(0.6931471805599454, exactly("log", 2))).toBeGreaterThan(0.5);
  });

  it("give the committed bits", async () => {
    const lines = names.flatMap((name) =>
      inputsFor(name, 100).map(
        ([x, y]) =>
          `${name} ${bitsOf(x)} ${name === "pow" ? `${bitsOf(y)} ` : ""}${bitsOf(ours[name](x, y))}`,
      ),
    );
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("fixtures/elementary.txt");
  });

  it.each([
    [
      "log",
      log,
      [
        [0, -Infinity],
        [-0, -Infinity],
        [-1, Number.NaN],
        [Infinity, Infinity],
        [-Infinity, Number.NaN],
        [Number.NaN, Number.NaN],
        [1, 0],
      ],
    ],
    [
      "log1p",
      log1p,
      [
        [0, 0],
        [-0, -0],
        [-1, -Infinity],
        [-2, Number.NaN],
        [Infinity, Infinity],
        [-Infinity, Number.NaN],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      "exp",
      exp,
      [
        [0, 1],
        [-0, 1],
        [Infinity, Infinity],
        [-Infinity, 0],
        [710, Infinity],
        [-746, 0],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      "expm1",
      expm1,
      [
        [0, 0],
        [-0, -0],
        [Infinity, Infinity],
        [-Infinity, -1],
        [710, Infinity],
        [-50, -1],
        [Number.NaN, Number.NaN],
      ],
    ],
  ] as const)("%s keeps the special values of the standard", (_, f, cases) => {
    for (const [x, value] of cases) expect(f(x), `at ${x}`).toBe(value);
  });

  it("pow keeps every special value of the standard", () => {
    const values = [
      0,
      -0,
      0.5,
      -0.5,
      1,
      -1,
      2,
      -2,
      3,
      -3,
      2.5,
      -2.5,
      1e300,
      -1e300,
      1e-300,
      2 ** 53 - 1,
      -(2 ** 53),
      Infinity,
      -Infinity,
      Number.NaN,
    ];
    for (const x of values) {
      for (const y of values) {
        const theirs = x ** y;
        if (Number.isFinite(theirs) && theirs !== 0 && Math.abs(theirs) !== 1) {
          expect(Math.abs(pow(x, y) / theirs - 1), `pow(${x}, ${y})`).toBeLessThan(1e-15);
        } else {
          expect(pow(x, y), `pow(${x}, ${y})`).toBe(theirs);
        }
      }
    }
  });

  it("pow overflows and underflows where the true value does", () => {
    expect(pow(2, 1023.9999999999999)).toBeLessThan(Infinity);
    expect(pow(2, 1024)).toBe(Infinity);
    expect(pow(2, -1074)).toBe(5e-324);
    expect(pow(2, -1076)).toBe(0);
    expect(pow(0.9999, 1e9)).toBe(0);
    expect(pow(1.0001, 1e9)).toBe(Infinity);
    expect(pow(1 + 2 ** -52, 2 ** 62)).toBe(Infinity);
    expect(pow(1 - 2 ** -53, 2 ** 70)).toBe(0);
    expect(ulpsFrom(pow(1 + 2 ** -40, 3e9), exactly("pow", 1 + 2 ** -40, 3e9))).toBeLessThan(0.9);
  });
});
