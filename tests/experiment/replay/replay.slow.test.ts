import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ReplayReport } from "../../../src/experiment/index.ts";
import { type JsonValue, type Patch, parseScenario } from "../../../src/scenario/index.ts";
import { asRecorded, recordOf, replayed, splicedRecord } from "./record-of.ts";

const file = new URL("../../../scenarios/rheum.json", import.meta.url);
/** A shipped clinic for fourteen weeks, so that this takes no longer than it must. */
const DOCUMENT = parseScenario(readFileSync(file, "utf8")).scenario!.document as unknown as JsonValue;
const SMALL: Patch = { "run.start": "2026-01-05" };
const TERMS = { days: 98, from: 42, replications: 20 };

const clinic = (patch: Patch = {}) => asRecorded(DOCUMENT, { ...SMALL, ...patch }, TERMS);
const TRUE = clinic();
const RECORD = recordOf(TRUE, 1);
const FLAT: Patch = { "specialties.rheumatology.demand.profile.dayOfWeek": [1, 1, 1, 1, 1, 1, 1] };

const off = ({ checks }: ReplayReport, part: string) =>
  checks.filter(({ label }) => label.includes(part)).reduce((most, each) => Math.max(most, each.off), 0);

describe("a replay", () => {
  test("finds nothing to mend in the model that made the record", async () => {
    const report = await replayed(TRUE, RECORD, TERMS);
    expect(report.faults).toEqual([]);
    expect(["A", "B"]).toContain(report.grade);
    expect(report.change).toBeUndefined();
    expect(report.messages).toBe(RECORD.arrivals.sent.length);
  });

  test("grades down a model whose patients write on all days alike", async () => {
    const report = await replayed(clinic(FLAT), RECORD, TERMS);
    expect(["C", "D"]).toContain(report.grade);
    expect(report.faults[0]!.mend).toBe("demand.profile.dayOfWeek");
    // What staff make of recorded arrivals has nothing to do with what the scenario would have drawn.
    expect(off(report, "opening hours")).toBe(0);
  });

  test("grades down a model whose physicians have lost their evenings", async () => {
    const report = await replayed(clinic({ "staff.rheumatologist.evenings": null }), RECORD, TERMS);
    expect(["B", "C", "D"]).toContain(report.grade);
    expect(off(report, "outside opening hours")).toBeGreaterThan(1);
  });

  test("grades down a model of a clinic that has changed its policy half-way", async () => {
    const half = clinic({ "policies.triage": { type: "none" } });
    const report = await replayed(TRUE, splicedRecord(TRUE, half, 70, 1), TERMS);
    expect(["C", "D"]).toContain(report.grade);
    expect(off(report, "share of replies by physicians")).toBeGreaterThan(1);
  });
});
