import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/scenario/index.ts";
import { isObject, type JsonValue } from "../../src/scenario/json-value.ts";
import { parsed } from "./parsed.ts";
import { smallScenario, smallText } from "./small-scenario.ts";

/** `value` with the keys of each object in an order that `next` decides. */
function shuffled(value: JsonValue, next: () => number): JsonValue {
  if (Array.isArray(value)) return value.map((inner: JsonValue) => shuffled(inner, next));
  if (!isObject(value)) return value;
  const keys = Object.keys(value)
    .map((key) => ({ key, at: next() }))
    .sort((a, b) => a.at - b.at);
  return Object.fromEntries(keys.map(({ key }) => [key, shuffled(value[key]!, next)]));
}

describe("the hash of a scenario", () => {
  it("is that of its canonical text, which parses to the same scenario", () => {
    const scenario = parsed();
    const again = parsed(scenario.canonicalText);
    expect(scenario.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(again.hash).toBe(scenario.hash);
    expect(again.clinic).toEqual(scenario.clinic);
    expect(again.canonicalText).toBe(scenario.canonicalText);
    expect(parseDocument(scenario.document as unknown as JsonValue).scenario?.hash).toBe(scenario.hash);
  });

  it("does not see the order of keys, and neither does the clinic", () => {
    const scenario = parsed();
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const other = parsed(JSON.stringify(shuffled(smallScenario(), () => numbers.next().value)));
        expect(other.hash).toBe(scenario.hash);
        expect(JSON.stringify(other.document)).toBe(JSON.stringify(scenario.document));
        expect(JSON.stringify(other.clinic)).toBe(JSON.stringify(scenario.clinic));
      }),
      { numRuns: 20 },
    );
  });

  it("does not see comments, blanks, a schema, or defaults written out", () => {
    const { hash } = parsed();
    expect(parsed(`// today\n${smallText().replaceAll(",", " , /* here */")}`).hash).toBe(hash);
    expect(parsed(JSON.stringify(smallScenario())).hash).toBe(hash);
    expect(
      parsed(undefined, { $schema: "./elsewhere.json", "run.length": "52 weeks", "staff.nurse.duties": [] })
        .hash,
    ).toBe(hash);
  });

  it("sees every other change", () => {
    const patches = [
      { "run.seed": 4 },
      { name: "Other" },
      { "staff.nurse.count": 3 },
      { "staff.nurse.reRead": "1 min" },
      { "promises.two days.risk": 0.1 },
    ];
    const hashes = [parsed(), ...patches.map((patch) => parsed(undefined, patch))].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
