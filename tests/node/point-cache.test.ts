import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { PointResult } from "../../src/experiment/index.ts";
import { PointCache } from "../../src/node/point-cache.ts";
import { recordOf } from "./sweep-terms.ts";

const root = mkdtempSync(join(tmpdir(), "clinicsim-points-"));
afterAll(() => rmSync(root, { recursive: true }));

function resultOf(point: number): PointResult {
  const { point: _, levels: __, ...result } = recordOf(point);
  return result;
}

describe("what was computed before", () => {
  test("is found again by whoever looks for its id, to the last bit", async () => {
    const cache = new PointCache(join(root, "found"));
    expect(await cache.find(resultOf(1).id)).toBeUndefined();
    await cache.keep(resultOf(1));
    await cache.keep(resultOf(2));
    expect(await cache.find(resultOf(1).id)).toEqual(resultOf(1));
    expect(await new PointCache(join(root, "found")).find(resultOf(2).id)).toEqual(resultOf(2));
  });

  test("counts as unknown when its file is damaged, or is another point's, or has lost what is told of its responses", async () => {
    const place = join(root, "damaged");
    const cache = new PointCache(place);
    await Promise.all([cache.keep(resultOf(1)), cache.keep(resultOf(2)), cache.keep(resultOf(1))]);
    const path = (point: number) => join(place, resultOf(point).id.slice(0, 2), `${resultOf(point).id}.json`);
    const text = readFileSync(path(1), "utf8");
    for (const wrong of ["", text.slice(0, -9), text.replace("0.", "1."), readFileSync(path(2), "utf8")]) {
      writeFileSync(path(1), wrong === text ? "" : wrong);
      expect(await new PointCache(place).find(resultOf(1).id)).toBeUndefined();
    }
    await cache.keep(resultOf(1));
    expect(await new PointCache(place).find(resultOf(1).id)).toEqual(resultOf(1));
    rmSync(join(place, "responses"), { recursive: true });
    expect(await new PointCache(place).find(resultOf(1).id)).toBeUndefined();
  });

  test("is kept under hashes only: no id leads out of the folder", async () => {
    const cache = new PointCache(join(root, "inside", "deep"));
    const evil = { ...resultOf(1), id: "../../outside" };
    await expect(cache.keep(evil)).rejects.toThrow("no id of a point");
    await expect(cache.find(evil.id)).rejects.toThrow("no id of a point");
    expect(readdirSync(root)).not.toContain("outside.json");
  });

  test("leaves no drafts behind", async () => {
    const place = join(root, "drafts");
    await new PointCache(place).keep(resultOf(3));
    expect(readdirSync(place, { recursive: true }).filter((name) => String(name).endsWith(".part"))).toEqual(
      [],
    );
  });
});
