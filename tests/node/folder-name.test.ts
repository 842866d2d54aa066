import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folderName } from "../../src/node/folder-name.ts";

const id = "0123456789abcdef".repeat(4);

describe("a result folder's name", () => {
  test.each([
    ["Rheumatology: today", "rheumatology-today-0123456789"],
    ["Clinique de rhumatologie « été »", "clinique-de-rhumatologie-ete-0123456789"],
    ["../../etc/passwd", "etc-passwd-0123456789"],
    ["CON", "con-0123456789"],
    ["リウマチ科", "scenario-0123456789"],
    ["", "scenario-0123456789"],
    ["…", "scenario-0123456789"],
  ])("of %j is %s", (name, expected) => {
    expect(folderName(name, id)).toBe(expected);
  });

  test("is short, plain and stays in its folder whatever the scenario is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        expect(folderName(name, id)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,39})-[0-9a-f]{10}$/);
      }),
      { numRuns: 40 },
    );
  });
});
