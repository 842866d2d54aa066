import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import {
  type JsonObject,
  type JsonValue,
  parseSetFlag,
  patchDocument,
  patchScenario,
} from "../../src/scenario/index.ts";
import { parsed } from "./parsed.ts";
import { smallScenario } from "./small-scenario.ts";

const at = (document: JsonObject, ...path: string[]) =>
  path.reduce<JsonValue | undefined>((here, key) => (here as JsonObject | undefined)?.[key], document);

describe("a patch", () => {
  it("changes what its paths name, in a copy", () => {
    const document = smallScenario();
    const before = JSON.stringify(document);
    const { document: changed, issues } = patchDocument(document, {
      "staff.nurse.count": 5,
      'specialties.clinic.otherWork."phone calls".volume': "9 per business day",
      "staff.nurse.shifts.0": "Mon-Fri 08:00-12:00",
    });
    expect(issues).toEqual([]);
    expect(at(changed, "staff", "nurse", "count")).toBe(5);
    expect(at(changed, "staff", "nurse", "shifts")).toEqual(["Mon-Fri 08:00-12:00"]);
    expect(at(changed, "specialties", "clinic", "otherWork", "phone calls", "volume")).toBe(
      "9 per business day",
    );
    expect(JSON.stringify(document)).toBe(before);
  });

  it("reaches keys that the file leaves to their defaults", () => {
    const { document, issues } = patchDocument(smallScenario(), {
      "staff.nurse.absence.cover": "float",
      "policies.queue.type": "urgent-first",
    });
    expect(issues).toEqual([]);
    expect(at(document, "staff", "nurse", "absence")).toEqual({ cover: "float" });
    expect(at(document, "policies", "queue")).toEqual({ type: "urgent-first" });
  });

  it("takes a key away with null, so that its default holds again", () => {
    const { document } = patchDocument(smallScenario(), {
      "staff.nurse.shifts": null,
      "promises.two days": null,
    });
    expect(at(document, "staff", "nurse")).not.toHaveProperty("shifts");
    expect(document.promises).toEqual({});
  });

  it("adds a whole thing under a new name, but no part of one", () => {
    const team = { role: "nurse", count: 1, serves: ["clinic"], shifts: ["Mon-Fri 09:00-12:00"] };
    expect(patchDocument(smallScenario(), { "staff.float": team }).issues).toEqual([]);
    expect(patchDocument(smallScenario(), { "staff.nures.count": 3 }).issues).toMatchObject([
      {
        code: "unknown-path",
        path: "staff.nures.count",
        message: '"staff" has no "nures"',
        hint: 'did you mean "nurse"?',
      },
    ]);
    expect(patchDocument(smallScenario(), { "staff.float": 3 }).issues).toMatchObject([
      { code: "unknown-path" },
    ]);
  });

  it("says where a path goes wrong", () => {
    const said = (path: string) =>
      patchDocument(smallScenario(), { [path]: 1 }).issues.map(({ message, hint }) => `${message}: ${hint}`);
    expect(said("run.lenght")).toEqual(['"run" has no "lenght": did you mean "length"?']);
    expect(said("staf.nurse.count")).toEqual(['a scenario has no "staf": did you mean "staff"?']);
    expect(said("staff.nurse.count.more")).toEqual([
      '"staff.nurse.count" has no parts, so no "more": undefined',
    ]);
    expect(said("staff.nurse.shifts.7")).toEqual([
      '"staff.nurse.shifts" has no entry "7": it has 1, counted from 0',
    ]);
    expect(said("staff..count")[0]).toMatch(/is not a path/);
    expect(said("staff.__proto__.count")[0]).toMatch(/is not a path/);
  });

  it("starts a policy afresh when its type changes", () => {
    const nurseFirst = parsed(undefined, { "policies.triage": { type: "nurse-first", asks: 0.2 } });
    const { scenario } = patchScenario(nurseFirst, { "policies.triage.type": "none" });
    expect(scenario?.document.policies.triage).toEqual({ type: "none" });
    expect(patchScenario(nurseFirst, { "policies.triage.type": "nurse-first" }).scenario?.hash).toBe(
      nurseFirst.hash,
    );
  });

  it("drops the evidence of what it takes away, and no other", () => {
    const why = { grade: "assumed", why: "as seen" };
    const base = parsed(undefined, {
      evidence: {
        "policies.triage.asks": why,
        "specialties.clinic.otherWork.phone calls.volume": why,
        "staff.nurse.count": why,
      },
    });
    const left = (patch: Record<string, JsonValue>) =>
      patchScenario(base, patch).scenario?.ledger.map(({ path }) => path);
    expect(left({ "policies.triage.type": "none" })).toEqual([
      'specialties.clinic.otherWork."phone calls".volume',
      "staff.nurse.count",
    ]);
    expect(left({ "specialties.clinic.otherWork.phone calls": null })).toEqual([
      "policies.triage.asks",
      "staff.nurse.count",
    ]);
  });

  it("never writes into its input, whatever it is", () => {
    const document = smallScenario();
    const before = JSON.stringify(document);
    const path = fc.oneof(
      fc.constantFrom(
        "staff.nurse.count",
        "staff.nurse",
        "run",
        "policies.triage.type",
        "specialties.clinic.topics",
        "staff.nurse.shifts.0",
        "evidence",
        "alternatives",
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(path, fc.jsonValue() as fc.Arbitrary<JsonValue>, { maxKeys: 4 }), (patch) => {
        patchDocument(document, patch);
        expect(JSON.stringify(document)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same scenario from the file as from the document with its defaults", () => {
    for (const patch of [
      { "staff.nurse.count": 4 },
      { "run.length": null },
      { "policies.triage.type": "none" },
    ]) {
      expect(patchScenario(parsed(), patch).scenario?.hash).toBe(parsed(undefined, patch).hash);
    }
  });

  it("refuses what is not JSON, and too much of it", () => {
    const codes = (patch: Record<string, unknown>) =>
      patchDocument(smallScenario(), patch as Record<string, JsonValue>).issues.map(({ code }) => code);
    expect(codes({ "staff.nurse.count": Number.NaN })).toEqual(["not-finite"]);
    expect(codes({ "staff.nurse.count": () => 1 })).toEqual(["wrong-type"]);
    expect(codes({ staff: JSON.parse('{"__proto__": {}}') })).toEqual(["forbidden-key"]);
    expect(codes({ "run.seed": JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`) })).toEqual(["too-deep"]);
    expect(
      codes(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`alternatives.a${i}`, {}]))),
    ).toEqual(["too-large"]);
  });
});

describe("--set", () => {
  it("takes JSON where it is JSON, and text elsewhere", () => {
    expect(parseSetFlag("staff.triage-nurse.count=2")).toEqual({ "staff.triage-nurse.count": 2 });
    expect(parseSetFlag("run.warmUp = 4 weeks")).toEqual({ "run.warmUp": "4 weeks" });
    expect(parseSetFlag('staff.nurse.shifts=["Mon 09:00-12:00"]')).toEqual({
      "staff.nurse.shifts": ["Mon 09:00-12:00"],
    });
    expect(parseSetFlag("staff.nurse.evenings=null")).toEqual({ "staff.nurse.evenings": null });
    expect(parseSetFlag('promises."a=b".target=0.8')).toEqual({ 'promises."a=b".target': 0.8 });
    expect(parseSetFlag("name=x=y")).toEqual({ name: "x=y" });
  });

  it("needs a path and an equals sign", () => {
    expect(() => parseSetFlag("staff.nurse.count")).toThrow(InputError);
    expect(() => parseSetFlag("=2")).toThrow(InputError);
  });
});
