import type { RecordedArrivals, ReplyColumns } from "../../model/index.ts";

/** What became of recorded arrivals, by arrival: as it was recorded, or as a replication has it. Times are [min since start], NaN: not, or not by the end. */
export interface Outcomes {
  readonly replied: Float64Array;
  /** Role of whoever replied, as an index into `ROLES`; −1: not known. */
  readonly role: Int8Array;
  /** A number of whoever replied; −1: not known. People of different roles have different numbers. */
  readonly person: Int32Array;
  /** When patients who had no reply yet wrote again, ascending [min since start]. */
  readonly chasers: Float64Array;
}

/** Replies, by message, whatever these are. */
export type Replies = Pick<Outcomes, "replied" | "role" | "person">;

/** People of one team have numbers next to each other. */
const TEAM = 100_000;

/** The outcomes of a replication, in order of arrivals. What is answered from `end` [min] on is open, as it is in the record. */
export function outcomesOf(columns: ReplyColumns, arrivals: RecordedArrivals, end: number): Outcomes {
  const count = arrivals.sent.length;
  const replied = new Float64Array(count).fill(Number.NaN);
  const role = new Int8Array(count).fill(-1);
  const person = new Int32Array(count).fill(-1);
  columns.arrival.forEach((place, i) => {
    const moment = columns.replied[i]!;
    if (!(moment < end)) return;
    replied[place] = moment;
    role[place] = columns.role[i]!;
    person[place] = personOf(columns, i);
  });
  return { replied, role, person, chasers: columns.chasers };
}

/** The replies of a replication that draws its arrivals, in its own order. What is answered from `end` [min] on is open. */
export function drawnReplies(columns: ReplyColumns, end: number): Replies {
  return {
    replied: Float64Array.from(columns.replied, (moment) => (moment < end ? moment : Number.NaN)),
    role: columns.role,
    person: Int32Array.from(columns.person.keys(), (i) => personOf(columns, i)),
  };
}

function personOf({ team, person }: ReplyColumns, i: number): number {
  return person[i]! < 0 ? -1 : team[i]! * TEAM + person[i]!;
}
