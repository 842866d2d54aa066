import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument, parseScenario } from "../../src/scenario/index.ts";
import { isObject, type JsonValue } from "../../src/scenario/json-value.ts";
import { smallScenario, smallText } from "./small-scenario.ts";
import { wholeScenario } from "./whole-scenario.ts";

/** Every place in a value, as a path. */
function placesIn(value: JsonValue, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner =
    isObject(value) || Array.isArray(value) ? Object.entries(value as Record<string, JsonValue>) : [];
  return [path, ...inner.flatMap(([key, child]) => placesIn(child, [...path, key]))];
}

function withChange(
  value: JsonValue,
  path: readonly string[],
  change: JsonValue | undefined,
): JsonValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return change;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    JsonValue | undefined
  >;
  copy[key] = withChange((value as Record<string, JsonValue>)[key]!, rest, change);
  if (copy[key] === undefined) delete copy[key];
  return copy as JsonValue;
}

const nearMiss = fc.constantFrom<JsonValue | undefined>(
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  "",
  "8 min",
  "-1 min",
  "1e999 min",
  "Mon-Fri 08:00-17:00",
  "2026-02-29",
  "nurse",
  "55 CAD",
  [],
  {},
  [1],
  { type: "none" },
  { type: "batch" },
  [{ type: "fee", deters: 0.5, calls: 1 }],
  "clinic",
  "refills",
  "resident",
  "Ann",
  "until empty",
  "24:00",
  "2 business days",
  "30 per business day",
  "0.3 per patient per year",
  "2026-07-17 to 2026-07-06",
  { fixed: { value: "1 min" } },
  { uniform: { min: "2 min", max: "1 min" } },
  "end of business day 0",
  "10% per year",
  { mean: "1 min" },
);

describe("no file", () => {
  it.each([
    ["small", smallScenario()],
    ["whole", wholeScenario()],
  ])("makes the parser throw when one or two places in a %s one are something else", (_, base) => {
    const place = fc.constantFrom(...placesIn(base));
    const value = fc.oneof(
      { weight: 3, arbitrary: nearMiss },
      { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<JsonValue> },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 2 }), (changes) => {
        const changed = changes.reduce<JsonValue>((document, [path, change]) => {
          try {
            return withChange(document, path, change) ?? {};
          } catch {
            return document; // the second place went with the first
          }
        }, base);
        const { scenario, issues } = parseDocument(changed);
        const faults = issues.filter(({ severity }) => severity === "error");
        expect(scenario === undefined).toBe(faults.length > 0);
        for (const { message } of issues) expect(message).toMatch(/^\S.*\S$/);
      }),
      { numRuns: 400, seed: 2026 },
    );
  });

  it("makes the parser throw when characters of it are lost or changed", () => {
    const text = smallText();
    const edit = fc.tuple(fc.nat(text.length), fc.nat(6), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const changed = edits.reduce(
          (now, [at, gone, put]) => now.slice(0, at) + put + now.slice(at + gone),
          text,
        );
        const { scenario, issues } = parseScenario(changed);
        expect(scenario === undefined).toBe(issues.some(({ severity }) => severity === "error"));
      }),
      { numRuns: 300, seed: 2026 },
    );
  });
});
