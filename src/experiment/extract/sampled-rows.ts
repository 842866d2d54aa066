import { WholeUnits } from "./whole-units.ts";

const ROW = {
  patient: Float64Array,
  thread: Float64Array,
  message: Float64Array,
  sent: Float64Array,
  read: Float64Array,
  replied: Float64Array,
  closed: Float64Array,
  order: Float64Array,
  row: Int32Array,
  file: Int32Array,
  specialty: Int32Array,
  topic: Int32Array,
  sender: Int32Array,
  staff: Int32Array,
  role: Int32Array,
  urgent: Int32Array,
} as const;

/** What is told of a message by one row; times on the clock. */
export interface KeptRow {
  readonly specialty: number;
  readonly topic: number;
  readonly sender: number;
  readonly staff: number;
  readonly role: number;
  readonly urgent: number;
  readonly sent: number;
  readonly read: number;
  readonly replied: number;
  readonly closed: number;
}

/** Whose a row of the sample is, and where it stands. */
export interface RowOrigin {
  readonly patient: number;
  /** −1: none is told. */
  readonly thread: number;
  readonly message: number;
  /** Place in the whole log. */
  readonly order: number;
  readonly file: number;
  readonly row: number;
}

/** Rows of a sample of whole patients. */
export class SampledRows extends WholeUnits<typeof ROW> {
  constructor(most: number) {
    super(ROW, most);
  }

  put(draw: number, row: KeptRow, origin: RowOrigin): void {
    const at = this.add(draw);
    const { columns } = this;
    columns.patient[at] = origin.patient;
    columns.thread[at] = origin.thread;
    columns.message[at] = origin.message;
    columns.order[at] = origin.order;
    columns.row[at] = origin.row;
    columns.file[at] = origin.file;
    columns.sent[at] = row.sent;
    columns.read[at] = row.read;
    columns.replied[at] = row.replied;
    columns.closed[at] = row.closed;
    columns.specialty[at] = row.specialty;
    columns.topic[at] = row.topic;
    columns.sender[at] = row.sender;
    columns.staff[at] = row.staff;
    columns.role[at] = row.role;
    columns.urgent[at] = row.urgent;
  }
}

const TOUCH = {
  at: Float64Array,
  read: Float64Array,
  staff: Int32Array,
  role: Int32Array,
  specialty: Int32Array,
  topic: Int32Array,
  kind: Int32Array,
} as const;

export interface SampledTouch {
  readonly at: number;
  readonly read: number;
  readonly staff: number;
  readonly role: number;
  readonly specialty: number;
  readonly topic: number;
  /** Place in `TOUCHES`. */
  readonly kind: number;
}

/** What a sample of whole staff days did. */
export class SampledTouches extends WholeUnits<typeof TOUCH> {
  constructor(most: number) {
    super(TOUCH, most);
  }

  put(draw: number, touch: SampledTouch): void {
    if (!this.keeps(draw)) return;
    const at = this.add(draw);
    const { columns } = this;
    columns.at[at] = touch.at;
    columns.read[at] = touch.read;
    columns.staff[at] = touch.staff;
    columns.role[at] = touch.role;
    columns.specialty[at] = touch.specialty;
    columns.topic[at] = touch.topic;
    columns.kind[at] = touch.kind;
  }
}
