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

const clinic = (patch: Patch = {}, terms = TERMS) => asRecorded(DOCUMENT, { ...SMALL, ...patch }, terms);
const TRUE = clinic();
const RECORD = recordOf(TRUE, 1);
/** A year, for what shows slowly: absences are few, and a weekday is a small part of a week. */
const LONG = { days: 364, from: 243, replications: 20 };
const LONG_RECORD = recordOf(asRecorded(DOCUMENT, SMALL, LONG), 1);
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
    const report = await replayed(clinic(FLAT, LONG), LONG_RECORD, LONG);
    expect(["C", "D"]).toContain(report.grade);
    expect(report.faults[0]!.mend).toBe("demand.profile.dayOfWeek");
    // What staff make of recorded arrivals has nothing to do with what the scenario would have drawn.
    expect(off(report, "opening hours")).toBe(0);
  });

  test("grades down a model whose physicians have lost their evenings", async () => {
    const report = await replayed(clinic({ "staff.rheumatologist.evenings": null }), RECORD, TERMS);
    expect(["C", "D"]).toContain(report.grade);
    expect(off(report, "outside opening hours")).toBeGreaterThan(1);
  });

  test("grades down a model whose people are away much more than those on record", async () => {
    const report = await replayed(
      clinic({ "staff.rheumatologist.absence.vacation": "20 weeks per year" }, LONG),
      LONG_RECORD,
      LONG,
    );
    expect(["C", "D"]).toContain(report.grade);
    expect(report.faults[0]!.label).toContain("days away a year of physicians");
  });

  test("gives no A to too many threads or physicians, too few follow-ups, or what others answer than on record", async () => {
    const volume = (count: number) => ({
      "specialties.rheumatology.demand.volume": `${count} per 100 portal patients per month`,
    });
    const many = await replayed(clinic(volume(25), LONG), LONG_RECORD, LONG);
    expect(["C", "D"]).toContain(many.grade);
    expect(["B", "C", "D"]).toContain((await replayed(clinic(volume(22), LONG), LONG_RECORD, LONG)).grade);
    const six = await replayed(clinic({ "staff.rheumatologist.count": 6 }), RECORD, TERMS);
    expect(["C", "D"]).toContain(six.grade);
    const heads = six.checks.find(({ label }) => label === "physicians who reply in a week")!;
    expect(heads.recorded).toBeLessThanOrEqual(4);
    expect(heads.predicted).toBeGreaterThan(4.5);
    const nurses = { "specialties.rheumatology.topics.medication.lowestRole": { nurse: 1 } };
    const other = await replayed(clinic(nurses, LONG), LONG_RECORD, LONG);
    expect(other.grade).not.toBe("A");
    expect(other.faults.map(({ label }) => label)).toContain("share of replies by physicians");
    const followUp = { "specialties.rheumatology.topics.medication.followUp.probability": 0.05 };
    const few = await replayed(clinic(followUp, LONG), LONG_RECORD, LONG);
    expect(few.grade).not.toBe("A");
    expect(few.faults[0]!.label).toBe("messages in a thread about “medication”");
  });

  test("finds wrong chances of chasers, urgency and thanks", async () => {
    const topics = Object.keys(TRUE.document.specialties.rheumatology!.topics);
    const each = (path: string, value: number) =>
      Object.fromEntries(topics.map((topic) => [`specialties.rheumatology.topics.${topic}.${path}`, value]));
    const wrong: Patch = {
      ...each("urgent", 0.3),
      ...each("followUp.thanks", 0.9),
      "specialties.rheumatology.impatience.chaser.probability": 1,
    };
    const report = await replayed(clinic(wrong), RECORD, TERMS);
    expect(off(report, "threads that are urgent")).toBeGreaterThan(1);
    expect(off(report, "follow-ups that need no reply")).toBeGreaterThan(1);
    expect(off(report, "ask again while they wait")).toBeGreaterThan(1);
    // Half a year is too short for absences, and for these alone.
    for (const { what } of report.notJudged.filter(({ isPart }) => isPart))
      expect(what).toMatch(/^absences of|^minutes of work/);
  });

  test("says what a record that tells little leaves unjudged", async () => {
    const { arrivals, outcomes } = RECORD;
    const little = {
      ...RECORD,
      tellsClosing: false,
      arrivals: { ...arrivals, urgent: arrivals.urgent.map(() => -1), topic: arrivals.topic.map(() => -1) },
      outcomes: {
        ...outcomes,
        role: outcomes.role.map(() => -1),
        person: outcomes.person.map(() => -1),
      },
    };
    const { notJudged, checks } = await replayed(TRUE, little, TERMS);
    expect(notJudged.filter(({ isPart }) => isPart).map(({ what }) => what)).toEqual([
      "minutes of work, calls, visits and cost",
      "which messages need a reply",
      "urgency",
      "shares of topics",
      "chasers",
      "who replies",
      "absences of nurses and pharmacists",
      "absences of physicians",
    ]);
    expect(checks.length).toBeGreaterThan(20);
  });

  test("grades down a model of a clinic that has changed its policy half-way", async () => {
    const half = clinic({ "policies.triage": { type: "none" } });
    const report = await replayed(TRUE, splicedRecord(TRUE, half, 70, 1), TERMS);
    expect(["C", "D"]).toContain(report.grade);
    expect(off(report, "share of replies by physicians")).toBeGreaterThan(1);
  });
});
