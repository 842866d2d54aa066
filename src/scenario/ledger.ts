import type { LedgerDocument, ScenarioDocument } from "./format/scenario-schema.ts";
import { parsePath } from "./path.ts";

/** What stands behind the parameter at `path`, or behind everything under it. */
export type LedgerEntry = LedgerDocument & { readonly path: string; readonly segments: readonly string[] };

/** The evidence ledger as a list, in the file's order. */
export function ledgerOf(document: ScenarioDocument): readonly LedgerEntry[] {
  return Object.entries(document.evidence).map(([path, entry]) => ({
    path,
    segments: parsePath(path) ?? [path],
    ...entry,
  }));
}
