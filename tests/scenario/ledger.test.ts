import { describe, expect, it } from "vitest";
import { ledgerGaps, patchScenario } from "../../src/scenario/index.ts";
import { parsed, saidOf } from "./parsed.ts";
import { smallText } from "./small-scenario.ts";

const assumed = { grade: "assumed", why: "as seen" };

describe("the evidence ledger", () => {
  it("lists entries with their paths in one spelling", () => {
    const { ledger } = parsed(undefined, {
      evidence: {
        "specialties.clinic.otherWork.phone calls.volume": {
          ...assumed,
          range: ["2", "9"],
          shape: "uniform",
        },
      },
    });
    expect(ledger).toEqual([
      {
        path: 'specialties.clinic.otherWork."phone calls".volume',
        segments: ["specialties", "clinic", "otherWork", "phone calls", "volume"],
        ...assumed,
        range: ["2", "9"],
        shape: "uniform",
      },
    ]);
  });

  it("leaves gaps where nobody vouches for a number, a distribution counting as one", () => {
    const gaps = ledgerGaps(parsed());
    expect(gaps).toContain("specialties.clinic.topics.questions.minutes.nurse");
    expect(gaps).toContain("specialties.clinic.demand.volume");
    expect(gaps).toContain("specialties.clinic.demand.profile.hourOfDay");
    expect(gaps).toContain("staff.nurse.absence.vacation");
    expect(gaps).toContain("policies.triage.sensitivity");
    expect(gaps.filter((path) => /^(run|calendar|alternatives|evidence)/.test(path))).toEqual([]);
    expect(gaps.filter((path) => /shifts|role$|serves|sd$/.test(path))).toEqual([]);
  });

  it("covers with an entry all that lies under its path, and nothing beside it", () => {
    const before = ledgerGaps(parsed());
    const after = ledgerGaps(
      parsed(undefined, {
        evidence: { "specialties.clinic.topics.questions": assumed, "staff.nurse.count": assumed },
      }),
    );
    const covered = before.filter((path) => !after.includes(path));
    expect(
      covered.every(
        (path) => path.startsWith("specialties.clinic.topics.questions.") || path === "staff.nurse.count",
      ),
    ).toBe(true);
    expect(covered).toHaveLength(
      before.filter((path) => path.startsWith("specialties.clinic.topics.questions.")).length + 1,
    );
    expect(
      ledgerGaps(
        parsed(undefined, {
          evidence: { specialties: assumed, staff: assumed, policies: assumed, promises: assumed },
        }),
      ),
    ).toEqual([]);
  });

  const said = (evidence: object) =>
    saidOf(smallText().replace('"name"', `"evidence": ${JSON.stringify(evidence)}, "name"`));

  it("compares ranges in the unit of their number, of a distribution's mean", () => {
    const range = (path: string, low: string | number, high: string | number) =>
      said({ [path]: { ...assumed, range: [low, high] } });
    expect(range("specialties.clinic.demand.volume", "10", "40")).toEqual([]);
    expect(range("specialties.clinic.demand.volume", "30", "40")[0]).toMatch(
      /^warning outside-range .* lies outside its range/,
    );
    expect(range("specialties.clinic.topics.questions.minutes.nurse", "0.05 h", "20 min")).toEqual([]);
    expect(range("specialties.clinic.topics.questions.minutes.nurse", "7 min", "20 min")[0]).toMatch(
      /^warning outside-range .*"6 min"/,
    );
    expect(range("staff.nurse.count", 1, 4)).toEqual([]);
    expect(range("staff.nurse.count", "1 h", "4 h")[0]).toMatch(/^error bad-range/);
    expect(range("specialties.clinic.topics.questions.share", 0.9, 0.1)[0]).toMatch(/^error wrong-order/);
  });

  it("has ranges for single numbers only", () => {
    const ranged = { ...assumed, range: [0, 1] };
    expect(said({ "specialties.clinic.topics": ranged })[0]).toMatch(/^error bad-range .*is not one number/);
    expect(said({ "specialties.clinic.demand.profile.hourOfDay": ranged })[0]).toMatch(/^error bad-range/);
  });

  it("must lead somewhere, also by way of a default that the file does not write", () => {
    expect(said({ "staff.nurse.absence.vacation": assumed })).toEqual([]);
    expect(said({ "staff.nurse.absense.vacation": assumed })[0]).toMatch(
      /^error unknown-path .*in staff.nurse: did you mean "absence"/,
    );
    expect(said({ "specialties.clinic.demand.growth.rate": assumed })[0]).toMatch(/^error unknown-path/);
  });

  describe("with a * in a path", () => {
    const minutes = "specialties.*.topics.*.minutes.*";

    it("has an entry for every place that is there, but not for those that an entry with fewer of them names", () => {
      const { ledger } = parsed(undefined, {
        evidence: {
          [minutes]: { ...assumed, range: ["0 min", "1 h"] },
          "specialties.clinic.topics.questions.minutes.nurse": { ...assumed, why: "its own" },
        },
      });
      const nurse = "specialties.clinic.topics.questions.minutes.nurse";
      expect(ledger.filter(({ path }) => path === nurse).map(({ why }) => why)).toEqual(["its own"]);
      expect(ledger.filter(({ why }) => why !== "its own").map(({ path }) => path)).toEqual([
        "specialties.clinic.topics.questions.minutes.triage",
        "specialties.clinic.topics.questions.minutes.physician",
        "specialties.clinic.topics.results.minutes.triage",
        "specialties.clinic.topics.results.minutes.nurse",
        "specialties.clinic.topics.results.minutes.physician",
      ]);
    });

    it("vouches for all of these, and checks the range of each", () => {
      const before = ledgerGaps(parsed());
      const after = ledgerGaps(parsed(undefined, { evidence: { [minutes]: assumed } }));
      expect(before.filter((path) => !after.includes(path))).toEqual(
        before.filter((path) => path.includes(".minutes.") && path.includes(".topics.")),
      );
      const narrow = said({ [minutes]: { ...assumed, range: ["0 min", "5 min"] } });
      expect(narrow).toHaveLength(1);
      expect(narrow[0]).toMatch(/^warning outside-range .*"6 min"/);
    });

    it("must lead somewhere", () => {
      expect(said({ "specialties.*.topics.*.minuets": assumed })[0]).toMatch(
        /^error unknown-path .*a \* stands for every name that is there/,
      );
    });

    it("is lost where a patch takes away the last thing that it could stand for", () => {
      const chaser = { probability: 0.2, after: { fixed: { value: "1 h" } } };
      const base = parsed(undefined, {
        "specialties.clinic.impatience.chaser": chaser,
        evidence: { "specialties.*.impatience.chaser.probability": assumed, "staff.*.count": assumed },
      });
      const { scenario } = patchScenario(base, { "specialties.clinic.impatience.chaser": null });
      expect(Object.keys(scenario!.document.evidence)).toEqual(["staff.*.count"]);
    });

    it("loses, with what a patch takes away, only those places", () => {
      const base = parsed(undefined, {
        evidence: { "specialties.*.otherWork.*.volume": assumed, "staff.*.count": assumed },
      });
      const { scenario } = patchScenario(base, { "specialties.clinic.otherWork.phone calls": null });
      const left = scenario?.ledger.map(({ path }) => path);
      expect(left).toEqual(
        base.ledger.map(({ path }) => path).filter((path) => !path.includes("phone calls")),
      );
      expect(left).not.toHaveLength(base.ledger.length);
    });
  });
});
