import type { ExtractField } from "../../experiment/index.ts";
import type { Encoding } from "./encoding.ts";

export interface ReadExtractOptions {
  /** IANA name; absent: that of this computer, if every time of sending has an offset that agrees with it. */
  readonly timeZone?: string;
  /** By field, or of all: as `parseTimeFormat` reads it. */
  readonly timeFormats?: Readonly<Partial<Record<ExtractField | "all", string>>>;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  /** ISO dates: messages sent from the first to before the second; what happens from the second on is not known. */
  readonly from?: string;
  readonly to?: string;
  /** Messages held at most: of more, whole patients are sampled. */
  readonly keepAtMost?: number;
  /** [ms since 1970] Nothing later is believed; absent: the time of day. */
  readonly now?: number;
  /** CSV file with the hours of the staff: staff_id, staff_role, from, to. */
  readonly roster?: string;
  /** CSV files of visits (at, booked, patient_id, thread_id, specialty, mode, staff_id) and of telephone calls (at, specialty, answered, waited, minutes, staff_role). */
  readonly visits?: string;
  readonly calls?: string;
  /** So many bytes of so many are read. */
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}
