import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clinicsim, folder } from "./clinicsim.ts";

describe("clinicsim init", () => {
  test("writes a commented scenario that is valid as it stands, and says what comes next", async () => {
    const path = join(folder, "mine.json");
    const { code, out } = await clinicsim(["init", path]);
    expect(code).toBe(0);
    expect(out).toBe(`wrote ${path}\nnext:  clinicsim validate ${path}\n`);
    expect(readFileSync(path, "utf8")).toMatch(/^\s*\/\//m);
    expect(await clinicsim(["validate", path])).toMatchObject({ code: 0, err: "" });
  });

  test("replaces nothing unless it is told to, and leaves no scraps", async () => {
    const path = join(folder, "precious.json");
    writeFileSync(path, "precious");
    const { code, out, err } = await clinicsim(["init", path]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("is there already");
    expect(readFileSync(path, "utf8")).toBe("precious");
    expect(await clinicsim(["init", path, "--force", "--quiet"])).toEqual({ code: 0, out: "", err: "" });
    expect(readFileSync(path, "utf8")).not.toBe("precious");
    expect(readdirSync(folder).filter((name) => name.startsWith("precious"))).toEqual(["precious.json"]);
  });

  test("says where it cannot write", async () => {
    const { code, err } = await clinicsim(["init", join(folder, "no", "such", "folder.json")]);
    expect(code).toBe(2);
    expect(err).toContain("ENOENT");
  });
});

describe("clinicsim schema", () => {
  test("prints the JSON Schema of scenarios", async () => {
    const { code, out, err } = await clinicsim(["schema"]);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({ title: "clinicsim scenario", type: "object" });
  });
});
