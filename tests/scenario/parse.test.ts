import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/index.ts";
import { parsed, saidOf } from "./parsed.ts";
import { smallText } from "./small-scenario.ts";

/** Every part of the format once, as a planner would write it, comments and a trailing comma included. */
const WHOLE = `{
  "$schema": "./scenario.schema.json",
  "name": "Rheumatology: today", // a comment
  "calendar": { "timeZone": "America/Toronto", "holidays": "CA-ON", "extraClosed": ["2026-12-24"], "open": ["Mon-Fri 08:00-17:00"] },
  "run": { "start": "2026-01-05", "warmUp": "6 weeks", "length": "52 weeks", "runOut": "2 weeks", "seed": 2026, "replications": 30 },
  "specialties": {
    "rheumatology": {
      "patients": 4800, "portalShare": 0.47,
      "demand": {
        "volume": "19 per 100 portal patients per month", "counts": "all patient messages",
        "patientHeterogeneity": { "shape": 0.13, "panel": "redrawn" },
        "dayFactor": { "cv": 0.15 },
        "growth": { "rate": "10% per year", "from": "2026-01-05" },
        "timeline": [{ "from": "2026-03-01", "to": "2026-06-30", "factor": 1.25, "why": "results released at once" }],
        "profile": { "hourOfDay": [0,0,0,0,0,0,1,2,3,4,4,3,2,2,2,2,2,2,1,1,1,1,0,0], "dayOfWeek": [5,4,4,4,4,1,1] } },
      "topics": {
        "medication": { "share": 1, "urgent": 0.02, "lowestRole": { "clerk": 0.1, "nurse": 0.6, "physician": 0.3 }, "needsVisit": 0.05,
                        "followUp": { "probability": 0.3, "delay": { "lognormal": { "mean": "9 h", "sd": "14 h" } } },
                        "minutes": { "triage": { "lognormal": { "mean": "2 min", "sd": "1.5 min" } },
                                     "nurse": { "lognormal": { "mean": "5 min", "sd": "4 min" } },
                                     "physician": { "mixture": { "parts": [{ "weight": 3, "distribution": { "lognormal": { "mean": "4 min", "sd": "3 min" } } },
                                                                           { "weight": 1, "distribution": { "truncated": { "distribution": { "exponential": { "mean": "0.2 h" } }, "max": "1 h" } } }] } } } } },
      "otherWork": {
        "phone calls": { "volume": "13 per business day", "team": "triage-nurse", "minutes": { "lognormal": { "mean": "13 min", "sd": "8 min" } }, "interrupts": "messages", "patience": { "fixed": { "value": "5 min" } } },
        "results, refills, staff mail": { "volume": "18 per physician per business day", "team": "rheumatologist", "minutes": { "exponential": { "mean": "1.2 min" } } } } } },
  "staff": {
    "triage-nurse":   { "role": "nurse", "count": 1, "serves": ["rheumatology"], "shifts": ["Mon-Fri 08:30-16:30 except 12:00-12:30"], "duties": ["Tue,Thu 13:00-15:00"],
                        "absence": { "vacation": "4 weeks per year", "sick": "8 days per year", "cover": "none" }, "costPerHour": "55 CAD" },
    "rheumatologist": { "role": "physician", "count": 4, "serves": ["rheumatology"], "clinic": ["Mon-Wed 09:00-12:00", "Mon-Wed 13:00-16:00"],
                        "inbox": ["Mon-Fri 12:30-13:00", "Mon-Wed 16:00-16:30"], "absence": { "vacation": "6 weeks per year", "cover": "buddy" },
                        "evenings": [{ "days": "Mon-Thu,Sun", "from": "19:00", "upTo": "45 min", "probability": 0.6 }], "costPerHour": "180 CAD" } },
  "policies": { "frontDoor": [], "triage": { "type": "nurse-first" }, "routing": { "type": "own-physician" },
                "queue": { "type": "urgent-first" }, "closeThreadAfter": "30 days" },
  "promises": { "reply in two business days": { "of": "every patient message that needs a reply", "within": "end of business day 2", "target": 0.9,
                                                "per": "month", "risk": 0.05 } },
  "alternatives": { "cover the nurse's leave": { "staff.triage-nurse.absence.cover": "float" },
                    "one more nurse": { "staff.triage-nurse.count": 2 },
                    "inbox physician of the day": { "policies.routing": { "type": "rotating-physician" } } },
  "evidence": { "specialties.rheumatology.demand.volume": { "grade": "cited", "source": "A11", "range": ["10", "40"], "shape": "triangular" },
                "staff.rheumatologist.evenings.0.upTo": { "grade": "assumed", "why": "ask them", "range": ["0 min", "120 min"] } },
}`;

describe("a scenario file", () => {
  it("becomes a clinic in minutes and shares", () => {
    const { clinic } = parsed(WHOLE);
    const nurse = [
      { from: 510, to: 720 },
      { from: 750, to: 990 },
    ];
    const noon = [{ from: 750, to: 780 }];
    expect(clinic.run).toEqual({
      start: "2026-01-05",
      warmUpDays: 42,
      lengthDays: 364,
      runOutDays: 14,
      seed: 2026,
      replications: 30,
    });
    expect(clinic.calendar.patientSleep).toEqual({ from: 1320, to: 420 });
    expect(clinic.calendar.closedDates).toContain("2026-12-24");
    expect(clinic.calendar.closedDates).toContain("2026-12-28");
    expect(clinic.calendar.closedDates).toContain("2027-02-15");
    expect(clinic.teams.map(({ name }) => name)).toEqual(["rheumatologist", "triage-nurse"]);
    expect(clinic.teams[1]).toEqual({
      name: "triage-nurse",
      role: "nurse",
      count: 1,
      serves: [0],
      stages: ["triage", "reply"],
      shifts: [nurse, nurse, nurse, nurse, nurse, [], []],
      duties: [[], [{ from: 780, to: 900 }], [], [{ from: 780, to: 900 }], [], [], []],
      datedDuties: [],
      clinic: [[], [], [], [], [], [], []],
      evenings: [],
      people: [],
      speed: 1,
      coSignature: { share: 1, effort: 0.3 },
      handovers: [],
      absence: { vacationWeeks: 4, vacationStretch: 1, sickDays: 8, cover: "none" },
      endOfHours: "finish",
      reRead: 0,
      costPerHour: 55,
      currency: "CAD",
      costBasis: "posts",
      fullTime: 2250,
    });
    const evening = [noon[0], { from: 960, to: 990 }];
    expect(clinic.teams[0]).toMatchObject({
      inbox: [evening, evening, evening, noon, noon, [], []],
      evenings: [
        {
          days: [true, true, true, true, false, false, true],
          from: 1140,
          upTo: 45,
          probability: 0.6,
        },
      ],
    });
    expect(clinic.specialties[0]!.otherWork).toMatchObject([
      {
        name: "phone calls",
        team: 1,
        perBusinessDay: 13,
        perPerson: false,
        interrupts: true,
        patience: { type: "fixed", value: 5 },
      },
      {
        name: "results, refills, staff mail",
        team: 0,
        perBusinessDay: 18,
        perPerson: true,
        interrupts: false,
        order: "with messages",
      },
    ]);
    expect(clinic.specialties[0]!.topics[0]!.minutes.physician).toEqual({
      type: "mixture",
      parts: [
        { weight: 3, distribution: { type: "lognormal", mean: 4, sd: 3 } },
        {
          weight: 1,
          distribution: { type: "truncated", distribution: { type: "exponential", mean: 12 }, max: 60 },
        },
      ],
    });
    expect(clinic.specialties[0]!.demand.growth).toEqual({ ratePerYear: 0.1, from: "2026-01-05" });
    expect(clinic.policies).toEqual({
      frontDoor: [],
      flag: { type: "none" },
      sorting: { type: "none" },
      triage: {
        type: "nurse-first",
        asks: 0,
        askEffort: 1,
        bounces: 0,
        bounceEffort: 0.25,
        prepare: { type: "fixed", value: 0 },
        saves: 0,
        sensitivity: 1,
        specificity: 1,
      },
      protocol: { type: "none" },
      conversion: { type: "none" },
      drafts: { type: "none" },
      routing: { type: "own-physician" },
      queue: { type: "urgent-first" },
      closeThreadAfter: 43_200,
      billing: { type: "unpaid" },
    });
    expect(clinic.promises).toEqual([
      {
        name: "reply in two business days",
        of: "every patient message that needs a reply",
        within: { clock: "business-day-end", days: 2 },
        starts: "when sent",
        target: 0.9,
        risk: 0.05,
      },
    ]);
  });

  it("gives people hours of their own, and everybody duties on dates", () => {
    const { clinic } = parsed(undefined, {
      "staff.nurse.duties": [
        "Mon 09:00-10:00",
        "2026-03-02 to 2026-03-13 09:00-10:00, 11:00-12:00",
        "2026-05-04 09:00-12:00",
      ],
      "staff.nurse.people": {
        "Bo (3 days)": { shifts: ["Mon-Wed 09:00-15:00"], duties: [] },
        Ann: { inbox: ["Fri 09:00-10:00"] },
      },
    });
    const nurses = clinic.teams.find(({ name }) => name === "nurse")!;
    const [ann, bo] = nurses.people;
    expect(nurses.people.map(({ name }) => name)).toEqual(["Ann", "Bo (3 days)"]);
    expect(nurses.duties[0]).toEqual([{ from: 540, to: 600 }]);
    expect(nurses.datedDuties).toEqual([
      {
        from: "2026-03-02",
        to: "2026-03-13",
        hours: [
          { from: 540, to: 600 },
          { from: 660, to: 720 },
        ],
      },
      { from: "2026-05-04", to: "2026-05-04", hours: [{ from: 540, to: 720 }] },
    ]);
    expect(ann).toMatchObject({
      shifts: nurses.shifts,
      datedDuties: nurses.datedDuties,
      inbox: [[], [], [], [], [{ from: 540, to: 600 }], [], []],
    });
    expect(bo).toMatchObject({
      datedDuties: [],
      shifts: [[{ from: 540, to: 900 }], [{ from: 540, to: 900 }], [{ from: 540, to: 900 }], [], [], [], []],
    });
  });

  it("has the same rate for a volume of all patients together", () => {
    const each = parsed().clinic.specialties[0]!.demand.rate;
    const together = parsed(undefined, { "specialties.clinic.demand.volume": "100 per month" }).clinic
      .specialties[0]!.demand.rate;
    expect(together).toBeCloseTo(each, 15);
  });

  it("comes back frozen, with every default filled in", () => {
    const { document, clinic, warnings } = parsed();
    expect(document.staff.nurse).toMatchObject({
      reRead: "0 min",
      absence: { cover: "none" },
      costBasis: "posts",
    });
    expect(document.policies.triage).toMatchObject({
      type: "nurse-first",
      prepare: { fixed: { value: "0 min" } },
    });
    for (const part of [document, document.staff.nurse!.shifts, clinic, clinic.teams[0]!.absence, warnings])
      expect(part).toSatisfy(Object.isFrozen);
  });

  it("is told every fault at once, from the top, each with its place", () => {
    const broken = smallText()
      .replace('"patients": 1000', '"patients": "many"')
      .replace('"share": 0.25', '"share": 0.5')
      .replace('"count": 2', '"cuont": 2');
    expect(saidOf(broken)).toEqual([
      'error wrong-type at 9:19 specialties.clinic.patients: expected a number, not "many"',
      "error shares-sum at 15:17 specialties.clinic.topics: the topics' shares sum to 1.25, not to 1 (0.25 is too much)",
      'error unknown-key at 82:7 staff.physician.cuont: "cuont" is not a key here (did you mean "count"?)',
    ]);
  });

  it("names no line for what a patch brought", () => {
    const { issues } = parseScenario(smallText(), { patch: { "staff.nurse.count": -1 } });
    expect(issues).toEqual([
      { code: "out-of-range", path: "staff.nurse.count", message: "-1 is below 0", severity: "error" },
    ]);
  });

  it("is not kept back by warnings", () => {
    const { scenario, issues } = parseScenario(smallText(), { patch: { "run.replications": 3 } });
    expect(scenario?.warnings).toEqual(issues);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([["few-replications", "warning"]]);
  });
});
