import { describe, expect, test } from "vitest";
import { resolveOffsets } from "../../src/node/offsets.ts";

describe("the local clock of a run", () => {
  test("in Toronto goes on in March and back in November, at the minute it does so", async () => {
    const offsets = await resolveOffsets("America/Toronto", "2026-01-05", 364);
    const march = 62 * 1440 + 120; // 8 March, 02:00
    const november = 300 * 1440 + 60; // 1 November, 02:00 in summer is one hour of minutes early
    expect(offsets).toEqual({
      atStart: -300,
      changes: [
        { at: march, jump: 60 },
        { at: november, jump: -60 },
      ],
    });
  });

  test("where nothing changes has no changes", async () => {
    expect(await resolveOffsets("Asia/Tokyo", "2026-01-05", 400)).toEqual({ atStart: 540, changes: [] });
    expect(await resolveOffsets("UTC", "2026-01-05", 400)).toEqual({ atStart: 0, changes: [] });
  });

  test("jumps by half an hour on Lord Howe Island", async () => {
    const { changes } = await resolveOffsets("Australia/Lord_Howe", "2026-01-05", 360);
    expect(changes.map(({ jump }) => jump)).toEqual([-30, 30]);
  });

  test("that is put on at the first midnight of the run jumps at minute 0", async () => {
    const { atStart, changes } = await resolveOffsets("America/Havana", "2026-03-08", 10);
    expect({ atStart, changes }).toEqual({ atStart: -300, changes: [{ at: 0, jump: 60 }] });
  });

  test("of a zone that does not exist is refused", async () => {
    await expect(resolveOffsets("Mars/Olympus", "2026-01-05", 10)).rejects.toThrow(RangeError);
  });
});
