import type { Scenario } from "../../scenario/index.ts";
import type { NamedHeadroom } from "../headroom-json.ts";
import type { NamedPatterns } from "../patterns-json.ts";

/** A row of `evidence.csv`: where a published number is from. */
export interface EvidenceSource {
  readonly id: string;
  readonly citation: string;
  readonly link: string;
}

/** What a page is made from beside the summary: all of it stands in the result folder, where there is one. */
export interface PageMatter {
  /** What was run; of a comparison, the base. */
  readonly scenario: Scenario;
  /** None in folders of versions that kept none. */
  readonly patterns?: readonly NamedPatterns[];
  /** How much more volume the recommended way of working bears, where somebody has asked. */
  readonly headroom?: NamedHeadroom;
  readonly version: string;
  /** SHA-256 of the engine. */
  readonly engine: string;
  /** SHA-256 of the plan: the result's identity. */
  readonly id: string;
  /** The command that made the result, as it was typed; absent where nobody has kept it. */
  readonly command?: readonly string[];
  /** Texts of the scenario files, the base's first, where there is no folder that holds them. */
  readonly files?: readonly string[];
  /** What the ledger's ids stand for. */
  readonly sources: readonly EvidenceSource[];
}

/** The headroom that was looked for, if it is that of this way of working and of this very result. */
export function headroomOf({ headroom, id }: PageMatter, name: string): NamedHeadroom | undefined {
  return headroom?.name === name && headroom.result === id ? headroom : undefined;
}
