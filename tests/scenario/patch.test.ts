import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import {
  type JsonObject,
  type JsonValue,
  type Patch,
  parseSetFlag,
  patchDocument,
  patchScenario,
} from "../../src/scenario/index.ts";
import { parsed, saidOf } from "./parsed.ts";
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
      '"staff.nurse.shifts" has no entry "7": it has 1, counted from 0; a whole one more may be added as 1',
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

  it("chooses a policy of a specialty's own, or a team's, where it had none", () => {
    const { scenario } = patchScenario(parsed(), {
      "specialties.clinic.policies.routing.type": "own-then-pool",
      "specialties.clinic.policies.routing.after": "4 h",
      "staff.nurse.queue.type": "batch",
    });
    expect(scenario?.document.specialties.clinic?.policies).toEqual({
      routing: { type: "own-then-pool", after: "4 h" },
    });
    expect(scenario?.clinic.specialties[0]?.policies).toEqual({
      routing: { type: "own-then-pool", after: 240 },
    });
    expect(scenario?.clinic.policies.routing).toEqual({ type: "own-physician" });
    expect(scenario?.clinic.teams.map(({ queue }) => queue)).toEqual([
      { type: "batch", times: [540, 780], order: "first-come" },
      undefined,
    ]);
  });

  it("reaches a parameter of the policy that holds where the file chooses none", () => {
    expect(parsed(undefined, { "policies.triage.asks": 0.3 }).clinic.policies.triage).toMatchObject({
      type: "nurse-first",
      asks: 0.3,
    });
    expect(saidOf(undefined, { "specialties.clinic.policies.triage.asks": 0.3 }).join()).toMatch(
      /policies\.triage\.type: "type" is missing \(add it, as one of "nurse-first"/,
    );
    expect(saidOf(undefined, { "policies.routing.after": "4 h" }).join()).toContain(
      'of type "own-physician" it has none; set "type" to "own-then-pool" first',
    );
  });

  it("changes, exchanges and adds entries of a list", () => {
    const fee = { type: "fee", deters: 0.1 };
    const base = parsed(undefined, { "policies.frontDoor": [fee] });
    const doors = (patch: Patch) => patchScenario(base, patch).scenario?.clinic.policies.frontDoor;
    const [first] = doors({})!;
    expect(doors({ "policies.frontDoor.0.deters": 0.2 })).toEqual([{ ...first, deters: 0.2 }]);
    expect(doors({ "policies.frontDoor.0.type": "thanks-filter" })).toEqual([
      { type: "thanks-filter", catches: 1, falseAlarm: 0 },
    ]);
    expect(doors({ "policies.frontDoor.1": { type: "length-limit" } })).toEqual([
      first,
      { type: "length-limit", affects: 0.08, saves: 0 },
    ]);
    expect(doors({ "policies.frontDoor": null })).toEqual([]);
    const refused = (patch: Patch) =>
      patchScenario(base, patch).issues.map(({ code, path }) => `${code} ${path}`);
    expect(refused({ "policies.frontDoor.2": fee })).toEqual(["unknown-path policies.frontDoor.2"]);
    expect(refused({ "policies.frontDoor.0": null })).toEqual(["unknown-value policies.frontDoor.0"]);
    expect(refused({ "policies.frontDoor.1": fee })).toEqual(["same-type policies.frontDoor.1.type"]);
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
      codes(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`alternatives.a${i}`, {}]))),
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
