import type { PooledNames } from "./pooled-names.ts";
import type { StaffPseudonyms } from "./staff-pseudonyms.ts";

/** What cells and people of a log became: places in names. */
export interface FoldPlaces {
  readonly specialties: PooledNames;
  readonly topics: PooledNames;
  readonly staff: StaffPseudonyms;
}
