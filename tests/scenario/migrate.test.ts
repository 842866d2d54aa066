import { describe, expect, it } from "vitest";
import { FORMAT_VERSION, type Migration, migrate } from "../../src/scenario/index.ts";
import { parsed, saidOf } from "./parsed.ts";
import { smallScenario, smallText } from "./small-scenario.ts";

describe("a file's format version", () => {
  it("is 1, also when it is not written", () => {
    expect(FORMAT_VERSION).toBe(1);
    expect(parsed().document.formatVersion).toBe(1);
    expect(parsed(undefined, { formatVersion: 1 }).hash).toBe(parsed().hash);
    expect(migrate(smallScenario())).toEqual({ document: smallScenario(), issues: [] });
  });

  it("of later times is refused, and so is one that is no version", () => {
    expect(saidOf(smallText().replace('"name"', '"formatVersion": 2, "name"'))).toEqual([
      "error later-version at 2:20 formatVersion: format version 2 is later than 1, the latest that this version reads (install a later clinicsim)",
    ]);
    expect(saidOf(smallText().replace('"name"', '"formatVersion": "one", "name"'))[0]).toMatch(
      /^error unknown-value/,
    );
  });

  it("leads an older file through every step to today's format, and leaves the file as it was", () => {
    const steps: readonly Migration[] = [
      { from: 1, migrate: ({ title, ...rest }) => ({ ...rest, name: title! }) },
      { from: 2, migrate: (document) => ({ ...document, name: `${document.name as string}!` }) },
    ];
    const old = Object.freeze({ formatVersion: 1, title: "Old" });
    expect(migrate(old, steps, 3)).toEqual({ document: { formatVersion: 3, name: "Old!" }, issues: [] });
    expect(old).toEqual({ formatVersion: 1, title: "Old" });
    expect(migrate(old, steps.slice(1), 3).issues).toMatchObject([{ code: "older-version" }]);
  });
});
