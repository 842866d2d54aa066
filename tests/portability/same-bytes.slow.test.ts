import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { builtDist } from "../config/built.ts";
import { findChromium } from "./chromium.mjs";
import { ContentHash } from "./content-hash.mjs";

const root = new URL("../../", import.meta.url).pathname;
const browserIsThere = findChromium() !== undefined;

describe("the same seed gives the same bytes", () => {
  beforeAll(() => {
    builtDist();
  });

  // In full, with other versions of Node, it is a step of CI: node tests/portability/same-bytes.mjs --node 20,22,24,26
  it.runIf(browserIsThere || process.env.CLINICSIM_REQUIRE_BROWSER === "1")(
    "in this Node and in Chromium",
    () => {
      const script = join(root, "tests/portability/same-bytes.mjs");
      const args = [script, "--replications", "1", "--inputs", "20000", "--scenarios", "surgery.json"];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
      expect(stderr).toBe("");
      expect(stdout).toMatch(/fingerprints of ours on Node v\S+, Chromium \S+: 0 different\n$/);
      expect(status).toBe(0);
    },
  );
});

describe("a content hash", () => {
  const hash = (value: unknown): string => new ContentHash().add(value).digest();

  it("sees the last bit of a number, the sign of zero, and where a list ends", () => {
    expect(hash(1)).not.toBe(hash(1 + Number.EPSILON));
    expect(hash(0)).not.toBe(hash(-0));
    expect(hash([[1], 2])).not.toBe(hash([1, [2]]));
    expect(hash(["ab", "c"])).not.toBe(hash(["a", "bc"]));
    expect(hash({ a: 1 })).not.toBe(hash({ b: 1 }));
    expect(hash(Float64Array.of(1, 2))).not.toBe(hash(Float64Array.of(2, 1)));
    expect(hash(undefined)).not.toBe(hash(null));
  });

  it("takes a typed column for the list of its numbers, across its blocks", () => {
    const column = Float64Array.from({ length: 20_000 }, (_, i) => i / 7);
    expect(hash(column)).toBe(hash([...column]));
    column[19_999] = 0;
    expect(hash(column)).not.toBe(hash(Float64Array.from({ length: 20_000 }, (_, i) => i / 7)));
  });

  it("does not tell one NaN from another", () => {
    const other = new Float64Array(Uint8Array.of(1, 0, 0, 0, 0, 0, 0xf8, 0xff).buffer);
    expect(hash(other)).toBe(hash([Number.NaN]));
  });
});
