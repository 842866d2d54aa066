import { describe, expect, test } from "vitest";
import { verbs } from "../../src/cli/verbs/index.ts";
import { UNTIL_DEFAULTS } from "../../src/experiment/index.ts";
import { clinicsim } from "./clinicsim.ts";

const VERBS = Object.keys(verbs) as readonly (keyof typeof verbs)[];

describe("clinicsim", () => {
  test("explains itself, with examples and exit codes", async () => {
    const { code, out, err } = await clinicsim(["--help"]);
    expect([code, err]).toEqual([0, ""]);
    for (const word of [...VERBS, "Examples:", "Exit codes"]) expect(out).toContain(word);
  });

  test.each(VERBS)("explains %s, with an example", async (verb) => {
    const { code, out } = await clinicsim([verb, "--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples?:\n {2}\$ clinicsim /);
    expect(await clinicsim(["help", verb])).toMatchObject({ code: 0, out });
  });

  test("says by which defaults it replicates until a precision is reached", async () => {
    const { out } = await clinicsim(["run", "--help"]);
    const { atLeast, atMost } = UNTIL_DEFAULTS;
    expect(out.replace(/\s+/g, " ")).toMatch(
      new RegExp(
        `--at-least <number> .*\\(default: ${atLeast}\\) --at-most <number> .*\\(default: ${atMost}\\)`,
      ),
    );
  });

  test("without a verb says what there is, and that this was not enough", async () => {
    const { code, out, err } = await clinicsim([]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Usage: clinicsim");
  });

  test("knows its version", async () => {
    expect(await clinicsim(["--version"])).toMatchObject({ code: 0, out: "unbuilt\n" });
  });

  test("says what a mistyped verb might have been", async () => {
    const { code, err } = await clinicsim(["rnu", "x.json"]);
    expect(code).toBe(2);
    expect(err).toContain("unknown command 'rnu'");
    expect(err).toContain("Did you mean run?");
  });

  test("says what a mistyped flag might have been", async () => {
    const { code, err } = await clinicsim(["run", "x.json", "--sed", "4"]);
    expect(code).toBe(2);
    expect(err).toContain("unknown option '--sed'");
    expect(err).toContain("--seed");
  });

  test("misses a file that is not named, and refuses a second one", async () => {
    expect(await clinicsim(["run"])).toMatchObject({ code: 2, out: "" });
    expect(await clinicsim(["run", "a.json", "b.json"])).toMatchObject({ code: 2, out: "" });
  });
});
