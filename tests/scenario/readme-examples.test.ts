import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/scenario/index.ts";
import { isObject } from "../../src/scenario/json-value.ts";
import { parsed } from "./parsed.ts";

/** The clinic that the examples of `scenarios/README.md` are parts of. */
const CLINIC: JsonObject = {
  name: "Rheumatology",
  run: { start: "2026-01-05" },
  specialties: {
    rheumatology: {
      patients: 4800,
      portalShare: 0.47,
      demand: { volume: "19 per 100 portal patients per month", counts: "all patient messages" },
      topics: {
        medication: topic(0.35),
        "flare or symptoms": topic(0.26),
        "results and tests": topic(0.23),
        "appointments and forms": topic(0.16),
      },
      otherWork: {
        "phone calls": {
          volume: "13 per business day",
          team: "triage-nurse",
          minutes: { exponential: { mean: "8 min" } },
          interrupts: "messages",
        },
      },
    },
  },
  staff: {
    "triage-nurse": {
      role: "nurse",
      count: 3,
      serves: ["rheumatology"],
      shifts: ["Mon-Fri 08:30-16:30 except 12:00-12:30"],
    },
    rheumatologist: {
      role: "physician",
      count: 4,
      serves: ["rheumatology"],
      inbox: ["Mon-Fri 12:00-13:00", "Mon-Fri 16:00-17:00"],
    },
  },
  promises: { "two days": { within: "end of business day 2" } },
};

function topic(share: number): JsonObject {
  return {
    share,
    lowestRole: { nurse: 0.6, physician: 0.4 },
    minutes: {
      triage: { exponential: { mean: "1 min" } },
      nurse: { exponential: { mean: "4 min" } },
      physician: { exponential: { mean: "3 min" } },
    },
  };
}

/** An object with another's keys put into it, deeply; lists and policies are replaced whole. */
function merged(one: JsonValue | undefined, other: JsonValue): JsonValue {
  if (!isObject(one) || !isObject(other) || Object.hasOwn(other, "type")) return other;
  const keys = Object.entries(other).map(([key, value]) => [key, merged(one[key], value)]);
  return { ...one, ...Object.fromEntries(keys) };
}

const readme = readFileSync(new URL("../../scenarios/README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/^## ([^\n]+)\n\n```json\n(.*?)```/gms)].map(
  ([, title, json]) => [title!, json!] as const,
);

describe("the examples of scenarios/README.md", () => {
  it("are all that is written there as JSON, a section each", () => {
    expect(examples.length).toBe(readme.split("```json").length - 1);
    expect(examples.length).toBeGreaterThanOrEqual(10);
  });

  it.each(examples)("%s is part of a clinic without faults or warnings", (_, json) => {
    const example = JSON.parse(`{${json}}`) as JsonObject;
    const { canonicalText, warnings } = parsed(JSON.stringify(merged(CLINIC, example)));
    expect(warnings.filter(({ code }) => !code.startsWith("overload"))).toEqual([]);
    expect(canonicalText).not.toBe(parsed(JSON.stringify(CLINIC)).canonicalText);
  });
});
