import type { Offsets } from "../job.ts";
import type { ExtractCalls } from "./extract-calls.ts";
import type { ExtractFault } from "./extract-fault.ts";
import type { ExtractField, ExtractForm } from "./extract-field.ts";
import type { ExtractRoster } from "./extract-roster.ts";
import type { ExtractVisits } from "./extract-visits.ts";

/**
 * A message log as numbers: what is left of it once it has been read. Bounded, whatever the size of the file: exact counts of every row, and whole
 * patients and whole staff days of a sample. Nobody can be named by it: people are ordinals.
 *
 * Times are [min] since `start` 00:00 in the clinic's time zone, as the model's clock runs (README of the model, Time); NaN: missing.
 */
export interface Extract {
  readonly form: ExtractForm;
  /** ISO date of the first local day with a message of a patient. */
  readonly start: string;
  readonly timeZone: string;
  /** The local clock over `counts.days` days from `start`. */
  readonly offsets: Offsets;
  /** [min since start] The last moment that the extract tells of: what is open then is censored. */
  readonly end: number;
  readonly names: ExtractNames;
  readonly counts: ExtractCounts;
  readonly sample: ExtractSample;
  readonly touches: ExtractTouches;
  readonly faults: readonly ExtractFault[];
  readonly reading: ExtractReading;
  /** Fields that some column holds. */
  readonly fields: readonly ExtractField[];
  /** From files of their own. */
  readonly roster?: ExtractRoster;
  readonly visits?: ExtractVisits;
  readonly calls?: ExtractCalls;
}

/** How the files were understood. */
export interface ExtractReading {
  readonly files: number;
  /** "UTF-8", "UTF-16", "Windows-1252" */
  readonly encoding: string;
  readonly delimiter: string;
  /** Columns that were read: the field, the name of its column, and whether the field was guessed from it; of times, their format, and whether it was stated. */
  readonly columns: readonly {
    readonly field: ExtractField;
    readonly column: string;
    readonly guessed: boolean;
    readonly format?: string;
    readonly stated?: boolean;
  }[];
  /** Columns that were never looked at. */
  readonly otherColumns: number;
}

/** Small cells are pooled: a specialty or topic of fewer than 5 patients is "other". */
export interface ExtractNames {
  readonly specialties: readonly string[];
  readonly topics: readonly string[];
  /** Pseudonyms, "nurse 1": by role, the busiest first. */
  readonly staff: readonly string[];
}

/** Of every row, whatever the sample. */
export interface ExtractCounts {
  /** Local dates from `start` to the last with a message of a patient. */
  readonly days: number;
  /** Rows of the files, header lines and empty lines left out. */
  readonly rows: number;
  /** Messages of patients. */
  readonly messages: number;
  /** Who wrote a message; an estimate where the sample's share is below 1. */
  readonly patients: number;
  /** By specialty: days × 24, messages of patients by local hour of sending. */
  readonly byHour: readonly Float64Array[];
  /** By specialty: days × topics, messages of patients by local date of sending; those without a topic are in none. */
  readonly byTopic: readonly Float64Array[];
  /** By person of the staff: days × 24, replies and closings by local hour. */
  readonly staffByHour: readonly Float64Array[];
  /** Cells that are empty or could not be read, by field. */
  readonly missing: Readonly<Partial<Record<ExtractField, number>>>;
}

/** All messages of a sample of whole patients, one entry per message; sorted by patient, thread, sent. */
export interface ExtractSample {
  /** Share of patients that are in it, 0 … 1: drawn by a hash, so that it is independent of all else that is known of them. */
  readonly share: number;
  /** Ordinal of the patient in the sample, from 0. */
  readonly patient: Int32Array;
  /** Ordinal of the thread, from 0; a message of no known thread is one of its own. */
  readonly thread: Int32Array;
  /** Place in `names.specialties`. */
  readonly specialty: Int16Array;
  /** Place in `names.topics`; −1 missing. */
  readonly topic: Int16Array;
  /** Place in `SENDERS`. */
  readonly sender: Int8Array;
  /** Who replied, or else closed: place in `names.staff`; −1 missing. */
  readonly staff: Int16Array;
  /** Role of that person: place in `ROLES`; −1 missing. */
  readonly role: Int8Array;
  /** 0, 1; −1 missing. */
  readonly urgent: Int8Array;
  readonly sent: Float64Array;
  readonly firstRead: Float64Array;
  readonly replied: Float64Array;
  readonly closed: Float64Array;
}

/** All that a sample of whole staff days did with messages, one entry per touch; sorted by staff, at. */
export interface ExtractTouches {
  /** Share of staff days (one person, one local date) that are in it, 0 … 1. */
  readonly share: number;
  /** Place in `names.staff`. */
  readonly staff: Int16Array;
  /** Place in `ROLES`; −1 missing. */
  readonly role: Int8Array;
  readonly specialty: Int16Array;
  readonly topic: Int16Array;
  /** Place in `TOUCHES`. */
  readonly kind: Int8Array;
  readonly at: Float64Array;
  /** When that message was first read by anybody; NaN: not told (always, in an extract of events). */
  readonly read: Float64Array;
}
