import { describe, expect, it } from "vitest";
import { offeredLoads } from "../../src/model/index.ts";
import { ledgerGaps, patchDocument } from "../../src/scenario/index.ts";
import { parsed } from "../scenario/parsed.ts";
import { FIGURES } from "./comparison-figures.ts";
import { evidenceRows } from "./evidence-rows.ts";
import { modelOf, scenarioOf, shipped, textOf } from "./shipped-scenarios.ts";

const rows = evidenceRows(textOf("evidence.csv"));

/** What a shipped scenario is warned of on purpose, and why. */
const ON_PURPOSE: Readonly<Record<string, readonly string[]>> = {
  // One nurse whom nobody covers: the question that the scenario asks.
  "rheum.json": ["overload-away staff.triage-nurse"],
  // Nobody covers psychiatrists: an alternative does.
  "mental-health.json": ["overload-away staff.psychiatrist"],
  "dermatology.json": [],
  // Nobody covers the nurse and the surgeons; an alternative covers the latter.
  "surgery.json": ["overload-away staff.nurse", "overload-away staff.surgeon"],
  // As in their own files; the nurses cover each other.
  "hospital.json": ["overload-away staff.psychiatrist", "overload-away staff.surgeon"],
  // As in their own files.
  "study-2019-2022.json": [
    "overload-away staff.psychiatrist",
    "overload-away staff.rheumatology-nurse",
    "overload-away staff.surgery-nurse",
    "overload-away staff.surgeon",
  ],
};

describe.each(shipped)("%s", (name) => {
  const scenario = scenarioOf(name);

  it("has no faults, and no warnings but those on purpose", () => {
    expect(scenario.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual(ON_PURPOSE[name]);
  });

  it("vouches for every number in it", () => {
    expect(ledgerGaps(scenario)).toEqual([]);
  });

  it("parses from its canonical text to the same scenario", () => {
    expect(parsed(scenario.canonicalText).hash).toBe(scenario.hash);
  });

  it("gives every assumed number that may vary a range", () => {
    // What an alternative decides is not a number that may be off.
    const fixed = scenario.ledger.filter(
      ({ grade, range, segments }) =>
        grade === "assumed" && range === undefined && segments[0] !== "alternatives",
    );
    expect(fixed.map(({ path }) => path)).toEqual([]);
  });

  it("has alternatives that each are a scenario of their own", () => {
    expect(Object.keys(scenario.alternatives).length).toBeGreaterThanOrEqual(2);
    const { evidence: _, ...base } = scenario.document;
    const documents = Object.values(scenario.alternatives).map((patch) => {
      const { document, issues } = patchDocument(scenario.document as never, patch);
      expect(issues).toEqual([]);
      const { evidence: __, ...changed } = document;
      return JSON.stringify(changed);
    });
    expect(new Set([JSON.stringify(base), ...documents]).size).toBe(documents.length + 1);
  });

  const cited = scenario.ledger.filter((entry) => entry.source !== undefined && entry.grade !== "local");
  it.each(cited.map((entry) => [entry.path, entry] as const))(
    "cites for %s what was published",
    (_, entry) => {
      const sources = [entry.source!].flat();
      const found = sources.map((id) => rows.get(id));
      expect(found).not.toContain(undefined);
      if (entry.grade !== "cited" || entry.value === undefined) return;
      const published = found.map((row) => row!.value);
      const same = published.some(
        (value) => value === String(entry.value) || numbersIn(value).includes(Number(entry.value)),
      );
      expect(same || found.some((row) => numbersIn(row!.population).includes(Number(entry.value)))).toBe(
        true,
      );
    },
  );
});

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
}

describe("evidence.csv", () => {
  it("holds exactly the rows that the scenarios and their comparison cite", () => {
    const cited = shipped
      .flatMap((name) => scenarioOf(name).ledger)
      .flatMap((entry) => (entry.grade === "local" ? [] : [entry.source ?? []].flat()));
    const comparison = Object.values(FIGURES).flatMap((figures) => figures.flatMap(({ sources }) => sources));
    expect([...rows.keys()]).toEqual([...new Set([...cited, ...comparison])].sort());
  });

  it("says of each row what it is, where it stands, and that it was read", () => {
    for (const [id, row] of rows) {
      expect([
        id,
        row.parameter !== "",
        row.value !== "",
        row.citation !== "",
        row.doi_or_url !== "",
        row.status,
      ]).toEqual([id, true, true, true, true, "read"]);
    }
  });
});

it("rheum.json expects the volume that it states, closed dates and all", () => {
  // 4800 × 0.47 portal patients × 19 / 100 a month.
  expect(offeredLoads(modelOf("rheum.json")).messagesPerWeek).toBeCloseTo(
    (2256 * 0.19 * 12 * 7) / 365.2425,
    1,
  );
});
