import { describe, expect, it } from "vitest";
import {
  billingPolicies,
  conversionPolicies,
  draftPolicies,
  flagPolicies,
  frontDoorPolicies,
  protocolPolicies,
  queuePolicies,
  routingPolicies,
  sortingPolicies,
  triagePolicies,
} from "../../src/model/index.ts";
import { patchDocument } from "../../src/scenario/index.ts";
import { scenarioOf, shipped } from "./shipped-scenarios.ts";

const SEAMS = {
  frontDoor: frontDoorPolicies,
  flag: flagPolicies,
  sorting: sortingPolicies,
  triage: triagePolicies,
  protocol: protocolPolicies,
  conversion: conversionPolicies,
  drafts: draftPolicies,
  routing: routingPolicies,
  queue: queuePolicies,
  billing: billingPolicies,
};

/** Types of policies that a document has anywhere, as "seam type". */
function policiesIn(value: unknown, seam = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { type } = value as { type?: unknown };
  const here = typeof type === "string" && Object.hasOwn(SEAMS, seam) ? [`${seam} ${type}`] : [];
  const inner = Array.isArray(value)
    ? value.flatMap((each) => policiesIn(each, seam))
    : Object.entries(value)
        .filter(([key]) => key !== "alternatives" && key !== "evidence")
        .flatMap(([key, each]) => policiesIn(each, key));
  return [...here, ...inner];
}

const alternatives = shipped.flatMap((name) => {
  const { document, alternatives: patches } = scenarioOf(name);
  const today = new Set(policiesIn(document));
  return Object.entries(patches).map(([alternative, patch]) => {
    const changed = patchDocument(document as never, patch).document;
    const brought = policiesIn(changed).filter((policy) => !today.has(policy));
    return { name, alternative, changes: Object.keys(patch).length, brought };
  });
});

describe("every policy is one line away", () => {
  const all = Object.entries(SEAMS).flatMap(([seam, policies]) =>
    policies.map(({ type }) => `${seam} ${type}`),
  );
  // How things are where nothing is tried.
  const plain = new Set([
    "frontDoor none",
    "flag none",
    "sorting none",
    "protocol none",
    "conversion none",
    "drafts none",
    "billing unpaid",
  ]);

  it.each(all.filter((policy) => !plain.has(policy)))("%s is in a shipped scenario", (policy) => {
    const here = shipped.filter((name) => policiesIn(scenarioOf(name).document).includes(policy));
    const within = alternatives.filter(({ brought }) => brought.includes(policy));
    expect(here.length + within.length).toBeGreaterThan(0);
    const isStandard = here.length > 0 && within.length === 0;
    if (isStandard)
      expect(["triage clerk-first", "routing own-physician", "queue urgent-first"]).toContain(policy);
    else expect(Math.min(...within.map(({ changes }) => changes))).toBeLessThanOrEqual(2);
  });
});

describe("every alternative", () => {
  const named = shipped.flatMap((name) =>
    Object.keys(scenarioOf(name).alternatives).map((alternative) => [name, alternative] as const),
  );

  it.each(named)("%s, %s: says what was found elsewhere, or why it is asked", (name, alternative) => {
    const entry = scenarioOf(name).ledger.find(
      ({ segments }) => segments[0] === "alternatives" && segments[1] === alternative,
    );
    expect(entry?.why?.length ?? 0).toBeGreaterThan(10);
  });
});
