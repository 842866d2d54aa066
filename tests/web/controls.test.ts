import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type JsonValue,
  parseScenario,
  patchScenario,
  type Scenario,
  starterText,
} from "../../src/scenario/index.ts";
import { withChange } from "../../src/web/controls/changes.ts";
import { type Control, writtenNumber } from "../../src/web/controls/control.ts";
import { controlsOf } from "../../src/web/controls/controls-of.ts";

const read = (text: string) => parseScenario(text).scenario!;
const rheum = read(readFileSync(new URL("../../scenarios/rheum.json", import.meta.url), "utf8"));
const controlsIn = (scenario: Scenario) =>
  controlsOf(scenario).flatMap(({ title, sections }) =>
    sections.flatMap((section) => section.controls.map((control) => ({ group: title, ...control }))),
  );

/** What a control writes when it is left as it is. */
function ownValue(control: Control): JsonValue {
  switch (control.kind) {
    case "number":
      return writtenNumber(control, control.value);
    case "switch":
      return control.value ? control.on : control.off;
    default:
      return control.value;
  }
}

describe("the controls of a scenario", () => {
  it("are there for people, shifts, inbox blocks, triage, routing, the front door and volume", () => {
    const found = controlsIn(rheum);
    const paths = found.map(({ path }) => path);
    for (const path of [
      "staff.triage-nurse.count",
      "staff.triage-nurse.shifts",
      "staff.rheumatologist.inbox",
      "policies.triage.type",
      "policies.triage.asks",
      "policies.routing.type",
      "policies.frontDoor",
      "specialties.rheumatology.demand.volume",
      'specialties.rheumatology.otherWork."phone calls".volume',
    ])
      expect(paths).toContain(path);
    const volume = found.find(({ path }) => path.endsWith("demand.volume"));
    expect(volume).toMatchObject({ kind: "number", value: 19, unit: "per 100 portal patients per month" });
    expect(volume).toMatchObject({ evidence: "Cited: A11; plausible from 10 to 40." });
    expect(found.find(({ path }) => path === "policies.triage.asks")).toMatchObject({ value: 10, unit: "%" });
  });

  it.each([
    ["rheum.json", rheum],
    ["the starter", read(starterText())],
  ])("change nothing when they write what they show: %s", (_, scenario) => {
    const patch = controlsIn(scenario).reduce(
      (changes, control) => withChange(changes, control.path, ownValue(control)),
      {},
    );
    const same = patchScenario(scenario, patch);
    expect(same.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(same.scenario!.canonicalText).toBe(scenario.canonicalText);
  });

  it("turn a front-door policy on and off, with what it needs to be on", () => {
    const fee = controlsIn(rheum).find(
      ({ label, kind }) => label === "Fee" && kind === "switch",
    ) as Control & { on: JsonValue; off: JsonValue };
    const on = patchScenario(rheum, { "policies.frontDoor": fee.on }).scenario!;
    expect(on.document.policies.frontDoor.map(({ type }) => type)).toEqual(["fee"]);
    const again = controlsIn(on).filter(({ group }) => group === "Front door");
    expect(again.some(({ path }) => path === "policies.frontDoor.0.deters")).toBe(true);
    const off = again.find(({ label, kind }) => label === "Fee" && kind === "switch") as typeof fee;
    expect(patchScenario(on, { "policies.frontDoor": off.off }).scenario!.canonicalText).toBe(
      rheum.canonicalText,
    );
  });
});

describe("changes", () => {
  it("forget what was inside a place that is changed whole, and what another policy had", () => {
    const some = { "policies.triage.asks": 0.3, "policies.frontDoor.0.fee": 1, "staff.a.count": 2 };
    expect(withChange(some, "policies.triage.type", "none")).toEqual({
      "policies.frontDoor.0.fee": 1,
      "staff.a.count": 2,
      "policies.triage.type": "none",
    });
    expect(withChange(some, "policies.frontDoor", [])).toEqual({
      "policies.triage.asks": 0.3,
      "staff.a.count": 2,
      "policies.frontDoor": [],
    });
  });

  it("keep what they are part of, and come after it", () => {
    const whole = { "policies.frontDoor": [{ type: "fee" }], "run.seed": 1 };
    expect(Object.keys(withChange(whole, "policies.frontDoor.0.deters", 0.5))).toEqual([
      "policies.frontDoor",
      "run.seed",
      "policies.frontDoor.0.deters",
    ]);
  });
});
