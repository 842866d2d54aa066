import { readdirSync, readFileSync } from "node:fs";
import { compile, type Model } from "../../src/model/index.ts";
import type { Patch, Scenario } from "../../src/scenario/index.ts";
import { parsed } from "../scenario/parsed.ts";

export const folder = new URL("../../scenarios/", import.meta.url);

/** The files that are shipped, by name. */
export const shipped = readdirSync(folder).filter(
  (name) => name.endsWith(".json") && name !== "scenario.schema.json",
);

/** The four clinics that have a file each, by specialty. */
export const CLINICS = {
  "mental health": "mental-health.json",
  rheumatology: "rheum.json",
  dermatology: "dermatology.json",
  surgery: "surgery.json",
} as const;

export function textOf(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

const scenarios = new Map<string, Scenario>();

/** A shipped scenario as it is; parsed once for all tests that ask for it. */
export function scenarioOf(name: string): Scenario {
  const known = scenarios.get(name);
  if (known !== undefined) return known;
  const scenario = parsed(textOf(name));
  scenarios.set(name, scenario);
  return scenario;
}

const models = new Map<string, Model>();

/** A shipped scenario with some changes, ready to run; clocks do not change in it. */
export function modelOf(name: string, patch: Patch = {}): Model {
  const key = `${name} ${JSON.stringify(patch)}`;
  const known = models.get(key);
  if (known !== undefined) return known;
  const isPlain = Object.keys(patch).length === 0;
  const model = compile((isPlain ? scenarioOf(name) : parsed(textOf(name), patch)).clinic, []);
  models.set(key, model);
  return model;
}
