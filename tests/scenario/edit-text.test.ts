import { describe, expect, it } from "vitest";
import {
  editText,
  type JsonObject,
  parseScenario,
  patchBetween,
  patchScenario,
  starterText,
} from "../../src/scenario/index.ts";

const text = starterText();
const { scenario } = parseScenario(text);
const [team] = Object.keys(scenario!.document.staff);
const [specialty] = Object.keys(scenario!.document.specialties);

/** Changes of every kind: a number, a text, a list, another policy, a new thing, a thing that goes. */
const PATCHES: readonly Readonly<Record<string, unknown>>[] = [
  { [`staff.${team}.count`]: 7 },
  {
    [`specialties.${specialty}.demand.volume`]: "1 per 100 portal patients per month",
    "run.replications": 3,
  },
  { [`staff.${team}.duties`]: ["Mon 08:30-09:00", "Fri 08:30-09:00"] },
  { "policies.routing.type": "rotating-physician" },
  { "policies.routing": { type: "covering-physician", inboxes: 2 }, "policies.queue.type": "first-come" },
  { "policies.frontDoor": [{ type: "fee", deters: 0.2 }], "policies.frontDoor.0.deters": 0.3 },
  { "alternatives.another": { "run.seed": 1 } },
  { promises: {} },
  { alternatives: null },
];

describe("a scenario's text", () => {
  it.each(PATCHES)("takes a change in: %j", (patch) => {
    const edited = editText(text, patch as never);
    expect(edited.issues).toEqual([]);
    const patched = parseScenario(text, { patch: patch as never }).scenario!;
    expect(parseScenario(edited.text).scenario!.canonicalText).toBe(patched.canonicalText);
    expect(patched.canonicalText).not.toBe(scenario!.canonicalText);
  });

  it("keeps its comments, and every line that the change does not touch", () => {
    const edited = editText(text, { [`staff.${team}.count`]: 7 }).text.split("\n");
    const before = text.split("\n");
    expect(edited).toHaveLength(before.length);
    expect(edited.filter((line, i) => line !== before[i])).toHaveLength(1);
    expect(text).toContain("//");
  });

  it("stays as it is under a change that cannot be made, and says why", () => {
    const { text: same, issues } = editText(text, { "staff.nobody.count": 3 });
    expect(same).toBe(text);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([["unknown-path", "staff.nobody.count"]]);
  });

  it("stays as it is where it cannot be read", () => {
    expect(editText('{ "name": ', { name: "x" })).toEqual({ text: '{ "name": ', issues: [] });
    expect(editText("[1]", { name: "x" })).toEqual({ text: "[1]", issues: [] });
  });
});

describe("the changes between two scenarios", () => {
  it.each(PATCHES)("make the second of the first: %j", (patch) => {
    const after = patchScenario(scenario!, patch as never).scenario!;
    const between = patchBetween(
      scenario!.document as unknown as JsonObject,
      after.document as unknown as JsonObject,
    );
    expect(Object.keys(between).length).toBeGreaterThan(0);
    expect(patchScenario(scenario!, between).scenario!.canonicalText).toBe(after.canonicalText);
  });

  it("are none between a scenario and itself, and one for one number", () => {
    const before = scenario!.document as unknown as JsonObject;
    expect(patchBetween(before, before)).toEqual({});
    const after = patchScenario(scenario!, { [`staff.${team}.count`]: 7 }).scenario!.document;
    expect(patchBetween(before, after as unknown as JsonObject)).toEqual({ [`staff.${team}.count`]: 7 });
  });
});
