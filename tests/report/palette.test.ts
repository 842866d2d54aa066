import { describe, expect, test } from "vitest";
import { DARK, HEAT_INK, LIGHT } from "../../src/report/figures/palette.ts";

/** Relative luminance of a colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

test("contrast is that of WCAG: black on white 21, the grey #767676 just enough", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
] as const)("in %s", (_, palette) => {
  test("a number on a coloured field can be read, whatever its step", () => {
    for (const [step, field] of palette.heat.entries()) {
      const ink = HEAT_INK[step] === "var(--ink)" ? palette.ink : palette.paper;
      expect(contrast(field, ink), `step ${step}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("steps go one way, each told from the next", () => {
    const from = palette.heat.map((field) => contrast(field, palette.paper));
    for (const [step, value] of from.slice(1).entries()) expect(value / from[step]!).toBeGreaterThan(1.15);
  });

  test.each(["ink", "muted", "link", "good", "bad", "caution"] as const)("text in %s can be read", (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(4.5);
  });
});
