import type { DayCounts } from "./day-counts.ts";
import type { ExtractReading } from "./extract.ts";
import type { ExtractClock } from "./extract-clock.ts";
import type { ExtractField, ExtractForm } from "./extract-field.ts";
import type { FaultTally } from "./fault-tally.ts";
import type { Names } from "./names.ts";
import type { SampledRows, SampledTouches } from "./sampled-rows.ts";
import type { SecondFiles } from "./second-files.ts";
import type { StaffMembers } from "./staff-members.ts";

/** All that is known when the last row has been read; times are on the clock. */
export interface ReadLog {
  readonly reading: ExtractReading;
  readonly timeZone: string;
  readonly rows: number;
  readonly form: ExtractForm;
  readonly fields: readonly ExtractField[];
  readonly clock: ExtractClock;
  readonly last: number;
  /** Messages outside a period that was asked for were passed over. */
  readonly isPart: boolean;
  readonly specialties: Names;
  readonly topics: Names;
  readonly staff: StaffMembers;
  readonly counts: DayCounts;
  readonly sample: SampledRows;
  readonly touches: SampledTouches;
  readonly beside: SecondFiles;
  readonly missing: Readonly<Partial<Record<ExtractField, number>>>;
  readonly faults: FaultTally;
}
