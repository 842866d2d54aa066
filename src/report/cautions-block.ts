import type { Caution } from "../experiment/index.ts";
import type { Block } from "./document.ts";

/** What a reader should be careful about; no block where there is nothing. */
export function cautionsBlock(cautions: readonly Caution[]): readonly Block[] {
  if (cautions.length === 0) return [];
  return [{ type: "list", items: cautions.map(({ message }) => message), tone: "caution", mark: "!" }];
}
