import type { Draft } from "./draft.ts";
import type { SpecialtyFit, TopicFit } from "./fit.ts";
import type { LogTells } from "./log-tells.ts";

/** A topic that is being written. */
export interface TopicDraft {
  readonly draft: Draft;
  readonly tells: LogTells;
  readonly specialty: SpecialtyFit;
  readonly topic: TopicFit;
  /** Its place, and that of the base's topic that goes with it. */
  readonly here: readonly string[];
  readonly from: readonly string[];
  /** What a reader knows it by. */
  readonly of: string;
}

/** One entry of the ledger for what all topics take from the base. */
export function borrowForAll({ draft, here, from }: TopicDraft, ...keys: readonly string[]): void {
  draft.borrow([...here, ...keys], [...from, ...keys], { entryAt: [...here.slice(0, 3), "*", ...keys] });
}
