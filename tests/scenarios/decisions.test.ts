import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { compile, responseDefinitions, runReplication } from "../../src/model/index.ts";
import { parsed } from "../scenario/parsed.ts";

const REPLICATIONS = 4;
const text = readFileSync(new URL("../../scenarios/rheum.json", import.meta.url), "utf8");
const { alternatives } = parsed(text);

/**
 * Means over replications of what `alternative` (of today, without one) does to promise, evenings and the
 * rest.
 */
function meansOf(alternative?: string): ReadonlyMap<string, number> {
  const { clinic } = parsed(text, alternative === undefined ? {} : alternatives[alternative]!);
  const model = compile(clinic, []);
  const names = responseDefinitions(model).map(({ name }) => name);
  const sums = new Float64Array(names.length);
  for (let replication = 0; replication < REPLICATIONS; replication++) {
    const { values } = runReplication(model, { seed: clinic.run.seed, replication, keep: "responses" });
    for (const [i, value] of values.entries()) sums[i]! += value;
  }
  return new Map(names.map((name, i) => [name, sums[i]! / REPLICATIONS]));
}

const KEPT = "promise_reply_in_two_business_days_share";
const RISK = "promise_reply_in_two_business_days_month_risk";
const EVENINGS = "physician_after_hours_min_per_week";

let today: ReadonlyMap<string, number>;
beforeAll(() => {
  today = meansOf();
});

/** How much an alternative moves a response. */
const moves = (alternative: string, ...responses: string[]) => {
  const then = meansOf(alternative);
  return responses.map((response) => then.get(response)! - today.get(response)!);
};

describe("the decisions that rheum.json asks about", () => {
  it("are open today: the promise is kept in most months, and broken in too many", () => {
    expect(today.get(KEPT)).toBeGreaterThan(0.85);
    expect(today.get(KEPT)).toBeLessThan(0.97);
    expect(today.get(RISK)).toBeGreaterThan(0.1);
    expect(today.get(RISK)).toBeLessThan(0.5);
    expect(today.get(EVENINGS)).toBeGreaterThan(5);
  });

  it("matter: cover for the nurse keeps the promise", () => {
    const [kept, risk] = moves("cover the nurse's leave", KEPT, RISK);
    expect(kept).toBeGreaterThan(0.04);
    expect(risk).toBeLessThan(-0.15);
  });

  it("matter: without triage the evenings fill", () => {
    const [evenings] = moves("straight to the physician", EVENINGS);
    expect(evenings).toBeGreaterThan(15);
  });
});
