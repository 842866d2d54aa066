import type { VisitMode } from "../../visit-mode.ts";

/** Which threads are turned into visits, in place of writing. */
export interface Conversion {
  /** Chance for a message, by whether its thread ends in a visit anyhow, and which message of the thread it is (0: the first). */
  chance(endsInVisit: boolean, round: number): number;
  readonly mode: VisitMode;
  /** [min] Of whoever reads it, besides reading. */
  readonly bookingMinutes: number;
}
