import { describe, expect, it } from "vitest";
import { Level } from "../../src/kernel/index.ts";

describe("a level", () => {
  it("adds up the area beneath it, also where it stayed at zero", () => {
    const level = new Level(0, 10);
    level.set(2, 15);
    level.set(3, 15);
    level.set(0, 17);
    expect([level.value, level.area(17), level.area(30)]).toEqual([0, 6, 6]);
    level.set(1, 40);
    expect(level.area(50)).toBe(16);
  });
});
