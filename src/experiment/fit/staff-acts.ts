import { type Calendar, ROLES } from "../../model/index.ts";
import type { Extract } from "../extract/extract.ts";
import { TOUCHES } from "../extract/extract-field.ts";

/** One piece of work as an extract tells of it. Times are [min since start]. */
export interface Act {
  /** When it was done. */
  readonly at: number;
  /** When the message had been read first, by anybody; NaN: not told. */
  readonly read: number;
  /** When the same person had taken it up, as the act before; NaN: not told. */
  readonly begun: number;
  readonly specialty: number;
  readonly topic: number;
  /** Whether the patient got a reply. */
  readonly replies: boolean;
}

/** Somebody of the staff, by a pseudonym. */
export interface Person {
  /** Place in `names.staff`. */
  readonly staff: number;
  /** Place in `ROLES`. */
  readonly role: number;
  /** In order of time; one for each message and moment. Of a sample of days, if the extract is large. */
  readonly acts: readonly Act[];
  /** Replies and closings by local day, of every row. */
  readonly byDay: Float64Array;
  /** Of all rows. */
  readonly total: number;
  /** Acts by specialty. */
  readonly bySpecialty: Float64Array;
}

/** Fewest replies and closings by which somebody counts as a post; others are whoever stood in. */
const FEWEST_ACTS = 40;
const READ = TOUCHES.indexOf("read");
const REPLIED = TOUCHES.indexOf("replied");

/** Everybody who did enough to be a post and whose role is known, and how many did less. */
export function peopleOf(
  extract: Extract,
  calendar: Calendar,
): { readonly people: readonly Person[]; readonly others: number } {
  const { touches, counts, names } = extract;
  const acts: Act[][] = names.staff.map(() => []);
  const roles = names.staff.map(() => new Float64Array(ROLES.length));
  for (let i = 0; i < touches.at.length; i += 1) {
    const staff = touches.staff[i]!;
    if (staff < 0) continue;
    const role = touches.role[i]!;
    if (role >= 0) roles[staff]![role]! += 1;
    if (touches.kind[i] === READ) continue;
    const list = acts[staff]!;
    const at = touches.at[i]!;
    const replies = touches.kind[i] === REPLIED;
    const follows = i > 0 && touches.staff[i - 1] === staff && touches.kind[i - 1] === READ;
    const begun = follows && touches.topic[i - 1] === touches.topic[i] ? touches.at[i - 1]! : Number.NaN;
    const last = list.at(-1);
    const read = touches.read[i]!;
    // A reply that closes its message is told twice.
    if (last !== undefined && last.at === at && (last.read === read || Number.isNaN(read))) {
      if (replies) list[list.length - 1] = { ...last, replies };
      continue;
    }
    list.push({ at, read, begun, specialty: touches.specialty[i]!, topic: touches.topic[i]!, replies });
  }
  let others = 0;
  const people = names.staff.flatMap((_, staff) => {
    const hours = counts.staffByHour[staff] ?? new Float64Array(0);
    const byDay = new Float64Array(calendar.days);
    for (let i = 0; i < hours.length; i += 1) byDay[Math.floor(i / 24)]! += hours[i]!;
    const total = byDay.reduce((sum, n) => sum + n, 0);
    const role = mostOften(roles[staff]!);
    if (total < FEWEST_ACTS || role < 0) {
      others += 1;
      return [];
    }
    const bySpecialty = new Float64Array(names.specialties.length);
    for (const { specialty } of acts[staff]!) if (specialty >= 0) bySpecialty[specialty]! += 1;
    return [{ staff, role, acts: acts[staff]!, byDay, total, bySpecialty }];
  });
  return { people, others };
}

function mostOften(counts: Float64Array): number {
  let best = -1;
  for (let i = 0; i < counts.length; i += 1) if (counts[i]! > (best < 0 ? 0 : counts[best]!)) best = i;
  return best;
}
