import type { Issue } from "../errors.ts";
import type { Clinic, OfferedLoads } from "../model/index.ts";
import type { ComparisonTerms } from "./comparison-terms.ts";
import type { ScenarioDocument } from "./format/scenario-schema.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { Patch } from "./patch.ts";
import type { StaffingTerms } from "./staffing-terms.ts";

/** A scenario that passed every check: frozen, complete, plain data. */
export interface Scenario {
  /** As the file has it, in its own words and units, with every default filled in. */
  readonly document: ScenarioDocument;
  /** What the model runs: minutes and shares. */
  readonly clinic: Clinic;
  /** What it asks of its people, before chance; the hour by which clocks change is left out. */
  readonly loads: OfferedLoads;
  readonly ledger: readonly LedgerEntry[];
  readonly alternatives: Readonly<Record<string, Patch>>;
  readonly comparison: ComparisonTerms;
  readonly staffing: StaffingTerms;
  /** What looks wrong without being impossible. */
  readonly warnings: readonly Issue[];
  /** SHA-256 of `canonicalText`. */
  readonly hash: string;
  /** The document with its keys sorted: one text for one scenario; it parses to the same scenario again. */
  readonly canonicalText: string;
}

/** A scenario with the warnings found, or none with every fault found. */
export type Parsed =
  | { readonly scenario: Scenario; readonly issues: readonly Issue[] }
  | { readonly scenario: undefined; readonly issues: readonly Issue[] };
