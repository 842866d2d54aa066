import { expect, test } from "vitest";
import { readStaffingJson, type StaffingSummary, staffingJson } from "../../src/report/staffing-summary.ts";

const summary = {
  scenario: "A clinic",
  start: "2026-01-05",
  warmUpDays: 0,
  lengthDays: 7,
  runOutDays: 0,
  seed: 1,
  answer: {
    confidence: 0.95,
    decisions: [{ name: "staff.nurse.count", levels: ["1", "2"], inOrder: true }],
    objectives: [
      { response: "cost_per_week", label: "staff cost a week", unit: "CAD per week", matters: 50 },
    ],
    plans: [],
    requirements: [],
    ties: [],
    tieBreaks: [],
    failed: [],
    notMonotone: [],
    spent: { search: 10, confirmation: 20, explanation: 0, equal: Number.NaN },
  },
} as unknown as StaffingSummary;

test("an answer is read back as it was written, and one of an older clinicsim is refused in words", () => {
  const text = staffingJson(summary);
  expect(readStaffingJson(text)).toEqual(summary);
  const older = text.replace("clinicsim/staffing/2", "clinicsim/staffing/1");
  expect(() => readStaffingJson(older)).toThrow("was written by an older clinicsim (clinicsim/staffing/1");
  expect(readStaffingJson(text.replace("clinicsim/staffing/2", "clinicsim/stress/1"))).toBeUndefined();
});
