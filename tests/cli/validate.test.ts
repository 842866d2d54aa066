import { describe, expect, test } from "vitest";
import { clinicsim, tiny } from "./clinicsim.ts";

describe("clinicsim validate", () => {
  test("prints warnings, holidays date by date, loads of teams and people, and what nobody vouches for", async () => {
    const { code, out, err } = await clinicsim([
      "validate",
      tiny,
      "--set",
      "calendar.holidays=CA-ON",
      "--set",
      'calendar.extraClosed=["2026-03-02"]',
      "--set",
      "staff.physician.count=2",
    ]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^A tiny clinic: valid\n/);
    expect(out).toContain("! run.replications: 3 replications give wide intervals");
    expect(out).toContain("  Mon 2026-02-16  Family Day\n  Mon 2026-03-02  closed, as the scenario says\n");
    expect(out).toMatch(/\n {2}nurse +[\d.]+ +[\d.]+ +0 +[\d.]+ +\d+ % +\d+ % \(2026-\d\d-\d\d\) +\d+ %\n/);
    expect(out).toMatch(/\n {2}· each of 2 +[\d.]+ +0 +0 +[\d.]+ +\d+ %\n/);
    expect(out).toMatch(/\d+ parameters that nobody vouches for/);
    expect(out).toContain("? staff.nurse: count,");
  });

  test("names the team that cannot keep up", async () => {
    const { code, out } = await clinicsim(["validate", tiny, "--set", "specialties.clinic.patients=3000"]);
    expect(code).toBe(0);
    expect(out).toMatch(/! staff\.nurse.*\n?.*load|! .*"nurse"/);
  });

  test("prints the same as one JSON document", async () => {
    const { code, out } = await clinicsim(["validate", tiny, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      scenario: "A tiny clinic",
      closedDates: [],
      offeredLoad: { teams: [{ team: "nurse", people: [{ ordinal: 0 }] }, { team: "physician" }] },
      ledgerGaps: expect.arrayContaining(["staff.nurse.count"]),
      issues: expect.arrayContaining([expect.objectContaining({ severity: "warning" })]),
    });
  });

  test("says nothing when all is well and it is to be quiet", async () => {
    expect(await clinicsim(["validate", tiny, "--quiet"])).toEqual({ code: 0, out: "", err: "" });
  });
});
