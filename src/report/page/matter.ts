import type { Scenario } from "../../scenario/index.ts";
import type { NamedPatterns } from "../patterns-json.ts";

/** A row of `evidence.csv`: where a published number is from. */
export interface EvidenceSource {
  readonly id: string;
  readonly citation: string;
  readonly link: string;
}

/** What a page is made from beside the summary: all of it stands in the result folder. */
export interface PageMatter {
  /** What was run; of a comparison, the base. */
  readonly scenario: Scenario;
  /** None in folders of versions that kept none. */
  readonly patterns?: readonly NamedPatterns[];
  readonly version: string;
  /** SHA-256 of the engine. */
  readonly engine: string;
  /** SHA-256 of the plan: the result's identity. */
  readonly id: string;
  /** The command that made the result, as it was typed; absent where nobody has kept it. */
  readonly command?: readonly string[];
  /** What the ledger's ids stand for. */
  readonly sources: readonly EvidenceSource[];
}
