import type { ExtractField } from "./extract-field.ts";

/** How many cells say nothing, by field. */
export class MissingCells {
  readonly counts: Partial<Record<ExtractField, number>> = {};

  /** Counts one, and gives what stands for it. */
  count(field: ExtractField, value = Number.NaN): number {
    this.counts[field] = (this.counts[field] ?? 0) + 1;
    return value;
  }
}
