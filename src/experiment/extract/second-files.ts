import type { ExtractCalls } from "./extract-calls.ts";
import type { ExtractRoster } from "./extract-roster.ts";
import type { ExtractVisits } from "./extract-visits.ts";
import type { Identities } from "./identities.ts";
import { Names } from "./names.ts";
import type { StaffMembers } from "./staff-members.ts";

/** What one row of a roster says; identifiers as they stand there. Times are on the clock. */
export interface ToldShift {
  readonly person: string;
  readonly role: number;
  readonly from: number;
  readonly to: number;
}

/** What one row of a file of visits says; "": nothing. */
export interface ToldVisit {
  readonly specialty: string;
  readonly patient: string;
  readonly thread: string;
  readonly person: string;
  readonly role: number;
  readonly mode: number;
  readonly at: number;
  readonly booked: number;
}

/** What one row of a file of calls says; "": nothing. */
export interface ToldCall {
  readonly specialty: string;
  readonly role: number;
  readonly answered: number;
  readonly at: number;
  readonly waited: number;
  readonly minutes: number;
}

/** How what was read beside a log goes with what the log became. */
export interface LogPlaces {
  /** [min on the clock] The time that the extract covers. */
  readonly start: number;
  readonly end: number;
  /** Place in `names.specialties` of a cell ("": none); −1: no message is about it. */
  specialtyOf(cell: string): number;
  /** By ordinal of a person: place in `names.staff`. */
  readonly staff: readonly number[];
  /** By number of a thread of the sample: its ordinal. */
  readonly threads: ReadonlyMap<number, number>;
}

export interface BesideExtract {
  readonly roster?: ExtractRoster;
  readonly visits?: ExtractVisits;
  readonly calls?: ExtractCalls;
  /** Rows of visits and calls of specialties that no message is about. */
  readonly elsewhere: number;
}

interface KeptVisit extends Pick<ToldVisit, "mode" | "at" | "booked"> {
  /** Ordinal of the cell. */
  readonly specialty: number;
  readonly patient: number;
  readonly thread: number;
  readonly isOfThread: boolean;
  readonly staff: number;
}

/** What identifies a thread of a patient, to be made a number of. */
export function threadKey(patient: string, thread: string): string {
  return `thread ${patient} ${thread}`;
}

/** Rows of rosters, visits and calls, held as numbers until it is known what the log became. */
export class SecondFiles {
  readonly #identities: Identities;
  readonly #staff: StaffMembers;
  /** Whether messages say whose they are: then threads are told apart by patient, too. */
  readonly #byPatient: boolean;
  readonly #specialties = new Names();
  readonly #shifts: {
    readonly staff: number;
    readonly from: number;
    readonly to: number;
  }[] = [];
  readonly #visits: KeptVisit[] = [];
  readonly #calls: (Omit<ToldCall, "specialty"> & {
    readonly specialty: number;
  })[] = [];

  constructor(identities: Identities, staff: StaffMembers, byPatient: boolean) {
    this.#identities = identities;
    this.#staff = staff;
    this.#byPatient = byPatient;
  }

  shift({ person, role, from, to }: ToldShift): void {
    const staff = this.#staff.of(person, role);
    if (staff >= 0) this.#shifts.push({ staff, from, to });
  }

  visit({ specialty, patient, thread, person, role, mode, at, booked }: ToldVisit): void {
    const unit = this.#byPatient ? patient : thread;
    this.#visits.push({
      specialty: this.#specialties.of(specialty),
      patient: patient === "" ? -1 : this.#identities.person(patient),
      thread: thread === "" || unit === "" ? -1 : this.#identities.number(threadKey(unit, thread)),
      isOfThread: thread !== "",
      staff: person === "" ? -1 : this.#staff.of(person, role),
      mode,
      at,
      booked,
    });
  }

  call({ specialty, ...told }: ToldCall): void {
    this.#calls.push({ specialty: this.#specialties.of(specialty), ...told });
  }

  /** What of it goes with the log, as columns. */
  goingWith(places: LogPlaces): BesideExtract {
    const cells = this.#specialties.cells.map((cell) => places.specialtyOf(cell));
    const isHere = ({ specialty }: { readonly specialty: number }) => (cells[specialty] ?? -1) >= 0;
    const visits = this.#visits.filter(isHere);
    const calls = this.#calls.filter(isHere);
    return {
      ...(this.#shifts.length === 0 ? {} : { roster: this.#roster(places) }),
      ...(visits.length === 0 ? {} : { visits: visitColumns(visits, cells, places) }),
      ...(calls.length === 0 ? {} : { calls: callColumns(calls, cells, places) }),
      elsewhere: this.#visits.length - visits.length + this.#calls.length - calls.length,
    };
  }

  #roster({ start, end, staff: placeOf }: LogPlaces): ExtractRoster {
    const within = this.#shifts
      .filter(({ from, to }) => to > start && from < end)
      .map(({ staff, from, to }) => ({ staff: placeOf[staff]!, from: from - start, to: to - start }))
      .sort((a, b) => a.staff - b.staff || a.from - b.from);
    return {
      staff: Int16Array.from(within, ({ staff }) => staff),
      from: Float64Array.from(within, ({ from }) => from),
      to: Float64Array.from(within, ({ to }) => to),
    };
  }
}

function visitColumns(
  visits: readonly KeptVisit[],
  cells: readonly number[],
  { start, staff: placeOf, threads }: LogPlaces,
): ExtractVisits {
  const sorted = [...visits].sort((a, b) => a.at - b.at);
  const patients = new Map<number, number>();
  const ordinalOf = (patient: number) => {
    if (patient < 0) return -1;
    if (!patients.has(patient)) patients.set(patient, patients.size);
    return patients.get(patient)!;
  };
  return {
    specialty: Int16Array.from(sorted, ({ specialty }) => cells[specialty]!),
    patient: Int32Array.from(sorted, ({ patient }) => ordinalOf(patient)),
    at: Float64Array.from(sorted, ({ at }) => at - start),
    booked: Float64Array.from(sorted, ({ booked }) => booked - start),
    mode: Int8Array.from(sorted, ({ mode }) => mode),
    staff: Int16Array.from(sorted, ({ staff }) => (staff < 0 ? -1 : placeOf[staff]!)),
    ofThread: Int8Array.from(sorted, ({ isOfThread }) => (isOfThread ? 1 : 0)),
    thread: Int32Array.from(sorted, ({ thread }) => threads.get(thread) ?? -1),
  };
}

function callColumns(
  calls: readonly (Omit<ToldCall, "specialty"> & {
    readonly specialty: number;
  })[],
  cells: readonly number[],
  { start, end }: LogPlaces,
): ExtractCalls {
  const sorted = calls.filter(({ at }) => at >= start && at < end).sort((a, b) => a.at - b.at);
  return {
    specialty: Int16Array.from(sorted, ({ specialty }) => cells[specialty]!),
    at: Float64Array.from(sorted, ({ at }) => at - start),
    answered: Int8Array.from(sorted, ({ answered }) => answered),
    waited: Float64Array.from(sorted, ({ waited }) => waited),
    minutes: Float64Array.from(sorted, ({ minutes }) => minutes),
    role: Int8Array.from(sorted, ({ role }) => role),
  };
}
