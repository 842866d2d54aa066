import {
  eventOf,
  isNothing,
  NO_STRAY,
  remembered,
  roleOf,
  STRAYS,
  senderOf,
  strayOf,
  urgentOf,
} from "./cell-words.ts";
import type { FaultPlace } from "./extract-fault.ts";
import { type ExtractField, SENDERS } from "./extract-field.ts";
import type { FaultTally } from "./fault-tally.ts";
import type { MissingCells } from "./missing-cells.ts";
import { Names } from "./names.ts";
import type { StaffMembers } from "./staff-members.ts";

const PATIENT = SENDERS.indexOf("patient");

type Cells = readonly string[];

/** What the cells of a row say that are no times, as numbers; −1: nothing, or nothing that is known. Tallies those that cannot be understood. */
export class RowWords {
  readonly specialties = new Names();
  readonly topics = new Names();
  readonly #column: Readonly<Record<ExtractField, number>>;
  readonly #staff: StaffMembers;
  readonly #faults: FaultTally;
  readonly #missing: MissingCells;
  readonly #urgentOf = remembered(urgentOf);
  readonly #senderOf = remembered(senderOf);
  readonly #roleOf = remembered(roleOf);
  readonly #eventOf = remembered(eventOf);
  readonly #strayOf = remembered(strayOf);

  constructor(
    column: Readonly<Record<ExtractField, number>>,
    staff: StaffMembers,
    faults: FaultTally,
    missing: MissingCells,
  ) {
    this.#column = column;
    this.#staff = staff;
    this.#faults = faults;
    this.#missing = missing;
  }

  /** Place in `SENDERS`: a patient where there is no column, or nothing in it. */
  sender(cells: Cells, place: FaultPlace): number {
    const column = this.#column.sender;
    if (column < 0) return PATIENT;
    const cell = cells[column]!;
    const sender = this.#senderOf(cell);
    if (sender >= 0) return sender;
    if (isNothing(cell)) return this.#missing.count("sender", PATIENT);
    this.#faults.add("unknown-sender", place);
    return -1;
  }

  /** Place in `EVENTS`. */
  event(cells: Cells): number {
    return this.#eventOf(cells[this.#column.event]!);
  }

  /** Ordinal of the cell; there is always one, that of having none. */
  specialty(cells: Cells, place: FaultPlace): number {
    const column = this.#column.specialty;
    if (column < 0) return this.specialties.none();
    const cell = cells[column]!;
    if (isNothing(cell)) return this.#missing.count("specialty", this.specialties.none());
    this.#look("specialty", this.#strayOf(cell), place);
    const specialty = this.specialties.of(cell);
    if (specialty >= 0) return specialty;
    this.#faults.add("free-text-specialty", place);
    return this.specialties.none();
  }

  /** Ordinal of the cell. */
  topic(cells: Cells, place: FaultPlace): number {
    const column = this.#column.topic;
    if (column < 0) return -1;
    const cell = cells[column]!;
    if (isNothing(cell)) return this.#missing.count("topic", -1);
    this.#look("topic", this.#strayOf(cell), place);
    const topic = this.topics.of(cell);
    if (topic < 0) this.#faults.add("free-text-topic", place);
    return topic;
  }

  /** 0 or 1. */
  urgent(cells: Cells, place: FaultPlace): number {
    return this.#word("urgent", cells, place, this.#urgentOf, "unknown-urgency");
  }

  /** Place in `ROLES`. */
  role(cells: Cells, place: FaultPlace): number {
    return this.#word("staff_role", cells, place, this.#roleOf, "unknown-role");
  }

  /** Ordinal of whoever is told of, in this role. */
  person(cells: Cells, role: number, place: FaultPlace): number {
    const column = this.#column.staff_id;
    if (column < 0) return -1;
    const cell = cells[column]!;
    if (isNothing(cell)) return this.#missing.count("staff_id", -1);
    this.#look("staff_id", this.#strayOf(cell), place);
    const staff = this.#staff.of(cell, role);
    if (staff < 0) this.#faults.add("too-many-staff", place);
    return staff;
  }

  /** The cell as it stands, not to be kept; "": there is none. */
  identifier(field: "patient_id" | "thread_id" | "message_id", cells: Cells, place: FaultPlace): string {
    const column = this.#column[field];
    if (column < 0) return "";
    const cell = cells[column]!;
    if (!isNothing(cell)) {
      this.#look(field, strayOf(cell), place);
      return cell;
    }
    this.#missing.count(field);
    return "";
  }

  #look(field: ExtractField, stray: number, place: FaultPlace): void {
    if (stray !== NO_STRAY) this.#faults.add(STRAYS[stray]!, place, field);
  }

  #word(
    field: ExtractField,
    cells: Cells,
    place: FaultPlace,
    of: (cell: string) => number,
    fault: "unknown-urgency" | "unknown-role",
  ): number {
    const column = this.#column[field];
    if (column < 0) return -1;
    const cell = cells[column]!;
    if (isNothing(cell)) return this.#missing.count(field, -1);
    const value = of(cell);
    if (value < 0) this.#faults.add(fault, place);
    return value;
  }
}
