import type { JsonObject, JsonValue, Patch, Scenario } from "../../scenario/index.ts";
import type { Block } from "../document.ts";
import type { StudyExperiment } from "./study-experiment.ts";

/** What a report is about: a scenario, and where there is one, a result of it. */
export interface Study {
  readonly scenario: Scenario;
  /** What runs it now. */
  readonly software: { readonly version: string; readonly engine: string; readonly node: string };
  /** What the scenario is compared with, and how that differs from it. */
  readonly alternatives: Readonly<Record<string, Patch>>;
  /** References by the ids that the ledger has: text and address. */
  readonly references: ReadonlyMap<string, string>;
  readonly result?: StudyResult;
}

export interface StudyResult {
  readonly version: string;
  readonly engine: string;
  readonly seed: number;
  readonly experiment: StudyExperiment;
  /** What a run says that its numbers are about. */
  readonly about?: readonly string[];
  /** When, where and how long it ran, in words; absent where the result does not say. */
  readonly machine?: readonly string[];
}

/** An item of the checklist. */
export interface StressItem {
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What opens a place where a human must speak. */
export const FOR_YOU = "For you to say:";

/** A place where a human must speak, and what about. */
export function place(about: string): Block {
  return { type: "list", items: [`${FOR_YOU} ${about}`], tone: "caution", mark: "✎" };
}

export function text(...sentences: readonly string[]): Block {
  return { type: "text", sentences };
}

export function table(titles: readonly string[], rows: readonly (readonly string[])[]): Block {
  return {
    type: "table",
    columns: titles.map((title) => ({ title, align: "left" })),
    sections: [{ rows }],
  };
}

/** A value of a scenario in few words, every digit as it stands there: `lognormal (mean 2 min, sd 1 min)`. */
export function exactly(value: JsonValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(exactly).join(", ");
  const entries = Object.entries(value as JsonObject);
  const [only] = entries;
  if (entries.length === 1 && typeof only![1] === "object") return `${only![0]} (${exactly(only![1])})`;
  const { type, ...rest } = value as JsonObject;
  const parts = Object.entries(typeof type === "string" ? rest : (value as JsonObject)).map(
    ([key, part]) =>
      `${key} ${typeof part === "object" && part !== null ? `(${exactly(part)})` : exactly(part)}`,
  );
  if (typeof type !== "string") return parts.join(", ");
  return parts.length === 0 ? type : `${type} (${parts.join(", ")})`;
}

/** A share as per cent, every digit of it. */
export function perCent(share: number): string {
  return `${Number((share * 100).toPrecision(12))} %`;
}
