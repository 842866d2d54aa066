import { describe, expect, it } from "vitest";
import { parseVary, uncertainInputs } from "../../../src/experiment/index.ts";
import { type JsonObject, patchScenario } from "../../../src/scenario/index.ts";
import { parsed } from "../../scenario/parsed.ts";

const why = { grade: "assumed", why: "as seen" };
const with_ = (evidence: JsonObject) => parsed(undefined, { evidence });
const factor = (text: string) => parseVary(text, () => undefined);

describe("uncertain inputs", () => {
  it("come from the ledger's ranges, in its order, each with who vouches for it", () => {
    const { inputs } = uncertainInputs(
      with_({
        "specialties.clinic.portalShare": { grade: "cited", source: "A46", range: [0.3, 0.6] },
        "staff.nurse.speed": { ...why, range: [0.7, 1.4], shape: "uniform" },
        "staff.nurse.absence": why,
      }),
    );
    expect(inputs).toEqual([
      {
        path: "specialties.clinic.portalShare",
        grade: "cited",
        places: ["specialties.clinic.portalShare"],
        range: { kind: "number", low: 0.3, high: 0.6, written: 0.5, unit: "", shape: "triangular" },
      },
      {
        path: "staff.nurse.speed",
        grade: "assumed",
        places: ["staff.nurse.speed"],
        range: { kind: "number", low: 0.7, high: 1.4, written: 1, unit: "", shape: "uniform" },
      },
    ]);
  });

  it("move all the places that a * stands for, each within the range from where it is, distributions by their mean alone", () => {
    const inputs = uncertainInputs(
      with_({ "specialties.*.topics.*.minutes.nurse": { ...why, range: ["2 min", "720 s"] } }),
    );
    const of = (u: number) =>
      ["results", "questions"].map(
        (topic) => inputs.patchAt([u])[`specialties.clinic.topics.${topic}.minutes.nurse`],
      );
    expect(of(0)).toEqual([
      { exponential: { mean: "2 min" } },
      { lognormal: { mean: "2 min", sd: `${(4 * 2) / 6} min` } },
    ]);
    expect(of(1)).toEqual([
      { exponential: { mean: "12 min" } },
      { lognormal: { mean: "12 min", sd: "8 min" } },
    ]);
    // Each triangle has its mode where the topic is: at 4 and at 6 minutes.
    expect(of(0.2)[0]).toEqual({ exponential: { mean: `${2 + Math.sqrt(0.2 * 10 * 2)} min` } });
    expect(inputs.valueAt(0, 1)).toBe(12);
  });

  it("are written in the unit that the scenario has, whatever the range has, and whole where they must be", () => {
    const scenario = with_({
      "specialties.clinic.demand.volume": { ...why, range: ["10", "40"], shape: "uniform" },
      "staff.nurse.absence.vacationStretch": { ...why, range: ["7 days", "3 weeks"], shape: "uniform" },
      "specialties.clinic.openingBacklog.messages": { ...why, range: [0, 2], shape: "uniform" },
    });
    const inputs = uncertainInputs(scenario);
    expect(inputs.inputs.map(({ range }) => range.kind === "number" && range.unit)).toEqual([
      "per 100 portal patients per month",
      "",
      "week",
    ]);
    expect(inputs.patchAt([undefined, undefined, 0.5])).toEqual({
      "staff.nurse.absence.vacationStretch": "2 week",
    });
    expect(inputs.patchAt([0.5])).toEqual({
      "specialties.clinic.demand.volume": "25 per 100 portal patients per month",
    });
    const counts = [0, 0, 0];
    for (let i = 0; i < 300; i++) counts[inputs.valueAt(1, (i + 0.5) / 300) as number]! += 1;
    expect(counts).toEqual([100, 100, 100]);
  });

  it("keep the sum of shares, and give an entry for several of a sum an input for each", () => {
    const inputs = uncertainInputs(
      with_({ "specialties.*.topics.*.share": { ...why, range: [0.1, 0.9], shape: "uniform" } }),
    );
    expect(inputs.inputs.map(({ path }) => path)).toEqual([
      "specialties.*.topics.questions.share",
      "specialties.*.topics.results.share",
    ]);
    const shares = (u: readonly (number | undefined)[]) => Object.values(inputs.patchAt(u)) as number[];
    expect(shares([0.5])).toEqual([0.5, 0.5]);
    // Odds of 3 times 9 / 3 for the one, and of the other 9 / (1 / 3) against it.
    expect(shares([1, 1])).toEqual([0.25, 0.75]);
    for (const u of [0, 0.3, 1]) expect(shares([u, 0.2])[0]! + shares([u, 0.2])[1]!).toBeCloseTo(1, 5);
  });

  it("leave out what is decided and not measured, unless it is asked for", () => {
    const scenario = with_({
      "staff.nurse.count": { ...why, range: [1, 3] },
      "promises.two days.target": { ...why, range: [0.8, 0.95] },
      "staff.nurse.speed": { ...why, range: [0.7, 1.4] },
    });
    const { inputs, leftOut } = uncertainInputs(scenario);
    expect(inputs.map(({ path }) => path)).toEqual(["staff.nurse.speed"]);
    expect(leftOut.map(({ path }) => path)).toEqual(['promises."two days".target', "staff.nurse.count"]);
    const only = uncertainInputs(scenario, { only: ["staff"] });
    expect(only.inputs.map(({ path }) => path)).toEqual(["staff.nurse.count", "staff.nurse.speed"]);
    const except = uncertainInputs(scenario, { only: ["staff"], except: ["staff.*.speed"] });
    expect(except.inputs.map(({ path }) => path)).toEqual(["staff.nurse.count"]);
  });

  it("may be given, as spans and as choices, instead of the ledger's", () => {
    const scenario = with_({ "staff.nurse.speed": { ...why, range: [0.7, 1.4] } });
    const request = {
      factors: [factor("policies.triage.type=none,nurse-first"), factor("specialties.*.patients=800:1200")],
    };
    expect(uncertainInputs(scenario, request).inputs).toEqual([
      {
        path: "policies.triage.type",
        grade: "given",
        places: ["policies.triage.type"],
        range: { kind: "choice", values: ["none", "nurse-first"], written: 1 },
      },
      {
        path: "specialties.*.patients",
        grade: "given",
        places: ["specialties.clinic.patients"],
        range: { kind: "number", low: 800, high: 1200, written: 1000, unit: "", shape: "uniform" },
      },
    ]);
    const both = uncertainInputs(scenario, { ...request, only: ["staff"] });
    expect(both.inputs.map(({ path }) => path)).toContain("staff.nurse.speed");
  });

  it("do not change what a chosen policy has no place for", () => {
    const scenario = with_({ "policies.triage.asks": { ...why, range: [0, 0.7] } });
    const inputs = uncertainInputs(scenario, {
      factors: [factor("policies.triage.type=none,nurse-first")],
      only: ["policies"],
    });
    expect(inputs.patchAt([0, 0.5])).toEqual({ "policies.triage.type": "none" });
    expect(Object.keys(inputs.patchAt([1, 0.5]))).toEqual(["policies.triage.type", "policies.triage.asks"]);
    for (const u of [0, 1]) expect(patchScenario(scenario, inputs.patchAt([u, 0.5])).scenario).toBeDefined();
  });

  it("say all that is wrong with what was asked", () => {
    const scenario = with_({ "staff.nurse.absence.sick": { ...why, range: ["0", "9"], shape: "lognormal" } });
    const faults = (request: Parameters<typeof uncertainInputs>[1]) => {
      try {
        return uncertainInputs(scenario, request);
      } catch (error) {
        return (error as { issues: { path: string; message: string }[] }).issues.map(
          ({ path, message }) => `${path}: ${message}`,
        );
      }
    };
    expect(
      faults({
        only: ["staff.nurze"],
        factors: [
          factor("staff.nurse.role=1:2"),
          factor("staff.nurse.speed=1:2"),
          factor("staff.*.speed=1:3"),
        ],
      }),
    ).toEqual([
      'evidence."staff.nurse.absence.sick".range: a lognormal range cannot begin at 0',
      "--factor staff.nurse.role: staff.nurse.role has no one number, so it has no span",
      '--only: no range in the ledger is under "staff.nurze"',
      'staff.*.speed: staff.nurse.speed is moved by "staff.nurse.speed" too',
    ]);
    expect(() => uncertainInputs(with_({}))).toThrow("the scenario's ledger has no ranges");
  });
});
